import { defineRule } from '../engine/rule.ts';
import { useVerdict } from '../engine/unused-credentials.ts';

const options = { maximumDays: 90 } as const;

export default defineRule({
  id: 'user-credential-dormancy',
  title: 'Dormant passwords and access keys',
  description:
    'Console passwords and active access keys without a recorded use for 90 days are disabled. A credential with no recorded use is counted from the day it was made. Every user of the account is judged. The rule user-credential-use asks the same at 45 days; what sleeps for 90 is probably forgotten.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html'],
  options,
  inputs: ['credentialUse', 'times'],
  messages: {
    'unused': { outcome: 'fail', text: 'No recorded use for more than {limit} days, counted to {asOf}: {credentials}.', key: ['credentials'] },
    'unknown': { outcome: 'notEvaluated', text: 'The last use of {credentials} is not in the data.' },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Use cannot be judged: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
  },
  remediation: {
    console: 'IAM, Users, the user, Security credentials: disable console access, deactivate the access key. Delete the user when nobody misses it.',
    cli: [
      'aws iam delete-login-profile --user-name <user>',
      'aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive',
      'aws iam delete-access-key --user-name <user> --access-key-id <id>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_user_login_profile or aws_iam_access_key resource, or the aws_iam_user itself.',
  },
  subjects: ({ credentialUse }) => credentialUse,
  evaluate: (entry, { times }) => useVerdict(entry, times.asOf, options.maximumDays),
});
