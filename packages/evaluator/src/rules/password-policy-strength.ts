import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-strength',
  title: 'Strength of passwords',
  description:
    'The password policy asks for at least 8 characters and all four character types. AWS’s default policy has the length, yet asks for three of the four types only. Reuse and expiry are judged by rules of their own.',
  severity: 'medium',
  asked: {
    minimumPasswordLength: 8,
    requireUppercaseCharacters: true,
    requireLowercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
  },
  byDefault: 'It asks for 8 characters and three of the four character types, not for all four.',
});
