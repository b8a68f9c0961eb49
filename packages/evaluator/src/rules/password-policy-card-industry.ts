import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-card-industry',
  title: 'Passwords by the card industry’s rules',
  description:
    'The password policy asks for at least 7 characters with upper-case letters, lower-case letters and numbers, remembers at least 4 passwords and lets them expire after 90 days at the most, as version 3.2.1 of the payment card industry’s standard asks. It matters only where card data is handled.',
  severity: 'medium',
  asked: {
    minimumPasswordLength: 7,
    requireUppercaseCharacters: true,
    requireLowercaseCharacters: true,
    requireNumbers: true,
    passwordReusePrevention: 4,
    maxPasswordAge: 90,
  },
  byDefault: 'It asks for three of the four character types only; under it no password is remembered, and none expires.',
});
