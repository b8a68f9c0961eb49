import { awsAccount, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-password-policy.ts';

const aws = awsAccount();
const strong = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  ExpirePasswords: false,
  PasswordReusePrevention: 24,
};
const policy = (changes: object = {}) => ({ PasswordPolicy: { ...strong, ...changes } });
const asked = { minimumPasswordLength: 14, passwordReusePrevention: 24 };
const noReuse = { ...strong, PasswordReusePrevention: undefined };

testRule(rule, [
  { name: 'a strong policy', snapshot: aws.snapshot([policy()]), expected: { [aws.id]: 'pass' } },
  { name: 'one at its limits and beyond', snapshot: aws.snapshot([policy({ MinimumPasswordLength: 128 })]), expected: { [aws.id]: 'pass' } },
  {
    name: 'the default policy, which is an answer of its own',
    snapshot: aws.snapshot([refused('GetAccountPasswordPolicy', 'NoSuchEntity')]),
    expected: { [aws.id]: fails('default') },
  },
  {
    name: 'a policy of one’s own that is weaker than the default',
    snapshot: aws.snapshot([
      policy({
        MinimumPasswordLength: 6,
        RequireSymbols: false,
        RequireNumbers: false,
        RequireUppercaseCharacters: false,
        RequireLowercaseCharacters: false,
      }),
    ]),
    expected: {
      [aws.id]: fails('weak', {
        settings: [
          'MinimumPasswordLength=6',
          'RequireUppercaseCharacters=false',
          'RequireLowercaseCharacters=false',
          'RequireNumbers=false',
          'RequireSymbols=false',
        ],
        ...asked,
      }),
    },
  },
  {
    name: 'one character short',
    snapshot: aws.snapshot([policy({ MinimumPasswordLength: 13 })]),
    expected: { [aws.id]: fails('weak', { settings: ['MinimumPasswordLength=13'], ...asked }) },
  },
  {
    name: 'reuse not prevented, which AWS leaves out',
    snapshot: aws.snapshot([{ PasswordPolicy: noReuse }]),
    expected: { [aws.id]: fails('weak', { settings: ['PasswordReusePrevention=0'], ...asked }) },
  },
  {
    name: 'settings that the file lacks are not off, nor on',
    snapshot: aws.snapshot([policy({ MinimumPasswordLength: undefined, RequireSymbols: undefined })]),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['MinimumPasswordLength', 'RequireSymbols'] }) },
  },
  {
    name: 'an account that surely has no user',
    snapshot: aws.snapshot([refused('GetAccountPasswordPolicy', 'NoSuchEntity'), ...wholeAccount({})]),
    expected: { [aws.id]: 'notApplicable' },
  },
  {
    name: 'users without passwords',
    snapshot: aws.snapshot([policy({ MinimumPasswordLength: 8 }), ...wholeAccount({ users: [aws.user('ci')] }), reportOf({ ci: {} })]),
    expected: { [aws.id]: 'notApplicable' },
  },
  {
    name: 'a user with a password',
    snapshot: aws.snapshot([policy({ MinimumPasswordLength: 8 }), ...wholeAccount({ users: [aws.user('ana')] }), reportOf({ ana: consoleCells })]),
    expected: { [aws.id]: fails('weak', { settings: ['MinimumPasswordLength=8'], ...asked }) },
  },
  {
    name: 'users of whom the passwords are not known',
    snapshot: aws.snapshot([policy(), ...wholeAccount({ users: [aws.user('ana')] })]),
    expected: { [aws.id]: 'pass' },
  },
  { name: 'no answer', snapshot: aws.snapshot([...wholeAccount({ users: [aws.user('ana')] })]), expected: { [aws.id]: missing('passwordPolicy') } },
  {
    name: 'access denied, which is not the default policy',
    snapshot: aws.snapshot([refused('GetAccountPasswordPolicy')]),
    expected: { [aws.id]: denied('passwordPolicy') },
  },
]);
