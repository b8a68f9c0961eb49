import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';

export default defineRule({
  id: 'principal-negated-action',
  title: 'No grants of everything but named actions',
  description:
    'No policy in force on a principal in scope allows by NotAction. Such a statement grants every action it does not name: those of services that the account does not use, and those that AWS adds tomorrow. A Deny with NotAction grants nothing and is not told.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  options: {},
  inputs: ['principals'],
  messages: {
    'negated': {
      outcome: 'fail',
      text: '{policies}: {count} {count|statement allows|statements allow} everything but what is named.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: replace NotAction by the list of actions the function needs.',
    cli: [
      'aws iam create-policy-version --policy-arn <arn> --policy-document file://policy.json --set-as-default',
      '# An inline policy: put-user-policy, put-role-policy, put-group-policy.',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "operator" {',
      '  statement {',
      '    # In place of not_actions.',
      '    actions   = ["ec2:StartInstances", "ec2:StopInstances"]',
      '    resources = ["arn:aws:ec2:<region>:<account>:instance/*"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: ({ policies: granted, analysis, at }) => {
    const { negatedActions: quotes, unknown } = analysis.exposures;
    if (quotes.length > 0)
      return fail('negated', { policies: policyNames(quotes), count: quotes.length }, { evidence: [at], quotes: quoted(quotes) });
    if (granted === null) return notEvaluated('missing', 'no-policies');
    return unknown.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] }) : pass;
  },
});
