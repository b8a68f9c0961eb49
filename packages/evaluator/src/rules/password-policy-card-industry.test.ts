import { fails, unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-card-industry.ts';

const asked = [
  'MinimumPasswordLength>=7',
  'RequireUppercaseCharacters=true',
  'RequireLowercaseCharacters=true',
  'RequireNumbers=true',
  'PasswordReusePrevention>=4',
  'MaxPasswordAge<=90',
];
const weakest = [
  'MinimumPasswordLength=6',
  'RequireUppercaseCharacters=false',
  'RequireLowercaseCharacters=false',
  'RequireNumbers=false',
  'PasswordReusePrevention=0',
  'ExpirePasswords=false',
];
const limits = { MinimumPasswordLength: 7, RequireSymbols: false, PasswordReusePrevention: 4, MaxPasswordAge: 90 };

testRule(rule, [
  ...policyCases(weakest, asked),
  { name: 'one at its limits, without symbols', snapshot: policyWith(limits), expected: { [aws.id]: 'pass' } },
  {
    name: 'one beyond each limit',
    snapshot: policyWith({ ...limits, MinimumPasswordLength: 6, PasswordReusePrevention: 3, MaxPasswordAge: 91 }),
    expected: { [aws.id]: fails('weak', { settings: ['MinimumPasswordLength=6', 'PasswordReusePrevention=3', 'MaxPasswordAge=91'], asked }) },
  },
  {
    name: 'settings that the file lacks',
    snapshot: policyWith({ ...limits, RequireNumbers: undefined, MaxPasswordAge: undefined }),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['RequireNumbers', 'MaxPasswordAge'] }) },
  },
]);
