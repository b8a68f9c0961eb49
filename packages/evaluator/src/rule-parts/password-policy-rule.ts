import { defineRule, type Rule, type RuleMeta } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';
import { askedWords, shortfallsOf, type AskedSettings } from './password-settings.ts';

interface PasswordPolicyRule extends Pick<RuleMeta, 'id' | 'title' | 'description' | 'severity'> {
  asked: AskedSettings;
  /** What is said when AWS's default policy is in force, which the API's settings cannot express. */
  byDefault: string;
}

/** A rule that asks for some settings of the account's password policy. It judges the setting, whoever has a password now. */
export function passwordPolicyRule({ asked, byDefault, ...meta }: PasswordPolicyRule): Rule {
  return defineRule({
    ...meta,
    description: `${meta.description} The setting itself is judged, whether or not a user has a password now: account-password-policy weighs that. Length, characters and reuse bind a password when it is next changed, expiry at once. A supporting fact: ACCT-002 does not ask for it.`,
    weight: 'supporting',
    since: '0.1.0',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
    options: Object.fromEntries(Object.entries(asked)),
    inputs: ['passwordPolicy'],
    messages: {
      default: { outcome: 'fail', text: `No custom password policy is set: AWS’s default is in force. ${byDefault}` },
      weak: { outcome: 'fail', text: 'The password policy falls short: {settings}. Asked for: {asked}.', key: ['settings'] },
      incomplete: { outcome: 'notEvaluated', text: 'The password policy is not whole in the data: {settings} missing.' },
    },
    remediation: remediationOf(asked.maxPasswordAge),
    subjects: ({ passwordPolicy }) => [passwordPolicy],
    evaluate: ({ policy }) => {
      const evidence = ['/passwordPolicy'];
      if (policy.kind === 'default') return fail('default', {}, { evidence });
      const { weak, absent } = shortfallsOf(policy, asked);
      if (weak.length > 0) return fail('weak', { settings: weak, asked: askedWords(asked) }, { evidence });
      return absent.length > 0 ? notEvaluated('partial', 'incomplete', { settings: absent }, { evidence }) : pass;
    },
  });
}

/** The call replaces the whole policy, so that a setting is never mended alone. */
function remediationOf(days: number | undefined): RuleMeta['remediation'] {
  return {
    console: `IAM, Account settings, Password policy, Edit: choose Custom, at least 14 characters, all four character types, prevent reuse of 24 passwords${days === undefined ? '' : `, expiration after ${days} days`}.`,
    cli: [
      '# The call replaces the whole policy: what is left out falls back to length 6, no character types, no expiry, reuse allowed.',
      `aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --require-numbers --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password --password-reuse-prevention 24${days === undefined ? '' : ` --max-password-age ${days}`}`,
    ].join('\n'),
    terraform: [
      'resource "aws_iam_account_password_policy" "this" {',
      '  minimum_password_length        = 14',
      '  require_symbols                = true',
      '  require_numbers                = true',
      '  require_uppercase_characters   = true',
      '  require_lowercase_characters   = true',
      '  allow_users_to_change_password = true',
      '  password_reuse_prevention      = 24',
      ...(days === undefined ? [] : [`  max_password_age               = ${days}`]),
      '}',
    ].join('\n'),
  };
}
