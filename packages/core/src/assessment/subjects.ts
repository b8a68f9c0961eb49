import { z } from 'zod';
import { identityKinds, parties } from '../engagement/words.ts';
import { timeSchema } from '../time/schema.ts';
import { messageSchema, snapshotPointerSchema, subjectIndex } from './words.ts';

export const subjectTypes = [
  'account',
  'rootUser',
  'user',
  'role',
  'group',
  'managedPolicy',
  'samlProvider',
  'openIdConnectProvider',
  'serverCertificate',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** Something a rule can judge. Sorted by snapshot, type (in the order above), ARN, unique id. */
export const subjectSchema = z.strictObject({
  type: z.enum(subjectTypes),
  name: z.string(),
  arn: z.string(),
  uniqueId: z.string().optional(),
  pointer: snapshotPointerSchema,
  party: z.enum(parties),
  inScope: z.boolean(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** What stands behind a principal, and how we know. `signs` are listed when presumed. */
export const identitySchema = z.strictObject({
  kind: z.enum(identityKinds),
  basis: z.enum(['declared', 'presumed', 'undetermined']),
  signs: z.array(messageSchema),
  /** Name of the one person declared. */
  person: z.string().optional(),
});
export type Identity = z.infer<typeof identitySchema>;

export const policyTypes = ['awsManaged', 'awsManagedJobFunction', 'customerManaged', 'customerInline'] as const;
export type PolicyType = (typeof policyTypes)[number];

/** One row of a principal's permissions table. */
export const grantedPolicySchema = z.strictObject({
  policyName: z.string(),
  policyArn: z.string().optional(),
  type: z.enum(policyTypes),
  /** Group names; an empty list means attached directly. Both ways: `direct` and names. */
  direct: z.boolean(),
  groups: z.array(z.string()),
  /** Absent when the document was read. `unresolved`: it is not in the snapshot. `unreadable`: it is, and cannot be read. */
  document: z.enum(['unresolved', 'unreadable']).optional(),
  /** SHA-256 of the canonical document in force. */
  digest: z.string().optional(),
});
export type GrantedPolicy = z.infer<typeof grantedPolicySchema>;

/** One policy shown whole. Its document stands in `documents`. */
export const exhibitSchema = z.strictObject({
  /** Key in `documents`. */
  document: z.string(),
  policyName: z.string(),
  policyArn: z.string().optional(),
  type: z.enum(policyTypes),
  /** Principals in scope that have it. */
  subjects: z.array(subjectIndex),
  /** Statements that allow, and those of them limited to resources or by a condition on what is touched. */
  statements: z.int(),
  limited: z.int(),
});

/** Where no policy is fit to be shown: the one that needs the fewest changes, and what they are. */
export const exhibitNearestSchema = z.strictObject({
  policyName: z.string(),
  policyArn: z.string().optional(),
  type: z.enum(policyTypes),
  /** Principals in scope that have it. */
  subjects: z.array(subjectIndex),
  edits: z.array(messageSchema),
});

/** Bits of an access-level mask. */
export const accessLevels = { list: 1, read: 2, write: 4, permissionsManagement: 8, tagging: 16 } as const;
export type AccessLevel = keyof typeof accessLevels;

/**
 * What IAM policies grant in one service, as access-level masks: `all` on every resource without condition,
 * `scoped` on named resources only, `conditional` under a condition. `everyAction`: every action of the service on `*`.
 * A mask that is absent is 0.
 */
export const serviceAccessSchema = z.strictObject({
  service: z.string(),
  all: z.int().optional(),
  scoped: z.int().optional(),
  conditional: z.int().optional(),
  everyAction: z.boolean().optional(),
});
export type ServiceAccess = z.infer<typeof serviceAccessSchema>;

/** Granted by IAM policies, minus unconditional denies, within the boundary. Shared by principals with the same grants. */
export const effectivePermissionsSchema = z.strictObject({
  /** `partial`: some policies could not be resolved or read, see `gaps`. `unknown`: none of it can be said. */
  status: z.enum(['known', 'partial', 'unknown']),
  gaps: z.array(messageSchema),
  administrator: z.boolean(),
  /** A permissions boundary applies. */
  bounded: z.boolean(),
  /** Conditional denies stand beside the grants; they are not subtracted. */
  guarded: z.boolean(),
  /**
   * Wildcards in Allow statements that grant something. `actions`: patterns with any wildcard. `wholeServices`: patterns
   * `*` and `service:*`, in Action and NotAction, as Security Hub's IAM.21 counts. `resources`: statements that reach every
   * resource, but for actions that take none. `negated`: statements with NotAction or NotResource. Absent where all are 0.
   */
  wildcards: z.strictObject({ actions: z.int(), wholeServices: z.int(), resources: z.int(), negated: z.int() }).optional(),
  services: z.array(serviceAccessSchema),
  function: messageSchema,
});
export type EffectivePermissions = z.infer<typeof effectivePermissionsSchema>;

/** A fact that may be unknown: `known` with a value, `none` when the source says there is none, `unknown` with why. */
const knownTime = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('known'), at: timeSchema }),
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('unknown') }),
]);
export type KnownTime = z.infer<typeof knownTime>;

