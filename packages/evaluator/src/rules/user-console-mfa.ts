import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-console-mfa',
  title: 'MFA of users with console access',
  description:
    'Every IAM user with a console password has an MFA device. All users of the account are judged; those without a console password do not count. Without the credential report it is not known who has one, and nobody passes. A supporting fact: ACCT-002 does not ask for MFA in words.',
  severity: 'high',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html'],
  options: {},
  inputs: ['users'],
  messages: {
    'none': { outcome: 'fail', text: 'The user has a console password and no MFA device.' },
    'console-unknown': {
      outcome: 'notEvaluated',
      text: 'Whether the user has a console password is not in the data; the credential report tells it.',
    },
    'mfa-unknown': { outcome: 'notEvaluated', text: 'The user has a console password; whether MFA is active is not in the data.' },
  },
  remediation: {
    console:
      'IAM, Users, the user, Security credentials, Multi-factor authentication (MFA), Assign MFA device. Better: remove the password and let the person come through federation.',
    cli: [
      'aws iam create-virtual-mfa-device --virtual-mfa-device-name <user> --outfile qr.png --bootstrap-method QRCodePNG',
      'aws iam enable-mfa-device --user-name <user> --serial-number <serial> --authentication-code1 <code> --authentication-code2 <next code>',
      '# Better, once the person comes through federation:',
      'aws iam delete-login-profile --user-name <user>',
    ].join('\n'),
    terraform: [
      '# The person assigns the device. Better, once they come through federation:',
      '# remove the aws_iam_user_login_profile resource.',
    ].join('\n'),
  },
  subjects: ({ users }) => users,
  evaluate: ({ console, consoleEvidence: evidence }) => {
    if (console.access === 'disabled') return notApplicable;
    if (console.access === 'unknown') return notEvaluated('missing', 'console-unknown');
    if (console.mfa === 'active') return pass;
    return console.mfa === 'none' ? fail('none', {}, { evidence }) : notEvaluated('missing', 'mfa-unknown');
  },
});
