import { awsAccount, refused, wholeAccount } from './aws.test-helper.ts';
import { denied, fails, missing, type RuleCase } from './case.test-helper.ts';

export const aws = awsAccount();

const strongest = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  ExpirePasswords: true,
  MaxPasswordAge: 90,
  PasswordReusePrevention: 24,
};

/** What `update-account-password-policy` leaves when it is called without anything: weaker than AWS's default. */
const weakest = {
  MinimumPasswordLength: 6,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
  ExpirePasswords: false,
  MaxPasswordAge: undefined,
  PasswordReusePrevention: undefined,
};

/** The account with the strongest policy, but for what is changed; `undefined` takes a setting out of the answer. */
export const policyWith = (changes: object = {}) => aws.snapshot([{ PasswordPolicy: { ...strongest, ...changes } }]);

/** What every rule of the password policy must say: `settings` are those of the weakest policy that it refuses. */
export function policyCases(settings: readonly string[], asked: readonly string[]): RuleCase[] {
  const only = (verdict: RuleCase['expected'][string]) => ({ [aws.id]: verdict });
  const noPolicy = refused('GetAccountPasswordPolicy', 'NoSuchEntity');
  return [
    { name: 'the strongest policy', snapshot: policyWith(), expected: only('pass') },
    { name: 'the default policy, whatever it asks for', snapshot: aws.snapshot([noPolicy]), expected: only(fails('default')) },
    {
      name: 'the default policy in an account without users: the setting is judged',
      snapshot: aws.snapshot([noPolicy, ...wholeAccount({})]),
      expected: only(fails('default')),
    },
    { name: 'a custom policy weaker than the default', snapshot: policyWith(weakest), expected: only(fails('weak', { settings, asked })) },
    {
      name: 'access denied, which is not the default policy',
      snapshot: aws.snapshot([refused('GetAccountPasswordPolicy')]),
      expected: only(denied('passwordPolicy')),
    },
    {
      name: 'a throttled call, which is not the default policy',
      snapshot: aws.snapshot([refused('GetAccountPasswordPolicy', 'Throttling')]),
      expected: only(missing('passwordPolicy')),
    },
    {
      name: 'an entity that another call did not find',
      snapshot: aws.snapshot([refused('GetLoginProfile', 'NoSuchEntity')]),
      expected: only(missing('passwordPolicy')),
    },
    { name: 'no answer', snapshot: aws.snapshot([]), expected: only(missing('passwordPolicy')) },
  ];
}
