import { fails, unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-reuse.ts';

const asked = ['PasswordReusePrevention=24'];
const remembered = (count: number) => fails('weak', { settings: [`PasswordReusePrevention=${count}`], asked });

testRule(rule, [
  ...policyCases(['PasswordReusePrevention=0'], asked),
  { name: 'one password fewer', snapshot: policyWith({ PasswordReusePrevention: 23 }), expected: { [aws.id]: remembered(23) } },
  { name: 'a number that IAM does not know', snapshot: policyWith({ PasswordReusePrevention: 25 }), expected: { [aws.id]: remembered(25) } },
  {
    name: 'a number that AWS leaves out, none being remembered',
    snapshot: policyWith({ PasswordReusePrevention: undefined }),
    expected: { [aws.id]: remembered(0) },
  },
  {
    name: 'a number that cannot be read, which is not none',
    snapshot: policyWith({ PasswordReusePrevention: '24' }),
    expected: { [aws.id]: unproven('partial', 'incomplete', { settings: ['PasswordReusePrevention'] }) },
  },
  { name: 'a weak policy otherwise', snapshot: policyWith({ MinimumPasswordLength: 6, ExpirePasswords: false }), expected: { [aws.id]: 'pass' } },
]);
