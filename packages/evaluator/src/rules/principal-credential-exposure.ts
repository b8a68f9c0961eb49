import { defineRule } from '../engine/rule.ts';
import { judgeExposure } from '../rule-parts/exposure.ts';

export default defineRule({
  id: 'principal-credential-exposure',
  title: 'No right to get or set credentials everywhere',
  description:
    'No policy in force on a principal in scope allows actions on all resources whose answer is a credential, or that set one: access keys, passwords, session and database tokens, signed addresses. Who can ask for anybody’s credential can act as anybody. The same on named resources is not told, and a condition on who, where or when does not excuse. The list of actions is our own, from AWS’s documentation. An administrator is told as such and not here.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  options: {},
  inputs: ['principals'],
  messages: {
    'exposed': {
      outcome: 'fail',
      text: '{policies}: {actions} {actions|action that hands out credentials is|actions that hand out credentials are} allowed on all resources, in {services} {services|service|services}.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: name the users, roles, clusters and repositories in Resource, or leave the action out.',
    cli: [
      'aws iam create-policy-version --policy-arn <arn> --policy-document file://policy.json --set-as-default',
      '# An inline policy: put-user-policy, put-role-policy, put-group-policy.',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "own_keys" {',
      '  statement {',
      '    actions   = ["iam:CreateAccessKey", "iam:UpdateAccessKey"]',
      '    resources = ["arn:aws:iam::*:user/&{aws:username}"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: (principal) => judgeExposure(principal, 'credentialExposure'),
});
