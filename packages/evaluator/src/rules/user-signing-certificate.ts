import { noneActive } from '../engine/long-term.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'user-signing-certificate',
  title: 'No signing certificates in scope',
  description:
    'No user in scope has an active X.509 signing certificate. AWS takes it to sign requests of old SOAP interfaces in place of an access key; it is a long-term credential, which ACCT-002’s reviewers reject. The credential report and ListSigningCertificates both tell; the list is newer and decides. An inactive certificate keeps its date in the report and does not count.',
  severity: 'medium',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html'],
  options: {},
  inputs: ['signingCertificates'],
  messages: {
    active: { outcome: 'fail', text: '{count} active signing {count|certificate: a long-term credential|certificates: long-term credentials}.' },
    unknown: { outcome: 'notEvaluated', text: 'A signing certificate has a status that is not known.' },
  },
  remediation: {
    console:
      'Let the program use an IAM role. Then IAM, Users, the user, Security credentials, X.509 signing certificates: Make inactive, wait until nothing fails, Delete.',
    cli: [
      'aws iam list-signing-certificates --user-name <user>',
      'aws iam update-signing-certificate --user-name <user> --certificate-id <id> --status Inactive',
      'aws iam delete-signing-certificate --user-name <user> --certificate-id <id>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_signing_certificate resource.',
  },
  subjects: ({ signingCertificates }) => signingCertificates.filter((user) => user.inScope),
  evaluate: (user) => noneActive(user),
});
