import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';
import { accountIdSchema } from './account.ts';
import { documentSchema } from './entities.ts';

const extra = z.record(z.string(), z.unknown()).optional();
const time = timeSchema.optional();
const text = z.string().optional();

export const identityCenterInstanceSchema = z.strictObject({
  instanceArn: z.string(),
  identityStoreId: text,
  identityStoreArn: text,
  ownerAccountId: accountIdSchema.optional(),
  name: text,
  createdDate: time,
  status: text,
  statusReason: text,
  primaryRegion: text,
  extra,
});

const customerManagedPolicyReference = z.strictObject({ name: z.string(), path: text, extra });
/** Policies of the customer's are named, not held: each account must have its own of that name and path. */
export const permissionSetSchema = z.strictObject({
  permissionSetArn: z.string(),
  name: text,
  description: text,
  createdDate: time,
  /** ISO 8601, such as `PT4H`. */
  sessionDuration: text,
  relayState: text,
  attachedManagedPolicies: z.array(z.strictObject({ name: text, arn: z.string(), extra })).optional(),
  customerManagedPolicyReferences: z.array(customerManagedPolicyReference).optional(),
  /** `null`: there is none. Absent: nobody asked. */
  inlinePolicy: documentSchema.nullable().optional(),
  /** `null`: there is none. Absent: nobody asked. */
  permissionsBoundary: z
    .strictObject({ managedPolicyArn: text, customerManagedPolicyReference: customerManagedPolicyReference.optional(), extra })
    .nullable()
    .optional(),
  /** Accounts where it is provisioned as a role. */
  accountIds: z.array(accountIdSchema).optional(),
  extra,
});
export const accountAssignmentSchema = z.strictObject({
  accountId: accountIdSchema,
  permissionSetArn: z.string(),
  /** `USER` or `GROUP`. */
  principalType: z.string(),
  principalId: z.string(),
  extra,
});

/** IAM Identity Center as the account that manages it sees it. Lists that are absent were not in the data. */
export const identityCenterSchema = z.strictObject({
  instances: z.array(identityCenterInstanceSchema).optional(),
  permissionSets: z.array(permissionSetSchema).optional(),
  accountAssignments: z.array(accountAssignmentSchema).optional(),
});

/** Users and groups of Identity Center by id and name alone; a name that is an e-mail address is left out. */
export const identityStoreSchema = z.strictObject({
  users: z.array(z.strictObject({ userId: z.string(), identityStoreId: text, userName: text, displayName: text, userStatus: text })),
  groups: z.array(z.strictObject({ groupId: z.string(), identityStoreId: text, displayName: text })),
});

export type IdentityCenter = z.infer<typeof identityCenterSchema>;
export type IdentityCenterInstance = z.infer<typeof identityCenterInstanceSchema>;
export type PermissionSet = z.infer<typeof permissionSetSchema>;
export type AccountAssignment = z.infer<typeof accountAssignmentSchema>;
export type IdentityStore = z.infer<typeof identityStoreSchema>;
