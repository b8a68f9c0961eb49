import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'root-access-key',
  title: 'Access keys of the root user',
  description: 'The root user can do everything and cannot be limited by IAM policies. An access key of it, active or not, is a long-term credential, and ACCT-002’s reviewers accept no reference to those.',
  severity: 'critical',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html'],
  options: {},
  inputs: ['rootUser'],
  messages: {
    present: { text: 'The root user has an access key.' },
    unknown: { text: 'Whether the root user has an access key is not in the data.' },
  },
  remediation: {
    console: 'Sign in as the root user, open Security credentials, deactivate the access key, wait until nothing fails, delete it.',
    cli: 'With root credentials: aws iam update-access-key --access-key-id <id> --status Inactive, then aws iam delete-access-key --access-key-id <id>',
    terraform: 'Terraform cannot manage root access keys. Delete them in the console, or centrally with root access management in AWS Organizations.',
  },
  subjects: ({ rootUser }) => [rootUser],
  evaluate: ({ state, evidence }) => {
    if (state.accessKeys === 'unknown') return notEvaluated('missing', 'unknown');
    return state.accessKeys === 'present' ? fail('present', {}, { evidence: evidence.accessKeys }) : pass;
  },
});
