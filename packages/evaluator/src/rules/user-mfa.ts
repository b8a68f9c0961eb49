import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-mfa',
  title: 'MFA of every user',
  description:
    'Every IAM user has an MFA device, whether or not it has a console password: policies can ask for MFA of access keys too, and a user without a device cannot answer. Stricter than user-console-mfa, which asks it of those with a password only. A device that is listed counts, even where the credential report, up to four hours older, does not know it yet.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html'],
  options: {},
  inputs: ['users'],
  messages: {
    none: { outcome: 'fail', text: 'The user has no MFA device.' },
    unknown: { outcome: 'notEvaluated', text: 'Whether the user has an MFA device is not in the data; the credential report tells it.' },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Multi-factor authentication (MFA), Assign MFA device. Better: let the person come through federation and the machine through a role, and delete the user.',
    cli: [
      'aws iam create-virtual-mfa-device --virtual-mfa-device-name <user> --outfile qr.png --bootstrap-method QRCodePNG',
      'aws iam enable-mfa-device --user-name <user> --serial-number <serial> --authentication-code1 <code> --authentication-code2 <next code>',
    ].join('\n'),
    terraform: '# The person assigns the device. Better: remove the aws_iam_user resource, once federation or a role takes its place.',
  },
  subjects: ({ users }) => users,
  evaluate: ({ console, consoleEvidence, at }) => {
    if (console.mfa === 'active') return pass;
    return console.mfa === 'none'
      ? fail('none', {}, { evidence: consoleEvidence.length > 0 ? consoleEvidence : [at] })
      : notEvaluated('missing', 'unknown');
  },
});
