import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-access-key',
  title: 'Active long-term keys found in scope',
  description:
    'No user in scope is found to hold an active long-term key: an access key, or a service-specific credential such as an Amazon Bedrock API key. ACCT-002’s reviewers reject any reference to long-term credentials; roles give temporary ones. Access keys are judged for every user, and one that no source tells of is not evaluated. Service-specific credentials are listed by a call of their own, whose empty answer does not say which user it is about: those listed fail, and where they were not listed the pass speaks of access keys, the user’s panel says so, and readiness tells it as a warning.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  options: {},
  inputs: ['users'],
  messages: {
    'active': { outcome: 'fail', text: '{keys} active {keys|access key: a long-term credential|access keys: long-term credentials}.' },
    'service-specific': {
      outcome: 'fail',
      text: '{credentials} active service-specific {credentials|credential: a long-term credential|credentials: long-term credentials}.',
    },
    'both': {
      outcome: 'fail',
      text: '{keys} active {keys|access key|access keys} and {credentials} active service-specific {credentials|credential|credentials}: long-term credentials.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'Whether the user has an active access key is not in the data.' },
  },
  remediation: {
    console:
      'Let the workload or person use an IAM role instead. Then IAM, Users, the user, Security credentials, Access keys: Deactivate, wait until nothing fails, Delete.',
    cli: [
      '# Once a role is used in place of the key:',
      'aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive',
      'aws iam delete-access-key --user-name <user> --access-key-id <id>',
      '# Service-specific credentials:',
      'aws iam list-service-specific-credentials --user-name <user>',
      'aws iam delete-service-specific-credential --user-name <user> --service-specific-credential-id <id>',
    ].join('\n'),
    terraform: [
      '# Remove the aws_iam_access_key resource, and give the workload a role.',
      'resource "aws_iam_role" "pipeline" {',
      '  assume_role_policy = data.aws_iam_policy_document.trust.json # its service, or its OpenID Connect provider',
      '}',
    ].join('\n'),
  },
  subjects: ({ users }) => users.filter((user) => user.inScope),
  evaluate: ({ accessKeys, otherCredentials, otherEvidence }) => {
    const active = accessKeys?.filter((key) => key.status === 'active') ?? [];
    const keys = active.length;
    const credentials = otherCredentials.serviceSpecific ?? 0;
    const evidence = [...active.flatMap((key) => key.evidence), ...(credentials > 0 ? otherEvidence : [])];
    if (keys > 0 && credentials > 0) return fail('both', { keys, credentials }, { evidence });
    if (keys > 0) return fail('active', { keys }, { evidence });
    if (credentials > 0) return fail('service-specific', { credentials }, { evidence });
    const uncertain = accessKeys === null || accessKeys.some((key) => key.status === 'unknown');
    return uncertain ? notEvaluated('missing', 'unknown') : pass;
  },
});
