import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'root-access-key',
  title: 'No access keys of the root user',
  description:
    'The root user can do everything and cannot be limited by IAM policies. An access key of it, active or not, is a long-term credential, and ACCT-002’s reviewers accept no reference to those.',
  severity: 'critical',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html'],
  options: {},
  inputs: ['rootUser'],
  messages: {
    present: { outcome: 'fail', text: 'The root user has an access key.' },
    unknown: { outcome: 'notEvaluated', text: 'Whether the root user has an access key is not in the data.' },
  },
  remediation: {
    console: 'Sign in as the root user, open Security credentials, deactivate the access key, wait until nothing fails, delete it.',
    cli: [
      '# With credentials of the root user:',
      'aws iam update-access-key --access-key-id <id> --status Inactive',
      'aws iam delete-access-key --access-key-id <id>',
    ].join('\n'),
    terraform: [
      '# Terraform cannot manage keys of the root user. In an organization, central root access can remove them:',
      'resource "aws_iam_organizations_features" "this" {',
      '  enabled_features = ["RootCredentialsManagement", "RootSessions"]',
      '}',
    ].join('\n'),
  },
  subjects: ({ rootUser }) => [rootUser],
  evaluate: ({ state, evidence }) => {
    if (state.accessKeys === 'unknown') return notEvaluated('missing', 'unknown');
    return state.accessKeys === 'present' ? fail('present', {}, { evidence: evidence.accessKeys }) : pass;
  },
});
