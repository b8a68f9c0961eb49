import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

const options = { maximumDays: 90 } as const;

export default defineRule({
  id: 'access-key-age',
  title: 'Age of active access keys',
  description:
    'Active access keys are replaced at least every 90 days, counted from the day they were made to the time the account was read. Every user of the account is judged. The better answer is to have no key: the rule user-access-key judges that.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html'],
  options,
  inputs: ['users', 'times'],
  messages: {
    'old': { outcome: 'fail', text: 'The oldest active access key is {days} days old, counted to {asOf}; the limit is {limit}.' },
    'undated': { outcome: 'notEvaluated', text: 'The age of an active access key is not in the data.' },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Ages cannot be counted: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every access key of the user is told by the data.' },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Access keys: create a second key, change what uses the first, deactivate and delete the first.',
    cli: [
      'aws iam create-access-key --user-name <user>',
      '# Put the new key in the place of the old one, then:',
      'aws iam update-access-key --user-name <user> --access-key-id <old id> --status Inactive',
      'aws iam delete-access-key --user-name <user> --access-key-id <old id>',
    ].join('\n'),
    terraform: 'terraform apply -replace=aws_iam_access_key.<name>',
  },
  subjects: ({ users }) => users,
  evaluate: ({ accessKeys }, { times }) => {
    if (accessKeys === null) return notEvaluated('missing', 'unknown');
    const active = accessKeys.filter((key) => key.status === 'active');
    const unclear = accessKeys.some((key) => key.status === 'unknown');
    if (active.length === 0) return unclear ? notEvaluated('missing', 'unknown') : notApplicable;
    const { asOf } = times;
    if (asOf === null) return notEvaluated('missing', 'no-time');
    const ages = active.map((key) => (key.created.state === 'known' ? ageInDays(key.created.at, asOf) : null));
    const days = Math.max(...ages.map((age) => age ?? -1));
    const evidence = active.flatMap((key) => key.evidence);
    if (days > options.maximumDays) return fail('old', { days, asOf, limit: options.maximumDays }, { evidence });
    if (ages.includes(null)) return notEvaluated('missing', 'undated', {}, { evidence });
    return unclear ? notEvaluated('missing', 'unknown', {}, { evidence }) : pass;
  },
});
