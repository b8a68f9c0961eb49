import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'root-signing-certificate',
  title: 'No signing certificates of the root user',
  description:
    'An X.509 signing certificate of the root user is a long-term credential that can do everything, and nothing new needs one. The account summary counts certificates whatever their state; the credential report, used where the summary is silent, tells of active ones only. A supporting fact: ACCT-002 does not name these certificates.',
  severity: 'high',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html',
  ],
  options: {},
  inputs: ['rootUser'],
  messages: {
    present: { outcome: 'fail', text: 'The root user has a signing certificate.' },
    unknown: { outcome: 'notEvaluated', text: 'Whether the root user has a signing certificate is not in the data.' },
  },
  remediation: {
    console: 'Sign in as the root user, open Security credentials, X.509 signing certificates: deactivate, wait until nothing fails, delete.',
    cli: [
      '# With credentials of the root user:',
      'aws iam list-signing-certificates',
      'aws iam update-signing-certificate --certificate-id <id> --status Inactive',
      'aws iam delete-signing-certificate --certificate-id <id>',
    ].join('\n'),
    terraform: [
      '# Terraform cannot manage certificates of the root user. In an organization, central root access can remove them:',
      'resource "aws_iam_organizations_features" "this" {',
      '  enabled_features = ["RootCredentialsManagement", "RootSessions"]',
      '}',
    ].join('\n'),
  },
  subjects: ({ rootUser }) => [rootUser],
  evaluate: ({ signingCertificates, evidence }) => {
    if (signingCertificates === 'unknown') return notEvaluated('missing', 'unknown');
    return signingCertificates === 'present' ? fail('present', {}, { evidence: evidence.signingCertificates }) : pass;
  },
});
