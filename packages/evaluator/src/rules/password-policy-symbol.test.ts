import { unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-symbol.ts';

testRule(rule, [
  ...policyCases(['RequireSymbols=false'], ['RequireSymbols=true']),
  {
    name: 'a policy that asks for this type alone',
    snapshot: policyWith({ RequireUppercaseCharacters: false, RequireLowercaseCharacters: false, RequireNumbers: false, MinimumPasswordLength: 6 }),
    expected: { [aws.id]: 'pass' },
  },
  {
    name: 'a setting that the file lacks, which is neither off nor on',
    snapshot: policyWith({ RequireSymbols: undefined }),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['RequireSymbols'] }) },
  },
]);