export const accessKeyFactSchema = z.strictObject({
  /** First four and last four characters; absent when only the credential report is there. */
  maskedId: z.string().optional(),
  /** Slot in the credential report. */
  slot: z.int().optional(),
  status: z.enum(['active', 'inactive', 'expired', 'unknown']),
  created: knownTime,
  lastUsed: knownTime,
  lastUsedService: z.string().optional(),
  lastUsedRegion: z.string().optional(),
});
export type AccessKeyFact = z.infer<typeof accessKeyFactSchema>;

/** The full panel of an in-scope user or role. */
export const profileSchema = z.strictObject({
  subject: subjectIndex,
  path: z.string(),
  created: knownTime,
  identity: identitySchema,
  purpose: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  /** Users only. */
  console: z
    .strictObject({
      access: z.enum(['enabled', 'disabled', 'unknown']),
      mfa: z.enum(['active', 'none', 'unknown']),
      mfaDevices: z.array(z.strictObject({ kind: z.enum(['virtual', 'fido', 'hardware']), enabled: knownTime })),
      lastSignIn: knownTime,
    })
    .optional(),
  /** Users only; `null` when no source tells. An empty list: there is none. */
  accessKeys: z.array(accessKeyFactSchema).nullable().optional(),
  /** Users only: service-specific credentials, SSH keys, signing certificates, each `null` when no source tells. */
  otherCredentials: z
    .strictObject({
      serviceSpecific: z.int().nullable(),
      sshKeys: z.int().nullable(),
      signingCertificates: z.int().nullable(),
    })
    .optional(),
  /** Users only; `null` when not in the data. */
  groups: z.array(z.string()).nullable().optional(),
  tags: z.array(z.strictObject({ key: z.string(), value: z.string() })).nullable(),
  /** `null` when not in the data. */
  policies: z.array(grantedPolicySchema).nullable(),
  permissionsBoundary: z.string().optional(),
  /** Position in `effectivePermissions`. */
  effective: z.int().nonnegative(),
  /** Roles only. Seconds; of a role of Identity Center those of its permission set. Absent when the data does not tell. */
  maxSessionDuration: z.int().optional(),
  /** Roles only. */
  lastUsed: knownTime.optional(),
  description: z.string().optional(),
});
export type Profile = z.infer<typeof profileSchema>;

/** One lean row for each principal outside the scope. */
export const directoryRowSchema = z.strictObject({
  subject: subjectIndex,
  effective: z.int().nonnegative(),
  /** Why it is not in scope. */
  reason: messageSchema,
});
export type DirectoryRow = z.infer<typeof directoryRowSchema>;

export const wayInKinds = [
  'identityCenter',
  'accountAccessManager',
  'saml',
  'openIdConnect',
  'ciOpenIdConnect',
  'cognito',
  'podIdentity',
  'rolesAnywhere',
  'account',
  'principal',
  'service',
  'canonicalUser',
  'anyone',
  'unreadable',
] as const;
export type WayInKind = (typeof wayInKinds)[number];

/** One way a role's trust policy lets somebody in. */
export const wayInSchema = z.strictObject({
  role: subjectIndex,
  kind: z.enum(wayInKinds),
  /** Provider ARN, account id, principal ARN, or service name. */
  from: z.string(),
  /** Party of `from`, where it is an account or principal that the engagement names. */
  party: z.enum(parties),
  sameAccount: z.boolean(),
  mfaRequired: z.boolean(),
  externalIdRequired: z.boolean(),
  /** Conditions limit which callers come in. Of everybody, services and providers only conditions on who they are count. */
  conditional: z.boolean(),
  /** Keys that its conditions ask for, as written. */
  conditionKeys: z.array(z.string()),
  /** Keys of those by which one caller is told from another: with one of them an access is an individual's. */
  proof: z.array(z.string()),
  pointer: snapshotPointerSchema,
});
export type WayIn = z.infer<typeof wayInSchema>;

/**
 * A way by which people reach principals in scope: `kind` and `from` as of a way in, or `user` for users of their own.
 * Ways that only machines take are not listed.
 */
export const accessPathSchema = z.strictObject({
  kind: z.enum([...wayInKinds, 'user']),
  /** As of a way in; empty for `user`. */
  from: z.string(),
  party: z.enum(parties),
  /**
   * `measured`: those who come this way are in the data. `partly`: some of them may not be. `declared`: the engagement
   * names them, and the data cannot show it. `unseen`: neither.
   */
  known: z.enum(['measured', 'partly', 'declared', 'unseen']),
  /** Names of the people declared for it. */
  people: z.array(z.string()),
  /** Users of the account that may come this way and for whom nobody is declared. */
  unnamed: z.int().nonnegative(),
  /** Roles of another account in the data, one of which is passed on the way. */
  through: z.array(subjectIndex),
  /** Users and roles in scope where it ends; what they may do stands in their profiles. */
  ends: z.array(subjectIndex),
});
export type AccessPath = z.infer<typeof accessPathSchema>;
