import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'group-member',
  title: 'Members of user groups',
  description:
    'Every user group has a member. A group without one grants nothing today; whoever is put into it tomorrow gets policies that nobody looked at for long. Members are told by the users’ own lists of groups: where not every user is in the data, a group in which nobody was seen is not evaluated.',
  severity: 'info',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_delete.html'],
  options: {},
  inputs: ['groups'],
  messages: {
    empty: { outcome: 'fail', text: 'The group has no members.' },
    unseen: { outcome: 'notEvaluated', text: 'Nobody was seen in the group, and not every user is in the data.' },
  },
  remediation: {
    console: 'IAM, User groups, the group: add the users it is for, or Delete.',
    cli: [
      'aws iam get-group --group-name <group>',
      'aws iam list-attached-group-policies --group-name <group>',
      'aws iam detach-group-policy --group-name <group> --policy-arn <arn>',
      'aws iam list-group-policies --group-name <group>',
      'aws iam delete-group-policy --group-name <group> --policy-name <name>',
      'aws iam delete-group --group-name <group>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_group resource and its aws_iam_group_policy_attachment, or name members in an aws_iam_group_membership.',
  },
  subjects: ({ groups }) => groups,
  evaluate: ({ members, whole, at }) => {
    if (members > 0) return pass;
    return whole ? fail('empty', {}, { evidence: [at] }) : notEvaluated('partial', 'unseen');
  },
});
