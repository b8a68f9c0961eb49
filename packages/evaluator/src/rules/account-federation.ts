import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'account-federation',
  title: 'Federation of existing identities',
  description:
    'At least one role admits people by federation: IAM Identity Center, SAML, OpenID Connect for people, or AWS Managed Microsoft AD. A provider without a role that trusts it admits nobody, and a provider for pipelines or pods admits no people. The partner’s own and other accounts are left out; a management account, and one whose people come in by the identity account that the engagement names, need no such role.',
  severity: 'medium',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html'],
  options: {},
  inputs: ['federation', 'account'],
  messages: {
    none: { text: 'No role admits people by federation.' },
    unseen: { text: 'No role seen admits people by federation, and not all roles were seen.' },
  },
  remediation: {
    console: 'Connect the customer’s identity provider to IAM Identity Center and assign permission sets to the account; or IAM, Identity providers, Add provider, and a role that trusts it.',
    cli: 'aws iam create-saml-provider --name <name> --saml-metadata-document file://metadata.xml, then aws iam create-role with a trust policy for sts:AssumeRoleWithSAML',
    terraform: 'resource "aws_iam_saml_provider" "this" { … } and an aws_iam_role that trusts it; or aws_ssoadmin_account_assignment with IAM Identity Center.',
  },
  weighsGaps: true,
  subjects: ({ federation }) => [federation],
  evaluate: ({ kinds, whole }, { account }) => {
    if (account.role === 'partnerIdentity' || account.role === 'other') return notApplicable;
    if (kinds.size > 0) return pass;
    if (account.role === 'management' || account.identityElsewhere) return notApplicable;
    return whole ? fail('none', {}, { evidence: ['/roles'] }) : notEvaluated('partial', 'unseen');
  },
});
