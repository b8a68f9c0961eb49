import { defineRule } from '../engine/rule.ts';
import { fail, manual, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'account-support-access',
  title: 'A role for work with AWS Support',
  description:
    'Somebody can open and follow cases with AWS Support without the root user: AWS’s managed policy AWSSupportAccess is attached to a role. Attached to users, or to groups with members, it serves the purpose by long-term identities, which some catalogues accept and others do not. Rights to AWS Support by other policies are not counted. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSupportAccess.html',
  ],
  options: {},
  inputs: ['supportAccess'],
  messages: {
    none: { outcome: 'fail', text: 'AWSSupportAccess is attached to no role, no user, and no group that has members.' },
    users: {
      outcome: 'manual',
      text: 'AWSSupportAccess is attached to no role, but to {users} {users|user|users} and {groups} {groups|group|groups} with members. Say whether that is meant.',
    },
    unseen: { outcome: 'notEvaluated', text: 'AWSSupportAccess is attached to no role seen, and not all users, groups and roles were seen.' },
  },
  remediation: {
    console: 'IAM, Roles, Create role: trusted by those who handle incidents, with the AWS managed policy AWSSupportAccess.',
    cli: [
      'aws iam create-role --role-name support --assume-role-policy-document file://trust.json',
      'aws iam attach-role-policy --role-name support --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess',
    ].join('\n'),
    terraform: [
      'resource "aws_iam_role_policy_attachment" "support" {',
      '  role       = aws_iam_role.support.name',
      '  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"',
      '}',
    ].join('\n'),
  },
  subjects: ({ supportAccess }) => [supportAccess],
  evaluate: ({ roles, users, groups, whole }) => {
    if (roles.length > 0) return pass;
    const evidence = [...users, ...groups].map(({ at }) => at);
    if (!whole) return notEvaluated('partial', 'unseen', {}, { evidence });
    return evidence.length > 0
      ? manual('users', { users: users.length, groups: groups.length }, { evidence: evidence.slice(0, MOST_SHOWN) })
      : fail('none', {}, { evidence: ['/roles'] });
  },
});

/** So many attachments are pointed at; the sentence counts all. */
const MOST_SHOWN = 5;
