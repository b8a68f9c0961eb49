import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { shortfallsOf } from '../rule-parts/password-settings.ts';

const options = { minimumPasswordLength: 14, passwordReusePrevention: 24 } as const;
const asked = { ...options, requireUppercaseCharacters: true, requireLowercaseCharacters: true, requireNumbers: true, requireSymbols: true } as const;

export default defineRule({
  id: 'account-password-policy',
  title: 'Password policy of the account',
  description:
    'Judges the password policy for IAM users: length, character types and reuse. It binds IAM users with a console password only, and only when they next change it; where surely no user has one, it does not apply. AWS’s default policy falls short. A supporting fact: ACCT-002 does not ask for a password policy.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  options,
  inputs: ['passwordPolicy', 'consoleUsers'],
  messages: {
    default: {
      outcome: 'fail',
      text: 'AWS’s default password policy is in force: 8 characters, three of four character types, no expiry, reuse not prevented.',
    },
    weak: {
      outcome: 'fail',
      text: 'The password policy of the account falls short: {settings}. Asked for: a minimum length of {minimumPasswordLength}, all four character types, {passwordReusePrevention} passwords remembered.',
      key: ['settings'],
    },
    incomplete: { outcome: 'notEvaluated', text: 'The password policy is not whole in the data: {settings} missing.' },
  },
  remediation: {
    console:
      'IAM, Account settings, Password policy, Edit: choose Custom, at least 14 characters, all four character types, prevent reuse of 24 passwords.',
    cli: 'aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --require-numbers --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password --password-reuse-prevention 24',
    terraform: [
      'resource "aws_iam_account_password_policy" "this" {',
      '  minimum_password_length        = 14',
      '  require_symbols                = true',
      '  require_numbers                = true',
      '  require_uppercase_characters   = true',
      '  require_lowercase_characters   = true',
      '  allow_users_to_change_password = true',
      '  password_reuse_prevention      = 24',
      '}',
    ].join('\n'),
  },
  weighsGaps: true,
  subjects: ({ passwordPolicy }) => [passwordPolicy],
  evaluate: ({ policy }, { consoleUsers }) => {
    if (consoleUsers.certainlyNone) return notApplicable;
    const evidence = ['/passwordPolicy'];
    if (policy.kind === 'default') return fail('default', {}, { evidence });
    const { weak, absent } = shortfallsOf(policy, asked);
    if (weak.length > 0) return fail('weak', { settings: weak, ...options }, { evidence });
    return absent.length > 0 ? notEvaluated('partial', 'incomplete', { settings: absent }, { evidence }) : pass;
  },
});
