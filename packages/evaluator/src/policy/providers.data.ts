import type { WayInKind } from '@iam-dossier/core/assessment';

/** Service principals by which people or workloads come in, beside the plain AWS service. */
export const serviceKinds: Readonly<Record<string, WayInKind>> = {
  'account-access.amazonaws.com': 'accountAccessManager',
  'pods.eks.amazonaws.com': 'podIdentity',
  'rolesanywhere.amazonaws.com': 'rolesAnywhere',
};

/** Who comes by a way of this kind. Of the others it cannot be told: people and machines use accounts, principals and OpenID Connect. */
export const behindWays: Readonly<Partial<Record<WayInKind, 'human' | 'workload'>>> = {
  identityCenter: 'human',
  accountAccessManager: 'human',
  saml: 'human',
  service: 'workload',
  ciOpenIdConnect: 'workload',
  podIdentity: 'workload',
  rolesAnywhere: 'workload',
  cognito: 'workload',
};

/** Hosts of OpenID Connect providers that sign for pipelines of anyone who has an account there. */
export const pipelineHosts: readonly RegExp[] = [
  // GitHub Actions, on github.com, with data residence, and on a server of one's own.
  /^token\.actions\.githubusercontent\.com(\/|$)/,
  /^token\.actions\.[a-z0-9-]+\.ghe\.com(\/|$)/,
  /\/_services\/token$/,
  /^([a-z0-9-]+\.)*gitlab\.com(\/|$)/,
  /^api\.bitbucket\.org(\/|$)/,
  /^oidc\.circleci\.com(\/|$)/,
  /^agent\.buildkite\.com(\/|$)/,
  /^app\.(eu\.)?terraform\.io(\/|$)/,
  // Azure DevOps.
  /^vstoken\.dev\.azure\.com(\/|$)/,
  /^app\.vstoken\.visualstudio\.com(\/|$)/,
  /^oidc\.codefresh\.io(\/|$)/,
  /^([a-z0-9-]+\.)*app\.([a-z]+\.)?spacelift\.io(\/|$)/,
  /^([a-z0-9-]+\.)*harness\.io(\/|$)/,
  /^([a-z0-9-]+\.)*semaphoreci\.com(\/|$)/,
  /^([a-z0-9-]+\.)*octopus\.app(\/|$)/,
  /^([a-z0-9-]+\.)*scalr\.io(\/|$)/,
  /^login\.app\.env0\.com(\/|$)/,
  /^api\.pulumi\.com\/oidc(\/|$)/,
  /^oidc\.vercel\.com(\/|$)/,
  /^oidc\.cirrus-ci\.com(\/|$)/,
  /^token\.builds\.bitrise\.io(\/|$)/,
];

/** First words of a pipeline's subject that only say what the next word is. */
export const subjectLabels: ReadonlySet<string> = new Set([
  'account',
  'enterprise',
  'org',
  'organization',
  'owner',
  'project',
  'project_path',
  'repo',
  'repository',
  'repository_owner',
  'sc',
  'space',
  'workspace',
]);

/** An EKS cluster's own provider: its pods, not people. */
export const clusterHost = /^oidc[.-]eks\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws)(\/|$)/;

/** Identity pools and user pools of Amazon Cognito. */
export const cognitoHost = /^cognito-(identity|idp)(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?(\/|$)/;

/** The SAML provider that IAM Identity Center makes in each account. */
export const identityCenterProvider = /^arn:[a-z0-9-]+:iam::\d{12}:saml-provider\/AWSSSO_/;

/**
 * Services whose documentation says that they send aws:SourceAccount or aws:SourceArn when they assume a role. Of others
 * it is not known, and a trust in them is not judged by it: such a condition would lock the service out.
 */
export const servicesWithSource: ReadonlySet<string> = new Set([
  'appstream.amazonaws.com',
  'bedrock.amazonaws.com',
  'codebuild.amazonaws.com',
  'codepipeline.amazonaws.com',
  'comprehend.amazonaws.com',
  'config.amazonaws.com',
  'datasync.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'events.amazonaws.com',
  'fis.amazonaws.com',
  'frauddetector.amazonaws.com',
  'iot.amazonaws.com',
  'iotdeviceadvisor.amazonaws.com',
  'iotevents.amazonaws.com',
  'iotsitewise.amazonaws.com',
  'kendra.amazonaws.com',
  'lambda.amazonaws.com',
  'personalize.amazonaws.com',
  'pipes.amazonaws.com',
  'pods.eks.amazonaws.com',
  'sagemaker.amazonaws.com',
  'scheduler.amazonaws.com',
  'sms-voice.amazonaws.com',
  'ssm.amazonaws.com',
  'states.amazonaws.com',
  'transfer.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
]);
