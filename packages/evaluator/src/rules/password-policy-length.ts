import { passwordPolicyRule } from '../rule-parts/password-policy-rule.ts';

export default passwordPolicyRule({
  id: 'password-policy-length',
  title: 'Length of passwords',
  description:
    'The password policy asks for at least 14 characters. A custom policy can be weaker than AWS’s default of 8: left out, the length falls to 6.',
  severity: 'medium',
  asked: { minimumPasswordLength: 14 },
  byDefault: 'It asks for 8 characters.',
});
