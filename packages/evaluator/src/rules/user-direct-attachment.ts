import { compareText } from '@iam-dossier/core/json';
import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';
import { isDetailed } from '../facts/grants.ts';

export default defineRule({
  id: 'user-direct-attachment',
  title: 'Policies attached to users directly',
  description:
    'IAM users get permissions by groups or by assuming roles, so that rights follow a function and not a person. Policies attached to the user itself, or written on it, are told; a permissions boundary grants nothing and is not. Every user of the account is judged.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  options: {},
  inputs: ['users'],
  messages: {
    direct: { outcome: 'fail', text: '{count} {count|policy is|policies are} on the user directly: {policies}.', key: ['policies'] },
    unknown: { outcome: 'notEvaluated', text: 'Which policies are on the user is not in the data.' },
  },
  remediation: {
    console: 'IAM, User groups, Create group: attach the policies there, add the user, then detach them from the user.',
    cli: [
      'aws iam attach-group-policy --group-name <group> --policy-arn <arn>',
      'aws iam add-user-to-group --group-name <group> --user-name <user>',
      'aws iam detach-user-policy --user-name <user> --policy-arn <arn>',
      '# Inline policies: put-group-policy, then delete-user-policy.',
    ].join('\n'),
    terraform: [
      'resource "aws_iam_group_policy_attachment" "operators" {',
      '  group      = aws_iam_group.operators.name',
      '  policy_arn = "<arn>"',
      '}',
      '',
      'resource "aws_iam_user_group_membership" "person" {',
      '  user   = "<user>"',
      '  groups = [aws_iam_group.operators.name]',
      '}',
    ].join('\n'),
  },
  subjects: ({ users }) => users,
  evaluate: ({ user, at }) => {
    const { attachedManagedPolicies: attached, userPolicyList: inline } = user ?? {};
    const found = [
      ...(attached ?? []).map(({ policyName }, index) => ({ policyName, path: `${at}/attachedManagedPolicies/${index}` })),
      ...(inline ?? []).map(({ policyName }, index) => ({ policyName, path: `${at}/userPolicyList/${index}` })),
    ];
    if (found.length === 0) return isDetailed(attached) ? pass : notEvaluated('missing', 'unknown');
    const policies = found.map((policy) => policy.policyName).sort(compareText);
    return fail('direct', { count: policies.length, policies }, { evidence: found.map((policy) => policy.path) });
  },
});
