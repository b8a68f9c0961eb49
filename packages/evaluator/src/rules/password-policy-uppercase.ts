import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-uppercase',
  title: 'Upper-case letters in passwords',
  description:
    'The password policy asks for an upper-case letter. AWS’s default policy, in force where no custom one is set, asks for any three of the four character types and so does not surely ask for this one.',
  severity: 'medium',
  asked: { requireUppercaseCharacters: true },
  byDefault: 'It asks for three of the four character types, so that a password need not have an upper-case letter.',
});
