import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { reportTime } from '../facts/console.ts';

const options = { maximumDays: 365 } as const;

export default defineRule({
  id: 'user-password-age',
  title: 'Age of console passwords',
  description:
    'Console passwords were changed within the last 365 days. What counts is the password itself, by the credential report, and not the policy: a policy without expiry leaves passwords as old as their users. Where the report does not say when a password was changed, a user made within the limit passes all the same: no password is older than its user. Every user with a console password is judged.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html'],
  options,
  inputs: ['users', 'times'],
  messages: {
    'old': { outcome: 'fail', text: 'The console password is {days} days old, counted to {asOf}; the limit is {limit}.' },
    'undated': { outcome: 'notEvaluated', text: 'When the console password was changed is not in the data.' },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Ages cannot be counted: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
    'console-unknown': {
      outcome: 'notEvaluated',
      text: 'Whether the user has a console password is not in the data; the credential report tells it.',
    },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Console sign-in, Manage console access, Reset password, with “User must create new password at next sign-in”. Better: remove the password and let the person come through federation.',
    cli: [
      'aws iam update-login-profile --user-name <user> --password <new password> --password-reset-required',
      '# Better, once the person comes through federation:',
      'aws iam delete-login-profile --user-name <user>',
    ].join('\n'),
    terraform: [
      '# Terraform does not reset a password. To let passwords expire, set max_password_age in aws_iam_account_password_policy',
      '# beside all its other settings: those left out fall back to weak defaults.',
    ].join('\n'),
  },
  subjects: ({ users }) => users,
  evaluate: ({ console, report, created }, { times: { asOf } }) => {
    if (console.access === 'disabled') return notApplicable;
    if (console.access === 'unknown') return notEvaluated('missing', 'console-unknown');
    if (asOf === null) return notEvaluated('missing', 'no-time');
    const changed = reportTime(report?.row.passwordLastChanged);
    if (changed.state === 'known') {
      const days = ageInDays(changed.at, asOf);
      const evidence = report ? [report.at('passwordLastChanged')] : [];
      return days > options.maximumDays ? fail('old', { days, asOf, limit: options.maximumDays }, { evidence }) : pass;
    }
    const young = created.state === 'known' && ageInDays(created.at, asOf) <= options.maximumDays;
    return young ? pass : notEvaluated('missing', 'undated');
  },
});
