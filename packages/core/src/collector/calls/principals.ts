import { pagesOf } from './account.ts';
import type { Call } from './call.ts';

const eachUser = { every: 'user', parameter: 'UserName' } as const;
/** Some back ends leave the user's name out of the entries; whoever asked knows it. */
const userNameIn = (list: string) => [{ parameter: 'UserName', member: 'UserName', list }];

/** A list that is asked for user by user. */
function ofUser(name: `iam:${string}`, part: Call['parts'][number], list: string, reason: string): Call {
  return {
    name,
    parts: [part],
    when: 'full',
    each: eachUser,
    optional: ['MaxItems'],
    pages: pagesOf(list, 'entries'),
    told: userNameIn(list),
    reason,
  };
}

/** What is asked for principal by principal: at full depth for all, else for those named. */
export const principalCalls: readonly Call[] = [
  ofUser('iam:ListAccessKeys', 'accessKeys', 'AccessKeyMetadata', 'access keys of a user, by their ids'),
  {
    name: 'iam:GetAccessKeyLastUsed',
    parts: ['accessKeysLastUsed'],
    when: 'full',
    each: { from: 'iam:ListAccessKeys', list: 'AccessKeyMetadata', member: 'AccessKeyId', parameter: 'AccessKeyId', noun: 'access key' },
    told: [{ parameter: 'AccessKeyId', member: 'AccessKeyId' }],
    reason: 'when an access key was last used, and where',
  },
  ofUser('iam:ListMFADevices', 'mfaDevices', 'MFADevices', 'MFA devices of a user, hardware keys among them'),
  ofUser('iam:ListSSHPublicKeys', 'sshPublicKeys', 'SSHPublicKeys', 'SSH keys of a user'),
  ofUser('iam:ListSigningCertificates', 'signingCertificates', 'Certificates', 'signing certificates of a user'),
  {
    ...ofUser(
      'iam:ListServiceSpecificCredentials',
      'serviceSpecificCredentials',
      'ServiceSpecificCredentials',
      'credentials of a user for single services',
    ),
    insteadOf: 'allUsers',
  },
  {
    name: 'iam:GenerateServiceLastAccessedDetails',
    parts: ['servicesLastAccessed'],
    when: 'full',
    each: { every: 'principal', parameter: 'Arn' },
    starts: 'iam:GetServiceLastAccessedDetails',
    reason: 'has AWS look up which services a user or role used; it changes nothing in the account',
  },
  {
    name: 'iam:GetServiceLastAccessedDetails',
    parts: ['servicesLastAccessed'],
    when: 'full',
    each: { from: 'iam:GenerateServiceLastAccessedDetails', member: 'JobId', parameter: 'JobId', noun: 'user or role' },
    poll: { member: 'JobStatus', busy: ['IN_PROGRESS'], failed: ['FAILED'] },
    optional: ['MaxItems'],
    pages: pagesOf('ServicesLastAccessed', 'services'),
    told: [{ parameter: 'Arn', member: 'Arn' }],
    reason: 'which services a user or role used, and when',
  },
];
