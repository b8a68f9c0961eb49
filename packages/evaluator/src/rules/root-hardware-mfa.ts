import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'root-hardware-mfa',
  title: 'Hardware MFA of the root user',
  description:
    'The root user signs in with hardware MFA, or has no credentials at all. A virtual device assigned to it, under whatever name, fails the rule: what it holds can be copied with the phone or its backup. AWS lists virtual devices only, so that hardware is deduced: MFA is on, and no virtual device on the whole list is the root user’s. Passkeys are not on that list and count with security keys. A supporting fact: ACCT-002 does not ask for it.',
  // Security Hub rates it critical, CIS asks it at level 2 only: a virtual device is MFA all the same.
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html',
  ],
  options: {},
  inputs: ['rootMfaDevices'],
  messages: {
    'virtual': { outcome: 'fail', text: 'The root user has {count} virtual MFA {count|device|devices}.' },
    'none': { outcome: 'fail', text: 'The root user has no MFA device.' },
    'unlisted': {
      outcome: 'notEvaluated',
      text: 'The root user has MFA; of which kind cannot be told without the whole list of virtual MFA devices.',
    },
    'credentials-unknown': {
      outcome: 'notEvaluated',
      text: 'The root user has no MFA device; whether it has a password or an access key to protect is not in the data.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'Whether the root user has MFA is not in the data.' },
  },
  remediation: {
    console:
      'Sign in as the root user, open Security credentials, Multi-factor authentication (MFA), Assign MFA device: a security key, and a second one kept elsewhere. Then remove the virtual device.',
    cli: [
      '# Security keys are registered in the console. Then, with credentials of the root user:',
      'aws iam deactivate-mfa-device --user-name root --serial-number <ARN of the virtual device>',
      'aws iam delete-virtual-mfa-device --serial-number <ARN of the virtual device>',
    ].join('\n'),
    terraform: [
      '# Terraform cannot assign MFA to the root user. In an organization, central root access can remove its credentials:',
      'resource "aws_iam_organizations_features" "this" {',
      '  enabled_features = ["RootCredentialsManagement", "RootSessions"]',
      '}',
    ].join('\n'),
  },
  subjects: ({ rootMfaDevices }) => [rootMfaDevices],
  evaluate: ({ mfa, credentials, virtual, unlisted, evidence }) => {
    if (credentials === 'none') return pass;
    if (virtual.length > 0) return fail('virtual', { count: virtual.length }, { evidence: virtual });
    if (mfa === 'unknown') return notEvaluated('missing', 'unknown');
    if (mfa === 'none')
      return credentials === 'some' ? fail('none', {}, { evidence }) : notEvaluated('missing', 'credentials-unknown', {}, { evidence });
    return unlisted === null ? pass : notEvaluated(unlisted, 'unlisted', {}, { evidence });
  },
});
