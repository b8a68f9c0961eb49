import { compareText } from '@iam-dossier/core/json';
import { defineRule } from '../engine/rule.ts';
import { noneActive } from '../engine/long-term.ts';
import { fail, notEvaluated } from '../engine/verdict.ts';

export default defineRule({
  id: 'user-service-specific-credential',
  title: 'No service-specific credentials in scope',
  description:
    'No user in scope has an active service-specific credential: an API key of Amazon Bedrock or CloudWatch Logs, or a user name and password for CodeCommit or Amazon Keyspaces. They are long-term credentials, which ACCT-002’s reviewers reject, and neither the credential report nor the authorization details know of them: only ListServiceSpecificCredentials does, so that where it was not asked of every user the rule says so and does not pass. An empty answer of the AWS CLI names no user: it counts only where the export says that every user was asked, as the guide to importing shows. A key whose expiry has passed opens nothing and does not count, whatever its status says.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html',
  ],
  options: {},
  inputs: ['serviceSpecificCredentials'],
  messages: {
    'active': {
      outcome: 'fail',
      text: '{count} active service-specific {count|credential|credentials} for {services}: {count|a long-term credential|long-term credentials}.',
      key: ['services'],
    },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Whether a service-specific credential has expired is not known, since nothing says when the account was read. Give --collected-at when importing, or --as-of.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'A service-specific credential has a status that is not known.' },
  },
  remediation: {
    console:
      'Let the program use an IAM role: Amazon Bedrock, CloudWatch Logs and CodeCommit all take the temporary credentials of a role, CodeCommit by git-remote-codecommit; where Bedrock must have an API key, a short-term one comes from a role’s session. Then IAM, Users, the user, Security credentials: delete the API keys and the credentials for the service.',
    cli: [
      '# What is not in the data, for one user and for all:',
      'aws iam list-service-specific-credentials --user-name <user>',
      'aws iam list-service-specific-credentials --all-users',
      '# A person’s programs get temporary credentials from the sign-in of the console:',
      'aws login --profile <profile>',
      '# Then:',
      'aws iam delete-service-specific-credential --user-name <user> --service-specific-credential-id <id>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_service_specific_credential resource, and give the program a role.',
  },
  subjects: ({ serviceSpecificCredentials }) => serviceSpecificCredentials.filter((user) => user.inScope),
  evaluate: (user) => {
    const verdict = noneActive(user);
    if (verdict.outcome === 'fail')
      return fail('active', { ...verdict.data, services: servicesOf(user.entries) }, { evidence: verdict.evidence ?? [] });
    const undated = user.entries.filter(({ status }) => status === 'undated');
    return undated.length > 0 ? notEvaluated('missing', 'no-time', {}, { evidence: undated.flatMap((entry) => entry.evidence) }) : verdict;
  },
});

/** AWS's names of the services whose credentials are active, each once. */
function servicesOf(entries: readonly { status: string; service?: string }[]): string[] {
  const named = entries.flatMap(({ status, service }) => (status === 'active' ? [service ?? '?'] : []));
  return [...new Set(named)].sort(compareText);
}
