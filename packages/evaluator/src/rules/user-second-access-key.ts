import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-second-access-key',
  title: 'At most one active access key per user',
  description:
    'A user has at most one active access key. IAM allows two, so that one can replace the other; a second that stays active doubles what can leak, and nobody sees which of the two is in use. Keys that are inactive or expired do not count. Every user of the account is judged. The better answer is to have no key: the rule user-access-key judges that.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html'],
  options: {},
  inputs: ['users'],
  messages: {
    several: { outcome: 'fail', text: '{count} access keys of the user are active at a time.' },
    unknown: { outcome: 'notEvaluated', text: 'Not every access key of the user is told by the data.' },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Access keys: see by Last used which one is in use; deactivate the other, wait until nothing fails, delete it.',
    cli: [
      'aws iam list-access-keys --user-name <user>',
      'aws iam get-access-key-last-used --access-key-id <id>',
      'aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive',
      'aws iam delete-access-key --user-name <user> --access-key-id <id>',
    ].join('\n'),
    terraform: '# Remove one of the two aws_iam_access_key resources of the user.',
  },
  subjects: ({ users }) => users,
  evaluate: ({ accessKeys }) => {
    if (accessKeys === null) return notEvaluated('missing', 'unknown');
    const active = accessKeys.filter((key) => key.status === 'active');
    const unclear = accessKeys.filter((key) => key.status === 'unknown').length;
    if (active.length > 1) return fail('several', { count: active.length }, { evidence: active.flatMap((key) => key.evidence) });
    if (active.length + unclear > 1) return notEvaluated('missing', 'unknown');
    return active.length + unclear === 0 ? notApplicable : pass;
  },
});
