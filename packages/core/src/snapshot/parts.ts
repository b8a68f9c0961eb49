import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';

/** Every part a snapshot may hold, with the calls it comes from. A part that is absent is `missing`, never left out. */
export const partCalls = {
  callerIdentity: ['sts:GetCallerIdentity'],
  accountSummary: ['iam:GetAccountSummary'],
  passwordPolicy: ['iam:GetAccountPasswordPolicy'],
  userDetails: ['iam:GetAccountAuthorizationDetails'],
  groupDetails: ['iam:GetAccountAuthorizationDetails'],
  roleDetails: ['iam:GetAccountAuthorizationDetails'],
  managedPolicies: ['iam:GetAccountAuthorizationDetails'],
  credentialReport: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  users: ['iam:ListUsers'],
  roles: ['iam:ListRoles'],
  virtualMfaDevices: ['iam:ListVirtualMFADevices'],
  mfaDevices: ['iam:ListMFADevices'],
  samlProviders: ['iam:ListSAMLProviders'],
  openIdConnectProviders: ['iam:ListOpenIDConnectProviders'],
  accountAliases: ['iam:ListAccountAliases'],
  accessKeys: ['iam:ListAccessKeys'],
  accessKeysLastUsed: ['iam:GetAccessKeyLastUsed'],
  serviceSpecificCredentials: ['iam:ListServiceSpecificCredentials'],
  sshPublicKeys: ['iam:ListSSHPublicKeys'],
  signingCertificates: ['iam:ListSigningCertificates'],
  serverCertificates: ['iam:ListServerCertificates'],
  servicesLastAccessed: ['iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails'],
  organizationsFeatures: ['iam:ListOrganizationsFeatures'],
  contactInformation: ['account:GetContactInformation'],
  alternateContacts: ['account:GetAlternateContact'],
  organization: [
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    'organizations:ListRoots',
    'organizations:ListOrganizationalUnitsForParent',
    'organizations:ListAccountsForParent',
    'organizations:ListParents',
  ],
  serviceControlPolicies: ['organizations:ListPolicies', 'organizations:DescribePolicy', 'organizations:ListTargetsForPolicy'],
  resourceControlPolicies: ['organizations:ListPolicies', 'organizations:DescribePolicy', 'organizations:ListTargetsForPolicy'],
  identityCenter: [
    'sso-admin:ListInstances',
    'sso-admin:ListPermissionSets',
    'sso-admin:DescribePermissionSet',
    'sso-admin:ListManagedPoliciesInPermissionSet',
    'sso-admin:ListCustomerManagedPolicyReferencesInPermissionSet',
    'sso-admin:GetInlinePolicyForPermissionSet',
    'sso-admin:GetPermissionsBoundaryForPermissionSet',
    'sso-admin:ListAccountsForProvisionedPermissionSet',
    'sso-admin:ListAccountAssignments',
  ],
  identityStore: ['identitystore:DescribeUser', 'identitystore:DescribeGroup', 'identitystore:ListUsers', 'identitystore:ListGroups'],
  delegationRequests: ['iam:ListDelegationRequests'],
} as const;

/** Why a part is missing that simply was not handed in: nothing that a document need explain. */
export const noFile = 'no file holds it';

export type PartName = keyof typeof partCalls;
export const partNames = Object.keys(partCalls) as PartName[];

/** Parts that are younger than the format: a file from before them lacks them, and nobody had handed them in. */
const youngerParts: readonly PartName[] = ['organization', 'identityStore'];

/**
 * `complete`: all of it is here. `partial`: some of it is here, `reason` says what is not.
 * `missing`: nobody handed it in. `denied`, `failed`: it was asked for and not given.
 */
export const partStatuses = ['complete', 'partial', 'missing', 'denied', 'failed'] as const;
export type PartStatus = (typeof partStatuses)[number];

const fileSource = z.strictObject({
  kind: z.literal('file'),
  /** Name as handed in, relative to the folder or zip it came from. */
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Size in bytes. */
  bytes: z.int().nonnegative(),
});

const callSource = z.strictObject({
  kind: z.literal('call'),
  name: z.string(),
  time: timeSchema,
  pages: z.int().positive(),
});

export const partSourceSchema = z.discriminatedUnion('kind', [fileSource, callSource]);
export type PartSource = z.infer<typeof partSourceSchema>;

export const partSchema = z.strictObject({
  status: z.enum(partStatuses),
  /** Entries read; absent when the part is. */
  count: z.int().nonnegative().optional(),
  /** When AWS answered, where the source says so. Never a file's modification time. */
  time: timeSchema.optional(),
  sources: z.array(partSourceSchema),
  reason: z.string().optional(),
  /** AWS's error code, where AWS gave one. */
  code: z.string().optional(),
});
export type Part = z.infer<typeof partSchema>;

/** Younger parts may be absent in a file, and are there in everything that was read: see {@link withYoungerParts}. */
export const partsSchema = z.strictObject(
  Object.fromEntries(partNames.map((name) => [name, youngerParts.includes(name) ? partSchema.optional() : partSchema])) as Record<
    PartName,
    typeof partSchema
  >,
);
export type Parts = z.infer<typeof partsSchema>;

/** The parts of a file, with those that it is too old to have. Anything else is given back as it is, for the schema to refuse. */
export function withYoungerParts(parts: unknown): unknown {
  if (parts === null || typeof parts !== 'object' || Array.isArray(parts)) return parts;
  const absent = youngerParts.filter((name) => !Object.hasOwn(parts, name));
  const missing: Part = { status: 'missing', reason: 'the file is from before this part', sources: [] };
  return absent.length === 0 ? parts : { ...parts, ...Object.fromEntries(absent.map((name) => [name, missing])) };
}
