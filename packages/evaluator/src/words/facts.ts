import type { PartName } from '@iam-dossier/core/snapshot';
import type { FactName } from '../facts/index.ts';

/** What a fact is, for people, and the parts of a snapshot it is made from. */
export interface FactSource {
  /** Continues "It looks at …". */
  what: string;
  parts: readonly PartName[];
}

const userSources = [
  'userDetails',
  'users',
  'credentialReport',
  'virtualMfaDevices',
  'mfaDevices',
  'accessKeys',
  'accessKeysLastUsed',
  'serviceSpecificCredentials',
  'sshPublicKeys',
  'signingCertificates',
] as const;
const policySources = ['userDetails', 'groupDetails', 'roleDetails', 'managedPolicies'] as const;
const roleSources = ['roleDetails', 'roles'] as const;

/** Every fact a rule can ask for. A new one is added here too; the pages of rules and `rules explain` tell it. */
export const factSources: Readonly<Record<FactName, FactSource>> = {
  account: { what: 'the account itself: what the engagement says it is for, and whether all its roles were seen', parts: roleSources },
  accountSummary: { what: 'the counts and settings of GetAccountSummary', parts: ['accountSummary'] },
  alternateContacts: { what: 'who AWS writes to beside the address of the root user, by GetAlternateContact', parts: ['alternateContacts'] },
  attachments: {
    what: 'managed policies attached to each user, role and group itself, by GetAccountAuthorizationDetails',
    parts: ['userDetails', 'groupDetails', 'roleDetails'],
  },
  consoleUsers: { what: 'whether the account surely has no user with a console password', parts: userSources },
  contactInformation: {
    what: 'the address of the account by GetContactInformation, and the customer as the engagement names it',
    parts: ['contactInformation'],
  },
  credentialUse: {
    what: 'when each password and active access key was last used, or made, by ListUsers and the credential report',
    parts: userSources,
  },
  escalations: {
    what: 'ways in which each user and role could get more permissions than it was given, alone or by way of others, by the policies and trust policies of GetAccountAuthorizationDetails',
    parts: [...policySources, 'credentialReport', 'accessKeys'],
  },
  federation: { what: 'the ways by which people of an existing directory come in, by the trust policies of all roles', parts: roleSources },
  groups: { what: 'user groups, and how many users were seen in each, by GetAccountAuthorizationDetails', parts: ['groupDetails', 'userDetails'] },
  identities: {
    what: 'what stands behind each user and role: as declared, else as its credentials or trust policy suggest',
    parts: [...userSources, ...roleSources],
  },
  inlinePolicies: {
    what: 'inline policies of users, roles and groups, by GetAccountAuthorizationDetails',
    parts: ['userDetails', 'groupDetails', 'roleDetails'],
  },
  listCompleteness: {
    what: 'how many users, groups and roles are in the data, and how many the account summary counts',
    parts: ['accountSummary', 'userDetails', 'users', 'groupDetails', ...roleSources],
  },
  managedPolicies: {
    what: 'the customer’s own managed policies with the version in force, and what they are attached to, by GetAccountAuthorizationDetails',
    parts: policySources,
  },
  organization: { what: 'what AWS answered to ListOrganizationsFeatures, an error code among it', parts: ['organizationsFeatures'] },
  passwordPolicy: { what: 'the password policy by GetAccountPasswordPolicy, or the proof that AWS’s default is in force', parts: ['passwordPolicy'] },
  principals: {
    what: 'users and roles with their policies (attached, inline, by group), their boundary, and what these grant together, by GetAccountAuthorizationDetails',
    parts: policySources,
  },
  roles: {
    what: 'the account’s own roles, all but service-linked ones: last use and tags by GetAccountAuthorizationDetails, session length by ListRoles, and who may assume them',
    parts: roleSources,
  },
  rootMfaDevices: {
    what: 'MFA of the root user, and the virtual devices assigned to it, by the account summary, the credential report and ListVirtualMFADevices',
    parts: ['accountSummary', 'credentialReport', 'virtualMfaDevices'],
  },
  rootUse: {
    what: 'when the root user last signed in and used its keys, by the credential report and ListVirtualMFADevices',
    parts: ['credentialReport', 'virtualMfaDevices'],
  },
  rootUser: {
    what: 'MFA, password, access keys and signing certificates of the root user, by the account summary, else the credential report',
    parts: ['accountSummary', 'credentialReport'],
  },
  samlProviders: { what: 'SAML providers and until when they are valid, by ListSAMLProviders', parts: ['samlProviders', 'accountSummary'] },
  serverCertificates: {
    what: 'server certificates and when they expire, by ListServerCertificates',
    parts: ['serverCertificates', 'accountSummary'],
  },
  serviceSpecificCredentials: {
    what: 'the service-specific credentials of each user, by ListServiceSpecificCredentials alone',
    parts: ['serviceSpecificCredentials'],
  },
  signingCertificates: {
    what: 'the X.509 signing certificates of each user, by ListSigningCertificates, else the credential report',
    parts: ['signingCertificates', 'credentialReport'],
  },
  sshKeys: {
    what: 'the SSH public keys of each user, by ListSSHPublicKeys alone',
    parts: ['sshPublicKeys'],
  },
  serviceUse: {
    what: 'which services each principal was granted and attempted, by GetServiceLastAccessedDetails',
    parts: ['servicesLastAccessed', ...roleSources],
  },
  supportAccess: {
    what: 'roles, users and groups with members that AWSSupportAccess is attached to, by GetAccountAuthorizationDetails',
    parts: ['userDetails', 'groupDetails', 'roleDetails'],
  },
  times: { what: 'the time ages are counted to', parts: [] },
  trust: { what: 'who may assume each role, by its trust policy', parts: roleSources },
  users: { what: 'users with their console access, MFA, keys and other credentials, from every source that tells of them', parts: userSources },
  policyAccess: {
    what: 'what each policy of a user or role grants by itself, service by service',
    parts: ['userDetails', 'groupDetails', 'roleDetails', 'managedPolicies'],
  },
};
