import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';
import type { StoredPolicyDocument } from '../policy-document/decode.ts';

/** Members of the source that this version has no name for, verbatim, in AWS's case. */
const extra = z.record(z.string(), z.unknown()).optional();
const time = timeSchema.optional();
const text = z.string().optional();

/** The document as an object, or its text when it could not be read. */
export const documentSchema = z.custom<StoredPolicyDocument>(
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value)),
  'must be a policy document or its unreadable text',
);

export const tagSchema = z.strictObject({ key: z.string(), value: z.string(), extra });
export const attachedPolicySchema = z.strictObject({ policyName: z.string(), policyArn: z.string(), extra });
export const inlinePolicySchema = z.strictObject({ policyName: z.string(), policyDocument: documentSchema, extra });
export const permissionsBoundarySchema = z.strictObject({ permissionsBoundaryType: text, permissionsBoundaryArn: z.string(), extra });

const identity = { arn: z.string(), path: text, createDate: time, extra };
const attachments = z.array(attachedPolicySchema).optional();
const inlinePolicies = z.array(inlinePolicySchema).optional();
const tags = z.array(tagSchema).optional();

/** Absent lists were not in the data; empty lists were, and are empty. */
export const userSchema = z.strictObject({
  ...identity,
  userName: z.string(),
  userId: text,
  /** From ListUsers only. */
  passwordLastUsed: time,
  groupList: z.array(z.string()).optional(),
  attachedManagedPolicies: attachments,
  userPolicyList: inlinePolicies,
  permissionsBoundary: permissionsBoundarySchema.optional(),
  tags,
});

export const groupSchema = z.strictObject({
  ...identity,
  groupName: z.string(),
  groupId: text,
  attachedManagedPolicies: attachments,
  groupPolicyList: inlinePolicies,
});

export const instanceProfileSchema = z.strictObject({
  ...identity,
  instanceProfileName: z.string(),
  instanceProfileId: text,
  roleNames: z.array(z.string()),
});

export const roleSchema = z.strictObject({
  ...identity,
  roleName: z.string(),
  roleId: text,
  assumeRolePolicyDocument: documentSchema.optional(),
  attachedManagedPolicies: attachments,
  rolePolicyList: inlinePolicies,
  instanceProfileList: z.array(instanceProfileSchema).optional(),
  permissionsBoundary: permissionsBoundarySchema.optional(),
  /** Absent: not in the data. Present and empty: no use recorded in the 400 days AWS keeps. */
  roleLastUsed: z.strictObject({ lastUsedDate: time, region: text, extra }).optional(),
  tags,
  /** From ListRoles only. */
  description: text,
  /** Seconds; from ListRoles only. */
  maxSessionDuration: z.int().optional(),
});

export const policyVersionSchema = z.strictObject({
  versionId: z.string(),
  isDefaultVersion: z.boolean(),
  createDate: time,
  document: documentSchema.optional(),
  extra,
});

export const managedPolicySchema = z.strictObject({
  ...identity,
  policyName: z.string(),
  policyId: text,
  defaultVersionId: text,
  attachmentCount: z.int().optional(),
  permissionsBoundaryUsageCount: z.int().optional(),
  isAttachable: z.boolean().optional(),
  description: text,
  updateDate: time,
  policyVersionList: z.array(policyVersionSchema).optional(),
  tags,
});

export type Tag = z.infer<typeof tagSchema>;
export type AttachedPolicy = z.infer<typeof attachedPolicySchema>;
export type InlinePolicy = z.infer<typeof inlinePolicySchema>;
export type User = z.infer<typeof userSchema>;
export type Group = z.infer<typeof groupSchema>;
export type Role = z.infer<typeof roleSchema>;
export type PolicyVersion = z.infer<typeof policyVersionSchema>;
export type ManagedPolicy = z.infer<typeof managedPolicySchema>;
