import type { WayInKind } from '@iam-dossier/core/assessment';

/** Service principals by which people or workloads come in, beside the plain AWS service. */
export const serviceKinds: Readonly<Record<string, WayInKind>> = {
  'account-access.amazonaws.com': 'accountAccessManager',
  'pods.eks.amazonaws.com': 'podIdentity',
  'rolesanywhere.amazonaws.com': 'rolesAnywhere',
};

/** Hosts of OpenID Connect providers that sign for pipelines of anyone who has an account there. */
export const pipelineHosts: readonly RegExp[] = [
  /^token\.actions\.githubusercontent\.com(\/|$)/,
  /^([a-z0-9-]+\.)*gitlab\.com(\/|$)/,
  /^oidc\.circleci\.com(\/|$)/,
  /^api\.bitbucket\.org(\/|$)/,
  /^agent\.buildkite\.com(\/|$)/,
  /^app\.terraform\.io(\/|$)/,
  /^vstoken\.dev\.azure\.com(\/|$)/,
  /^oidc\.codefresh\.io(\/|$)/,
  /^([a-z0-9-]+\.)*app\.spacelift\.io(\/|$)/,
];

/** An EKS cluster's own provider: its pods, not people. */
export const clusterHost = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?(\/|$)/;

/** Identity pools of Amazon Cognito. */
export const cognitoHost = /^cognito-identity(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/;

/** The SAML provider that IAM Identity Center makes in each account. */
export const identityCenterProvider = /^arn:[a-z0-9-]+:iam::\d{12}:saml-provider\/AWSSSO_/;
