import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass, quoted } from '../engine/verdict.ts';

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
  evaluate: ({ policies: granted, analysis, at }) => {
    // Whoever may do everything is told as an administrator, once.
    if (analysis.administrator.state === 'yes') return notApplicable;
    const { credentialExposure: found, unknown } = analysis.exposures;
    const { policies, actions, services, quotes } = found;
    if (actions > 0) return fail('exposed', { policies, actions, services }, { evidence: [at], quotes: quoted(quotes) });
    if (granted === null) return notEvaluated('missing', 'no-policies');
    return unknown.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] }) : pass;
  },
});
