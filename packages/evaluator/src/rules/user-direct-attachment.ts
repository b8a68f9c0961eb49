import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-direct-attachment',
  title: 'Policies attached to users directly',
  description: 'IAM users get permissions by groups or by assuming roles, so that rights follow a function and not a person. Policies attached to the user itself, or written on it, are told; a permissions boundary grants nothing and is not. Every user of the account is judged.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  options: {},
  inputs: ['principals'],
  messages: {
    direct: { text: '{count} {count|policy is|policies are} on the user directly: {policies}.', key: ['policies'] },
    unknown: { text: 'The policies of the user are not in the data.' },
  },
  remediation: {
    console: 'IAM, User groups, Create group: attach the policies there, add the user, then detach them from the user.',
    cli: 'aws iam attach-group-policy --group-name <group> --policy-arn <arn>; aws iam add-user-to-group …; aws iam detach-user-policy …',
    terraform: 'Replace aws_iam_user_policy_attachment and aws_iam_user_policy by aws_iam_group_policy_attachment and aws_iam_user_group_membership.',
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.type === 'user'),
  evaluate: ({ direct }) => {
    if (direct === null) return notEvaluated('missing', 'unknown');
    if (direct.length === 0) return pass;
    return fail('direct', { count: direct.length, policies: direct.map((policy) => policy.policyName) }, { evidence: direct.map((policy) => policy.at) });
  },
});
