import { z } from 'zod';
import type { Contract } from '../contract/index.ts';
import { accountRoles } from '../engagement/words.ts';
import { accountIdSchema, partitionSchema, passwordPolicySchema } from '../snapshot/account.ts';
import { partsSchema, withYoungerParts } from '../snapshot/parts.ts';
import { snapshotNoteSchema } from '../snapshot/snapshot.ts';
import { dateSchema, timeSchema } from '../time/schema.ts';
import { claimResultSchema, declaredFactResultSchema, waiverResultSchema } from './declarations.ts';
import { escalationSchema } from './escalations.ts';
import {
  accessPathSchema,
  directoryRowSchema,
  effectivePermissionsSchema,
  exhibitNearestSchema,
  exhibitSchema,
  profileSchema,
  subjectSchema,
  wayInSchema,
} from './subjects.ts';
import { criterionResultSchema, readinessSchema, ruleResultSchema } from './verdicts.ts';
import { messageSchema } from './words.ts';

export const ASSESSMENT_FORMAT = 'iam-dossier.assessment';
export const ASSESSMENT_VERSION = 1;

/** What the assessment says of one snapshot it read. */
export const assessedSnapshotSchema = z.strictObject({
  /** Account id and the first eight digits of the digest. */
  id: z.string(),
  digest: z.string(),
  account: z.strictObject({
    id: accountIdSchema,
    partition: partitionSchema,
    aliases: z.array(z.string()),
    name: z.string().optional(),
    role: z.enum(accountRoles).optional(),
  }),
  collectedAt: timeSchema.nullable(),
  /** Ages are counted to this time; `null` when unknown, and then no age is judged. */
  asOf: timeSchema.nullable(),
  credentialReportGeneratedTime: timeSchema.nullable(),
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  parts: partsSchema,
  notes: z.array(snapshotNoteSchema),
  unknownMembers: z.int(),
  /** `null` when the part is not there. */
  passwordPolicy: passwordPolicySchema.nullable(),
  /** 1 or 2 as AWS answers; `null` when unknown. */
  globalEndpointTokenVersion: z.int().nullable(),
  rootUser: z.strictObject({
    mfa: z.enum(['active', 'none', 'unknown']),
    accessKeys: z.enum(['present', 'none', 'unknown']),
    password: z.enum(['present', 'none', 'unknown']),
  }),
  counts: z.strictObject({
    users: z.int().nullable(),
    groups: z.int().nullable(),
    roles: z.int().nullable(),
    customerManagedPolicies: z.int().nullable(),
    samlProviders: z.int().nullable(),
    openIdConnectProviders: z.int().nullable(),
  }),
});
export type AssessedSnapshot = z.infer<typeof assessedSnapshotSchema>;

export const assessmentSchema = z.strictObject({
  format: z.literal(ASSESSMENT_FORMAT),
  formatVersion: z.literal(ASSESSMENT_VERSION),
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  /** Data the verdicts rest on. */
  actionData: z.strictObject({ source: z.string(), version: z.string(), date: dateSchema }),
  checklist: z.strictObject({
    id: z.literal('ACCT-002'),
    release: z.string(),
    /** Whether the criteria's wording was confirmed against that release. */
    wordingConfirmed: z.boolean(),
    designation: z.string().optional(),
  }),
  issuedAt: dateSchema,
  /** Language of its sentences; absent in what `evaluate` makes: English. */
  locale: z.string().optional(),
  /** `null` when assessed without one. */
  engagement: z.strictObject({ id: z.string(), digest: z.string() }).nullable(),
  partner: z.strictObject({ name: z.string(), digest: z.string() }).nullable(),

  snapshots: z.array(assessedSnapshotSchema),
  subjects: z.array(subjectSchema),
  scope: z.strictObject({
    inScope: z.int(),
    /** Principals left out, by why. */
    leftOut: z.array(z.strictObject({ reason: messageSchema, count: z.int() })),
  }),
  effectivePermissions: z.array(effectivePermissionsSchema),
  profiles: z.array(profileSchema),
  directory: z.array(directoryRowSchema),
  waysIn: z.array(wayInSchema),
  accessPaths: z.array(accessPathSchema),
  escalations: z.array(escalationSchema),
  rules: z.array(ruleResultSchema),
  criteria: z.array(criterionResultSchema),
  readiness: readinessSchema,
  /** In the engagement's order. */
  claims: z.array(claimResultSchema),
  declaredFacts: z.array(declaredFactResultSchema),
  waivers: z.array(waiverResultSchema),
  /** The policy shown as an example of least privilege; `null` when none in force on a principal in scope is fit. */
  exhibit: exhibitSchema.nullable(),
  /** `null` when there is an exhibit, or no policy of the customer's own is in force on a principal in scope. */
  exhibitNearest: exhibitNearestSchema.nullable(),
  /** Policy documents quoted or shown, verbatim, by digest. */
  documents: z.record(z.string(), z.unknown()),
  /** Policy layers that no snapshot holds, so that no verdict rests on them. */
  layersNotSeen: z.array(messageSchema),
});
export type Assessment = z.infer<typeof assessmentSchema>;

export const assessmentContract: Contract<Assessment> = {
  format: ASSESSMENT_FORMAT,
  formatVersion: ASSESSMENT_VERSION,
  schema: assessmentSchema,
  amend: (members) => ({ ...members, snapshots: Array.isArray(members['snapshots']) ? members['snapshots'].map(withParts) : members['snapshots'] }),
};

function withParts(snapshot: unknown): unknown {
  return snapshot !== null && typeof snapshot === 'object' && 'parts' in snapshot
    ? { ...snapshot, parts: withYoungerParts(snapshot.parts) }
    : snapshot;
}
