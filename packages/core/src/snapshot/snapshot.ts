import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';
import {
  accountIdSchema,
  callerIdentitySchema,
  openIdConnectProviderSchema,
  organizationsFeaturesSchema,
  partitionSchema,
  passwordPolicySchema,
  samlProviderSchema,
  serviceLastAccessedSchema,
} from './account.ts';
import {
  accessKeyLastUsedSchema,
  accessKeySchema,
  credentialReportSchema,
  mfaDeviceSchema,
  serverCertificateSchema,
  serviceSpecificCredentialSchema,
  signingCertificateSchema,
  sshPublicKeySchema,
  virtualMfaDeviceSchema,
} from './credentials.ts';
import { groupSchema, managedPolicySchema, roleSchema, userSchema } from './entities.ts';
import { identityCenterSchema, identityStoreSchema } from './identity-center.ts';
import {
  alternateContactSchema,
  contactInformationSchema,
  controlPolicySchema,
  delegationRequestSchema,
  organizationSchema,
} from './organization.ts';
import { partsSchema } from './parts.ts';

export const SNAPSHOT_FORMAT = 'iam-dossier.snapshot';
export const SNAPSHOT_VERSION = 1;

/** What reading the sources brought to light: nothing is dropped without a note. */
export const snapshotNoteSchema = z.strictObject({
  /** `refused`: not read. `ignored`: not ours. `warning`: read, but to be known. */
  level: z.enum(['refused', 'ignored', 'warning']),
  /** Kebab-case kind of note: `truncated`, `duplicate`, `broken-json`, … */
  code: z.string(),
  file: z.string().optional(),
  /** `service:Operation`, where it was collected. */
  call: z.string().optional(),
  message: z.string(),
});
export type SnapshotNote = z.infer<typeof snapshotNoteSchema>;

/**
 * One account's IAM state. Lists are sorted by unique id; members carry AWS's names with the first letter lowered;
 * policy documents are verbatim. A list whose part is `missing` is empty and says nothing.
 */
export const snapshotSchema = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  formatVersion: z.literal(SNAPSHOT_VERSION),
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  account: z.strictObject({ id: accountIdSchema, partition: partitionSchema }),
  /** When the account was read; `null` when neither the files nor the person who imported them said. */
  collectedAt: timeSchema.nullable(),
  parts: partsSchema,
  /** Members of the sources that had no name here and were kept in `extra`. */
  unknownMembers: z.int().nonnegative(),
  notes: z.array(snapshotNoteSchema),

  callerIdentity: callerIdentitySchema.optional(),
  /** GetAccountSummary, in AWS's own key case. A key that is absent is unknown, never 0. */
  accountSummary: z.record(z.string(), z.int()).optional(),
  passwordPolicy: passwordPolicySchema.optional(),
  accountAliases: z.array(z.string()),
  users: z.array(userSchema),
  groups: z.array(groupSchema),
  roles: z.array(roleSchema),
  managedPolicies: z.array(managedPolicySchema),
  credentialReport: credentialReportSchema.optional(),
  virtualMfaDevices: z.array(virtualMfaDeviceSchema),
  mfaDevices: z.array(mfaDeviceSchema),
  samlProviders: z.array(samlProviderSchema),
  openIdConnectProviders: z.array(openIdConnectProviderSchema),
  accessKeys: z.array(accessKeySchema),
  accessKeysLastUsed: z.array(accessKeyLastUsedSchema),
  serviceSpecificCredentials: z.array(serviceSpecificCredentialSchema),
  sshPublicKeys: z.array(sshPublicKeySchema),
  signingCertificates: z.array(signingCertificateSchema),
  serverCertificates: z.array(serverCertificateSchema),
  servicesLastAccessed: z.array(serviceLastAccessedSchema),
  organizationsFeatures: organizationsFeaturesSchema.optional(),
  contactInformation: contactInformationSchema.optional(),
  alternateContacts: z.array(alternateContactSchema).optional(),

  organization: organizationSchema.optional(),
  serviceControlPolicies: z.array(controlPolicySchema).optional(),
  resourceControlPolicies: z.array(controlPolicySchema).optional(),
  identityCenter: identityCenterSchema.optional(),
  identityStore: identityStoreSchema.optional(),
  delegationRequests: z.array(delegationRequestSchema).optional(),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
