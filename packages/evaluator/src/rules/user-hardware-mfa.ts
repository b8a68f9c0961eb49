import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-hardware-mfa',
  title: 'MFA by hardware or passkey',
  description:
    'Users with a console password sign in with a FIDO passkey or security key, or with a hardware token, and with no virtual MFA device: a code typed from an application can be phished, and one virtual device is a way around every key beside it. The credential report says that MFA is active and not of which kind. The list of virtual devices proves a virtual one; only ListMFADevices, asked of the user, proves that there is none. IAM does not tell whether a passkey is bound to one piece of hardware.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_fido.html'],
  options: {},
  inputs: ['users'],
  messages: {
    'virtual': { outcome: 'fail', text: '{count} of the user’s MFA devices {count|is|are} virtual.' },
    'none': { outcome: 'fail', text: 'The user has a console password and no MFA device of any kind.' },
    'kind-unknown': {
      outcome: 'notEvaluated',
      text: 'Of which kind the user’s MFA devices are is not in the data; aws iam list-mfa-devices --user-name tells it.',
    },
    'mfa-unknown': { outcome: 'notEvaluated', text: 'The user has a console password; whether MFA is active is not in the data.' },
    'console-unknown': {
      outcome: 'notEvaluated',
      text: 'Whether the user has a console password is not in the data; the credential report tells it.',
    },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Multi-factor authentication (MFA), Assign MFA device, Passkey or security key. Then remove the virtual device. Better: remove the password and let the person come through federation.',
    cli: [
      '# A passkey or security key is assigned in the console. Then:',
      'aws iam list-mfa-devices --user-name <user>',
      'aws iam deactivate-mfa-device --user-name <user> --serial-number <ARN of the virtual device>',
      'aws iam delete-virtual-mfa-device --serial-number <ARN of the virtual device>',
    ].join('\n'),
    terraform: '# The person assigns the key in the console. Then remove the aws_iam_virtual_mfa_device resource.',
  },
  subjects: ({ users }) => users,
  evaluate: ({ console, consoleEvidence, mfaDevices }) => {
    if (console.access === 'disabled') return notApplicable;
    if (console.access === 'unknown') return notEvaluated('missing', 'console-unknown');
    if (console.mfa === 'none') return fail('none', {}, { evidence: consoleEvidence });
    if (console.mfa === 'unknown') return notEvaluated('missing', 'mfa-unknown');
    const virtual = mfaDevices.list.filter(({ kind }) => kind === 'virtual');
    if (virtual.length > 0) return fail('virtual', { count: virtual.length }, { evidence: virtual.map((device) => device.at) });
    return mfaDevices.whole && mfaDevices.list.length > 0 ? pass : notEvaluated('missing', 'kind-unknown');
  },
});
