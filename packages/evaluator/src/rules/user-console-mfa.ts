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
    none: { text: 'The user has a console password and no MFA device.' },
    'console-unknown': { text: 'Whether the user has a console password is not in the data: the credential report is missing.' },
    'mfa-unknown': { text: 'The user has a console password; whether MFA is active is not in the data.' },
  },
  remediation: {
    console: 'IAM, Users, the user, Security credentials, Multi-factor authentication (MFA), Assign MFA device. Better: remove the password and let the person come through federation.',
    cli: 'aws iam create-virtual-mfa-device … then aws iam enable-mfa-device --user-name <user> …; or aws iam delete-login-profile --user-name <user>',
    terraform: 'resource "aws_iam_virtual_mfa_device" "this" {\n  virtual_mfa_device_name = "<user>"\n}\n# The person enables it; or remove the aws_iam_user_login_profile.',
  },
  subjects: ({ users }) => users,
  evaluate: ({ console, consoleEvidence: evidence }) => {
    if (console.access === 'disabled') return notApplicable;
    if (console.access === 'unknown') return notEvaluated('missing', 'console-unknown');
    if (console.mfa === 'active') return pass;
    return console.mfa === 'none' ? fail('none', {}, { evidence }) : notEvaluated('missing', 'mfa-unknown');
  },
});
