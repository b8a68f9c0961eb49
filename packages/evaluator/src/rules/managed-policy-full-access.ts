import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass, quoted } from '../engine/verdict.ts';

export default defineRule({
  id: 'managed-policy-full-access',
  title: 'No customer managed policy with full access',
  description:
    'No customer managed policy allows every action on every resource in the version in force, whether it is attached or not: whoever is given it next is an administrator. Conditions and denies do not excuse. AWS’s own and inline policies are not judged here, and neither are policies that are used as permissions boundaries only.',
  severity: 'high',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1'],
  options: {},
  inputs: ['managedPolicies'],
  messages: {
    'full': { outcome: 'fail', text: 'Allows every action on every resource in {count} {count|line|lines}.' },
    'use-unknown': {
      outcome: 'notEvaluated',
      text: 'Allows every action on every resource and is a permissions boundary; whether it is attached as well is not in the data.',
    },
    'unread': { outcome: 'notEvaluated', text: 'The version in force is not in the data, or not readable.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: list the actions and resources the function needs; or delete it where nothing needs it.',
    cli: [
      'aws iam create-policy-version --policy-arn <arn> --policy-document file://policy.json --set-as-default',
      'aws iam delete-policy-version --policy-arn <arn> --version-id <old version>',
    ].join('\n'),
    terraform: [
      'resource "aws_iam_policy" "operator" {',
      '  name   = "operator"',
      '  policy = data.aws_iam_policy_document.what_the_function_needs.json',
      '}',
    ].join('\n'),
  },
  subjects: ({ managedPolicies }) => managedPolicies,
  evaluate: ({ state, fullAccess, attachments, boundaries, at }) => {
    if (attachments === 0 && boundaries !== null && boundaries > 0) return notApplicable;
    if (state !== 'read') return notEvaluated('unresolved', 'unread', {}, { evidence: [at] });
    if (fullAccess.length === 0) return pass;
    const backing = { evidence: [at], quotes: quoted(fullAccess) };
    if (attachments === null && boundaries !== null && boundaries > 0) return notEvaluated('partial', 'use-unknown', {}, backing);
    return fail('full', { count: fullAccess.length }, backing);
  },
});
