import type { PartName } from '../../snapshot/parts.ts';
import type { Call, Pages } from './call.ts';

/** Pages as IAM gives them. */
export function pagesOf(list: string, of: string): Pages {
  return { token: 'Marker', size: { parameter: 'MaxItems', value: 1000 }, list, of };
}

/** One of the filters of GetAccountAuthorizationDetails: walked side by side they take as long as the longest. */
function details(filter: string, part: PartName, list: string, of: string): Call {
  return {
    name: 'iam:GetAccountAuthorizationDetails',
    parts: [part],
    when: 'account',
    input: { Filter: [filter] },
    optional: ['Filter', 'MaxItems'],
    pages: pagesOf(list, of),
    reason: 'users, groups, roles and policies, with what they grant',
  };
}

/** What describes a whole account in few calls. Those that others follow from stand first, then those with the most pages. */
export const accountCalls: readonly Call[] = [
  { name: 'sts:GetCallerIdentity', parts: ['callerIdentity'], when: 'account', permission: null, reason: 'which account this is' },
  {
    name: 'iam:GenerateCredentialReport',
    parts: ['credentialReport'],
    when: 'account',
    starts: 'iam:GetCredentialReport',
    poll: { member: 'State', busy: ['STARTED', 'INPROGRESS'] },
    reason: 'has AWS make the credential report; it changes nothing in the account',
  },
  {
    name: 'iam:GetCredentialReport',
    parts: ['credentialReport'],
    when: 'account',
    poll: { busyCodes: ['ReportInProgress'], restartCodes: ['ReportNotPresent', 'ReportExpired'] },
    reason: 'passwords, MFA and access keys of all users and of the root user',
  },
  { name: 'iam:ListOpenIDConnectProviders', parts: ['openIdConnectProviders'], when: 'account', reason: 'OpenID Connect identity providers' },
  {
    name: 'iam:GetOpenIDConnectProvider',
    parts: ['openIdConnectProviders'],
    when: 'account',
    each: {
      from: 'iam:ListOpenIDConnectProviders',
      list: 'OpenIDConnectProviderList',
      member: 'Arn',
      parameter: 'OpenIDConnectProviderArn',
      noun: 'OpenID Connect provider',
    },
    told: [{ parameter: 'OpenIDConnectProviderArn', member: 'Arn' }],
    reason: 'audiences and thumbprints of an OpenID Connect provider',
  },
  details('AWSManagedPolicy', 'managedPolicies', 'Policies', 'policies of AWS'),
  details('LocalManagedPolicy', 'managedPolicies', 'Policies', 'policies of the account'),
  details('Role', 'roleDetails', 'RoleDetailList', 'roles'),
  details('User', 'userDetails', 'UserDetailList', 'users'),
  details('Group', 'groupDetails', 'GroupDetailList', 'groups'),
  {
    name: 'iam:ListRoles',
    parts: ['roles'],
    when: 'account',
    optional: ['MaxItems'],
    pages: pagesOf('Roles', 'roles'),
    reason: 'how long the sessions of roles may last, and their descriptions',
  },
  {
    name: 'iam:ListUsers',
    parts: ['users'],
    when: 'account',
    optional: ['MaxItems'],
    pages: pagesOf('Users', 'users'),
    reason: 'when passwords were last used',
  },
  { name: 'iam:GetAccountSummary', parts: ['accountSummary'], when: 'account', reason: 'counts, quotas and settings of the root user' },
  {
    name: 'iam:GetAccountPasswordPolicy',
    parts: ['passwordPolicy'],
    when: 'account',
    // Only this code of only this call: then AWS's default policy is in force.
    nothing: { codes: ['NoSuchEntity'] },
    reason: 'the password policy',
  },
  {
    name: 'iam:ListVirtualMFADevices',
    parts: ['virtualMfaDevices'],
    when: 'account',
    optional: ['MaxItems'],
    pages: pagesOf('VirtualMFADevices', 'virtual MFA devices'),
    reason: 'virtual MFA devices, the one of the root user among them',
  },
  {
    name: 'iam:ListServiceSpecificCredentials',
    parts: ['serviceSpecificCredentials'],
    when: 'account',
    input: { AllUsers: true },
    optional: ['MaxItems'],
    pages: pagesOf('ServiceSpecificCredentials', 'credentials'),
    reason: 'long-term credentials for single services, such as API keys',
  },
  { name: 'iam:ListSAMLProviders', parts: ['samlProviders'], when: 'account', reason: 'SAML identity providers' },
  {
    name: 'iam:ListAccountAliases',
    parts: ['accountAliases'],
    when: 'account',
    optional: ['MaxItems'],
    pages: pagesOf('AccountAliases', 'aliases'),
    reason: 'the name of the account on its sign-in page',
  },
  {
    name: 'iam:ListServerCertificates',
    parts: ['serverCertificates'],
    when: 'account',
    optional: ['MaxItems'],
    pages: pagesOf('ServerCertificateMetadataList', 'server certificates'),
    reason: 'certificates kept in IAM, and when they expire',
  },
  {
    name: 'iam:ListOrganizationsFeatures',
    parts: ['organizationsFeatures'],
    when: 'account',
    reason: 'whether root access is managed by the organization',
  },
  {
    name: 'iam:ListDelegationRequests',
    parts: ['delegationRequests'],
    when: 'account',
    optional: ['MaxItems'],
    pages: pagesOf('DelegationRequests', 'delegation requests'),
    reason: 'who asked for temporary access to the account',
  },
];
