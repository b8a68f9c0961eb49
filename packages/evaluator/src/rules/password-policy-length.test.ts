import { fails, unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-length.ts';

const asked = ['MinimumPasswordLength>=14'];

testRule(rule, [
  ...policyCases(['MinimumPasswordLength=6'], asked),
  { name: 'exactly as long as asked', snapshot: policyWith({ MinimumPasswordLength: 14 }), expected: { [aws.id]: 'pass' } },
  { name: 'the longest', snapshot: policyWith({ MinimumPasswordLength: 128, RequireSymbols: false }), expected: { [aws.id]: 'pass' } },
  {
    name: 'one character short',
    snapshot: policyWith({ MinimumPasswordLength: 13 }),
    expected: { [aws.id]: fails('weak', { settings: ['MinimumPasswordLength=13'], asked }) },
  },
  {
    name: 'a length that the file lacks, which is not the 8 of the default policy',
    snapshot: policyWith({ MinimumPasswordLength: undefined }),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['MinimumPasswordLength'] }) },
  },
]);
