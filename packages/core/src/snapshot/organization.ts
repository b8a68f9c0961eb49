import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';
import { accountIdSchema } from './account.ts';
import { documentSchema } from './entities.ts';

const extra = z.record(z.string(), z.unknown()).optional();
const time = timeSchema.optional();
const text = z.string().optional();

/** Whether a type of policies is in use: `Type` and `Status` as AWS writes them. */
export const policyTypeSummarySchema = z.strictObject({ type: z.string(), status: text, extra });
/** Without the e-mail address of its root user. */
export const organizationAccountSchema = z.strictObject({
  id: accountIdSchema,
  arn: text,
  name: text,
  status: text,
  state: text,
  joinedMethod: text,
  joinedTimestamp: time,
  /** From the organization to the account, such as `o-…/r-…/ou-…/111122223333/`. */
  paths: z.array(z.string()).optional(),
  extra,
});
export const organizationRootSchema = z.strictObject({
  id: z.string(),
  arn: text,
  name: text,
  policyTypes: z.array(policyTypeSummarySchema).optional(),
  extra,
});
export const organizationalUnitSchema = z.strictObject({ id: z.string(), arn: text, name: text, path: text, extra });
/** What an account or organizational unit stands under: a root or an organizational unit. */
export const organizationParentSchema = z.strictObject({ childId: z.string(), id: z.string(), type: text, extra });
/** Which policies of a type are attached to a root, unit or account itself, by ListPoliciesForTarget. */
export const attachedControlPoliciesSchema = z.strictObject({ targetId: z.string(), filter: z.string(), policyIds: z.array(z.string()) });

/**
 * The organization as its management account sees it: DescribeOrganization's own members, and its accounts, roots and units.
 * Lists that are absent were not in the data; lists that are empty were.
 */
export const organizationSchema = z.strictObject({
  id: text,
  arn: text,
  /** `ALL`, or `CONSOLIDATED_BILLING`, which has no control policies. */
  featureSet: text,
  masterAccountArn: text,
  masterAccountId: accountIdSchema.optional(),
  availablePolicyTypes: z.array(policyTypeSummarySchema).optional(),
  accounts: z.array(organizationAccountSchema).optional(),
  roots: z.array(organizationRootSchema).optional(),
  organizationalUnits: z.array(organizationalUnitSchema).optional(),
  parents: z.array(organizationParentSchema).optional(),
  attachedPolicies: z.array(attachedControlPoliciesSchema).optional(),
  extra,
});

export const policyTargetSchema = z.strictObject({ targetId: z.string(), arn: text, name: text, type: text, extra });
/** A service or resource control policy. */
export const controlPolicySchema = z.strictObject({
  id: z.string(),
  arn: text,
  name: text,
  description: text,
  type: text,
  awsManaged: z.boolean().optional(),
  /** The policy document; absent when nobody asked for it. */
  content: documentSchema.optional(),
  /** All that the policy is attached to itself; absent when nobody asked, or when not all answered. */
  targets: z.array(policyTargetSchema).optional(),
  extra,
});

/** That a contact of this kind is set. Names, addresses and numbers of people are not kept. */
export const alternateContactSchema = z.strictObject({ alternateContactType: z.string() });
/** Whose account it is. The person, the address and the telephone number are not kept. */
export const contactInformationSchema = z.strictObject({ companyName: text });

const delegationPermission = z.strictObject({
  policyTemplateArn: text,
  parameters: z.array(z.strictObject({ name: text, values: z.array(z.string()).optional(), type: text, extra })).optional(),
  extra,
});
/** A request for temporary access to the account, made by a product of a partner. */
export const delegationRequestSchema = z.strictObject({
  delegationRequestId: z.string(),
  ownerAccountId: text,
  description: text,
  requestMessage: text,
  permissions: delegationPermission.optional(),
  permissionPolicy: documentSchema.optional(),
  rolePermissionRestrictionArns: z.array(z.string()).optional(),
  ownerId: text,
  approverId: text,
  state: text,
  expirationTime: time,
  requestorId: text,
  requestorName: text,
  createDate: time,
  /** Seconds. */
  sessionDuration: z.int().optional(),
  notes: text,
  rejectionReason: text,
  onlySendByOwner: z.boolean().optional(),
  updatedTime: time,
  extra,
});

export type Organization = z.infer<typeof organizationSchema>;
export type OrganizationAccount = z.infer<typeof organizationAccountSchema>;
export type OrganizationRoot = z.infer<typeof organizationRootSchema>;
export type OrganizationalUnit = z.infer<typeof organizationalUnitSchema>;
export type ControlPolicy = z.infer<typeof controlPolicySchema>;
export type PolicyTarget = z.infer<typeof policyTargetSchema>;
export type DelegationRequest = z.infer<typeof delegationRequestSchema>;
