import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-access-key',
  title: 'No access keys in scope',
  description:
    'No user in scope has an active access key. ACCT-002’s reviewers reject any reference to long-term credentials; roles give temporary ones. Keys that are inactive or expired open nothing and do not count, though their dates stay in the credential report. A user of whom no source tells is not evaluated. Other long-term credentials have rules of their own: service-specific credentials, SSH keys, signing certificates.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  options: {},
  inputs: ['users'],
  messages: {
    active: { outcome: 'fail', text: '{keys} active {keys|access key: a long-term credential|access keys: long-term credentials}.' },
    unknown: { outcome: 'notEvaluated', text: 'Whether the user has an active access key is not in the data.' },
  },
  remediation: {
    console:
      'Let a machine use an IAM role. Let a person sign in with aws login, which takes the console sign-in and gives the CLI temporary credentials: attach SignInLocalDevelopmentAccess. Then IAM, Users, the user, Security credentials, Access keys: Deactivate, wait until nothing fails, Delete.',
    cli: [
      '# A person needs no key; the sign-in of the console gives temporary credentials:',
      'aws iam attach-group-policy --group-name <group> --policy-arn arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess',
      'aws login --profile <profile>',
      '# Once a role or aws login is used in place of the key:',
      'aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive',
      'aws iam delete-access-key --user-name <user> --access-key-id <id>',
    ].join('\n'),
    terraform: [
      '# Remove the aws_iam_access_key resource, and give the workload a role.',
      'resource "aws_iam_role" "pipeline" {',
      '  assume_role_policy = data.aws_iam_policy_document.trust.json # its service, or its OpenID Connect provider',
      '}',
    ].join('\n'),
  },
  subjects: ({ users }) => users.filter((user) => user.inScope),
  evaluate: ({ accessKeys }) => {
    const active = accessKeys?.filter((key) => key.status === 'active') ?? [];
    if (active.length > 0) return fail('active', { keys: active.length }, { evidence: active.flatMap((key) => key.evidence) });
    const uncertain = accessKeys === null || accessKeys.some((key) => key.status === 'unknown');
    return uncertain ? notEvaluated('missing', 'unknown') : pass;
  },
});
