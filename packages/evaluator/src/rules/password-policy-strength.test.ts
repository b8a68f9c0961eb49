import { fails, unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-strength.ts';

const asked = [
  'MinimumPasswordLength>=8',
  'RequireUppercaseCharacters=true',
  'RequireLowercaseCharacters=true',
  'RequireNumbers=true',
  'RequireSymbols=true',
];
const weakest = [
  'MinimumPasswordLength=6',
  'RequireUppercaseCharacters=false',
  'RequireLowercaseCharacters=false',
  'RequireNumbers=false',
  'RequireSymbols=false',
];

testRule(rule, [
  ...policyCases(weakest, asked),
  { name: 'eight characters', snapshot: policyWith({ MinimumPasswordLength: 8 }), expected: { [aws.id]: 'pass' } },
  {
    name: 'neither expiry nor reuse, which it does not ask about',
    snapshot: policyWith({ ExpirePasswords: false, MaxPasswordAge: undefined, PasswordReusePrevention: undefined }),
    expected: { [aws.id]: 'pass' },
  },
  {
    name: 'seven characters',
    snapshot: policyWith({ MinimumPasswordLength: 7 }),
    expected: { [aws.id]: fails('weak', { settings: ['MinimumPasswordLength=7'], asked }) },
  },
  {
    name: 'three of the four types, as the default policy has them',
    snapshot: policyWith({ MinimumPasswordLength: 8, RequireSymbols: false }),
    expected: { [aws.id]: fails('weak', { settings: ['RequireSymbols=false'], asked }) },
  },
  {
    name: 'a type that the file lacks beside one that is off',
    snapshot: policyWith({ RequireSymbols: false, RequireNumbers: undefined }),
    expected: { [aws.id]: fails('weak', { settings: ['RequireSymbols=false'], asked }) },
  },
  {
    name: 'a type that the file lacks',
    snapshot: policyWith({ RequireNumbers: undefined }),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['RequireNumbers'] }) },
  },
]);
