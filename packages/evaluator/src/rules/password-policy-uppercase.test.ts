import { unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-uppercase.ts';

testRule(rule, [
  ...policyCases(['RequireUppercaseCharacters=false'], ['RequireUppercaseCharacters=true']),
  {
    name: 'a policy that asks for this type alone',
    snapshot: policyWith({ RequireLowercaseCharacters: false, RequireSymbols: false, RequireNumbers: false, MinimumPasswordLength: 6 }),
    expected: { [aws.id]: 'pass' },
  },
  {
    name: 'a setting that the file lacks, which is neither off nor on',
    snapshot: policyWith({ RequireUppercaseCharacters: undefined }),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['RequireUppercaseCharacters'] }) },
  },
]);
