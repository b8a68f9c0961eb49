import { fails, unproven } from '../testing/case.test-helper.ts';
import { aws, policyCases, policyWith } from '../testing/password-policy.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './password-policy-expiry.ts';

const asked = ['MaxPasswordAge<=90'];
const weak = (...settings: string[]) => ({ [aws.id]: fails('weak', { settings, asked }) });
const incomplete = (...settings: string[]) => ({ [aws.id]: unproven('partial', 'incomplete', { settings }) });

testRule(rule, [
  ...policyCases(['ExpirePasswords=false'], asked),
  { name: 'exactly 90 days', snapshot: policyWith({ MaxPasswordAge: 90 }), expected: { [aws.id]: 'pass' } },
  { name: 'one day', snapshot: policyWith({ MaxPasswordAge: 1 }), expected: { [aws.id]: 'pass' } },
  { name: 'days without the flag that AWS derives from them', snapshot: policyWith({ ExpirePasswords: undefined }), expected: { [aws.id]: 'pass' } },
  { name: 'one day too many', snapshot: policyWith({ MaxPasswordAge: 91 }), expected: weak('MaxPasswordAge=91') },
  {
    name: 'no days, which is never',
    snapshot: policyWith({ ExpirePasswords: undefined, MaxPasswordAge: 0 }),
    expected: weak('ExpirePasswords=false'),
  },
  {
    name: 'no expiry, of which AWS leaves out the days',
    snapshot: policyWith({ ExpirePasswords: false, MaxPasswordAge: undefined }),
    expected: weak('ExpirePasswords=false'),
  },
  { name: 'expiry without its days', snapshot: policyWith({ MaxPasswordAge: undefined }), expected: incomplete('MaxPasswordAge') },
  {
    name: 'neither flag nor days',
    snapshot: policyWith({ ExpirePasswords: undefined, MaxPasswordAge: undefined }),
    expected: incomplete('ExpirePasswords'),
  },
]);
