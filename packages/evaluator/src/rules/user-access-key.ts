import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';
import type { UserFact } from '../facts/users.ts';

export default defineRule({
  id: 'user-access-key',
  title: 'No long-term keys in scope',
  description:
    'No user in scope is found to hold an active long-term key: an access key, a service-specific credential such as an Amazon Bedrock API key, an SSH key for CodeCommit, or a signing certificate. ACCT-002’s reviewers reject any reference to long-term credentials; roles give temporary ones. Access keys are judged for every user, and a user of whom no source tells is not evaluated. The other kinds are listed by calls of their own, whose empty answer does not say which user it is about: those listed fail, and where they were not listed the pass speaks of access keys, the user’s panel says so, and readiness tells it as a warning.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  options: {},
  inputs: ['users'],
  messages: {
    active: { outcome: 'fail', text: '{keys} active {keys|access key: a long-term credential|access keys: long-term credentials}.' },
    other: { outcome: 'fail', text: '{count} other active long-term {count|credential|credentials}: {kinds}.', key: ['kinds'] },
    both: {
      outcome: 'fail',
      text: '{keys} active {keys|access key|access keys} and {count} other active long-term {count|credential|credentials}: {kinds}.',
      key: ['kinds'],
    },
    unknown: { outcome: 'notEvaluated', text: 'Whether the user has an active access key is not in the data.' },
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
    const { count, kinds } = othersOf(otherCredentials);
    const evidence = [...active.flatMap((key) => key.evidence), ...(count > 0 ? otherEvidence : [])];
    if (keys > 0 && count > 0) return fail('both', { keys, count, kinds }, { evidence });
    if (keys > 0) return fail('active', { keys }, { evidence });
    if (count > 0) return fail('other', { count, kinds }, { evidence });
    const uncertain = accessKeys === null || accessKeys.some((key) => key.status === 'unknown');
    return uncertain ? notEvaluated('missing', 'unknown') : pass;
  },
});

/** Those known of, by AWS's names. */
function othersOf({ serviceSpecific, sshKeys, signingCertificates }: UserFact['otherCredentials']): { count: number; kinds: string[] } {
  const counts = Object.entries({ ServiceSpecificCredential: serviceSpecific, SSHPublicKey: sshKeys, SigningCertificate: signingCertificates });
  return {
    count: counts.reduce((sum, [, count]) => sum + (count ?? 0), 0),
    kinds: counts.filter(([, count]) => (count ?? 0) > 0).map(([kind]) => kind),
  };
}
