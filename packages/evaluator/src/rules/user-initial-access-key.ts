import type { KnownTime } from '@iam-dossier/core/assessment';
import { ageInMinutes } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

const options = { withinMinutes: 5 } as const;

export default defineRule({
  id: 'user-initial-access-key',
  title: 'No access key made together with the user',
  description:
    'A person who gets a console password does not get an access key with it: a key made in the same sitting as the user was handed over by somebody else, and often nobody needed it. Users with a console password are judged by their active keys; a key counts as made with the user when their times are not more than five minutes apart, whether or not it was used since. The times are AWS’s own; a key or user without one is not evaluated.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_create.html'],
  options,
  inputs: ['users'],
  messages: {
    'together': { outcome: 'fail', text: '{count} active access {count|key was|keys were} made within {limit} minutes of the user.' },
    'undated': { outcome: 'notEvaluated', text: 'When the user or an active access key was made is not in the data.' },
    'unknown': { outcome: 'notEvaluated', text: 'Not every access key of the user is told by the data.' },
    'console-unknown': {
      outcome: 'notEvaluated',
      text: 'Whether the user has a console password is not in the data; the credential report tells it.',
    },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Access keys: ask the person whether the key is needed; deactivate it, wait until nothing fails, delete it. For the AWS CLI let the person sign in with aws login.',
    cli: [
      'aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive',
      'aws iam delete-access-key --user-name <user> --access-key-id <id>',
      '# In its place, with the policy SignInLocalDevelopmentAccess:',
      'aws login --profile <profile>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_access_key resource that stands beside the aws_iam_user_login_profile.',
  },
  subjects: ({ users }) => users,
  evaluate: ({ console, accessKeys, created }) => {
    if (console.access === 'disabled') return notApplicable;
    if (console.access === 'unknown') return notEvaluated('missing', 'console-unknown');
    if (accessKeys === null) return notEvaluated('missing', 'unknown');
    const active = accessKeys.filter((key) => key.status === 'active');
    const together = active.filter((key) => isTogether(created, key.created));
    if (together.length > 0) {
      return fail('together', { count: together.length, limit: options.withinMinutes }, { evidence: together.flatMap((key) => key.evidence) });
    }
    const undated = active.length > 0 && [created, ...active.map((key) => key.created)].some((time) => time.state !== 'known');
    if (undated) return notEvaluated('missing', 'undated', {}, { evidence: active.flatMap((key) => key.evidence) });
    return accessKeys.some((key) => key.status === 'unknown') ? notEvaluated('missing', 'unknown') : pass;
  },
});

function isTogether(user: KnownTime, key: KnownTime): boolean {
  return user.state === 'known' && key.state === 'known' && Math.abs(ageInMinutes(user.at, key.at)) <= options.withinMinutes;
}
