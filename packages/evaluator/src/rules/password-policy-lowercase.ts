import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-lowercase',
  title: 'Lower-case letters in passwords',
  description:
    'The password policy asks for a lower-case letter. AWS’s default policy, in force where no custom one is set, asks for any three of the four character types and so does not surely ask for this one.',
  severity: 'medium',
  asked: { requireLowercaseCharacters: true },
  byDefault: 'It asks for three of the four character types, so that a password need not have a lower-case letter.',
});
