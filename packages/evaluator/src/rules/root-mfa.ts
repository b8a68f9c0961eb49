import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'root-mfa',
  title: 'MFA of the root user',
  description:
    'The root user has MFA, or no credentials at all, as in member accounts whose root access is managed centrally. Which kind of device it is, root-hardware-mfa judges. A supporting fact of ACCT-002; ACCT-001 asks for it.',
  severity: 'critical',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html'],
  options: {},
  inputs: ['rootUser'],
  messages: {
    'none': { outcome: 'fail', text: 'The root user has no MFA device.' },
    'credentials-unknown': {
      outcome: 'notEvaluated',
      text: 'The root user has no MFA device; whether it has a password or an access key to protect is not in the data.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'Whether the root user has MFA is not in the data.' },
  },
  remediation: {
    console: 'Sign in as the root user, open Security credentials, Multi-factor authentication (MFA), Assign MFA device.',
    cli: [
      '# With credentials of the root user, after create-virtual-mfa-device:',
      'aws iam enable-mfa-device --user-name root --serial-number <serial> --authentication-code1 <code> --authentication-code2 <next code>',
    ].join('\n'),
    terraform: [
      '# Terraform cannot assign MFA to the root user. In an organization, central root access can remove its credentials:',
      'resource "aws_iam_organizations_features" "this" {',
      '  enabled_features = ["RootCredentialsManagement", "RootSessions"]',
      '}',
    ].join('\n'),
  },
  subjects: ({ rootUser }) => [rootUser],
  evaluate: ({ state: { mfa, password, accessKeys }, evidence }) => {
    if (mfa === 'active') return pass;
    if (password === 'none' && accessKeys === 'none') return pass;
    if (mfa === 'unknown') return notEvaluated('missing', 'unknown');
    const protects = password === 'present' || accessKeys === 'present';
    return protects ? fail('none', {}, { evidence: evidence.mfa }) : notEvaluated('missing', 'credentials-unknown', {}, { evidence: evidence.mfa });
  },
});
