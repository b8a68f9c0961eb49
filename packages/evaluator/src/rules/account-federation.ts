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
    none: { outcome: 'fail', text: 'No role admits people by federation.' },
    unseen: { outcome: 'notEvaluated', text: 'No role seen admits people by federation, and not all roles were seen.' },
  },
  remediation: {
    console:
      'Connect the customer’s identity provider to IAM Identity Center and assign permission sets to the account; or IAM, Identity providers, Add provider, and a role that trusts it.',
    cli: [
      'aws iam create-saml-provider --name <name> --saml-metadata-document file://metadata.xml',
      '# trust.json allows sts:AssumeRoleWithSAML to that provider.',
      'aws iam create-role --role-name <role> --assume-role-policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'resource "aws_ssoadmin_account_assignment" "people" {',
      '  instance_arn       = local.identity_center',
      '  permission_set_arn = aws_ssoadmin_permission_set.operators.arn',
      '  principal_type     = "GROUP"',
      '  principal_id       = local.group',
      '  target_type        = "AWS_ACCOUNT"',
      '  target_id          = local.account',
      '}',
    ].join('\n'),
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
