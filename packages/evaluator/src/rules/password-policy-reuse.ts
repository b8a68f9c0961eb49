import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-reuse',
  title: 'Reuse of passwords',
  description:
    'The password policy remembers 24 passwords, the most IAM can, so that an old password does not come back. AWS leaves the number out of its answer when none is remembered.',
  severity: 'low',
  asked: { exactPasswordReusePrevention: 24 },
  byDefault: 'Under it an old password may be used again.',
});
