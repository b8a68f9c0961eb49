import { compareText } from '@iam-dossier/core/json';
import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'principal-inline-policy',
  title: 'Inline policies',
  description:
    'Users, roles and groups in scope carry no inline policies. An inline policy has no versions, is seen only by who opens its one principal, and is deleted with it; a managed policy can be reviewed once and attached where it is needed. Inline policies are no fault in themselves, so this weighs little. Principals of the customer and of AWS are left out.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  options: {},
  inputs: ['inlinePolicies'],
  messages: {
    inline: { outcome: 'fail', text: '{count} inline {count|policy|policies}: {policies}.', key: ['policies'] },
    unknown: { outcome: 'notEvaluated', text: 'Which inline policies the principal has is not in the data.' },
  },
  remediation: {
    console:
      'IAM, the user, role or group, Permissions, the policy: copy its JSON; Policies, Create policy; attach the new policy in its place and Remove the inline one.',
    cli: [
      'aws iam get-role-policy --role-name <role> --policy-name <policy> --query PolicyDocument > policy.json',
      'aws iam create-policy --policy-name <policy> --policy-document file://policy.json',
      'aws iam attach-role-policy --role-name <role> --policy-arn <arn>',
      'aws iam delete-role-policy --role-name <role> --policy-name <policy>',
      '# The same with user and group in place of role.',
    ].join('\n'),
    terraform: [
      'resource "aws_iam_policy" "<policy>" {',
      '  name   = "<policy>"',
      '  policy = data.aws_iam_policy_document.policy.json',
      '}',
      '',
      'resource "aws_iam_role_policy_attachment" "<policy>" {',
      '  role       = aws_iam_role.role.name',
      '  policy_arn = aws_iam_policy.policy.arn',
      '}',
    ].join('\n'),
  },
  subjects: ({ inlinePolicies }) => inlinePolicies.filter((principal) => principal.inScope),
  evaluate: ({ policies }) => {
    if (policies === null) return notEvaluated('missing', 'unknown');
    if (policies.length === 0) return pass;
    const names = policies.map(({ policyName }) => policyName).sort(compareText);
    return fail('inline', { count: names.length, policies: names }, { evidence: policies.map(({ at }) => at) });
  },
});
