import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-expiry',
  title: 'Expiry of passwords',
  description:
    'Passwords expire after 90 days at the most. Newer guidance no longer asks for expiry: where MFA is on, a long password that stays may be the better answer.',
  severity: 'low',
  asked: { maxPasswordAge: 90 },
  byDefault: 'Under it passwords never expire.',
});
