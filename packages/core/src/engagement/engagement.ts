import { z } from 'zod';
import { brandSchema } from '../brand/brand.ts';
import { readContract, type Contract, type Origin } from '../contract/index.ts';
import { declaredStatementSchema } from '../text/statement.ts';
import { textSchema } from '../text/text.ts';
import { dateSchema } from '../time/schema.ts';
import { engagementAccountSchema } from './accounts.ts';
import { claimsSchema } from './claims.ts';
import { declaredFactSchema } from './declared-facts.ts';
import { federationKinds, identityKinds, parties } from './words.ts';

export const ENGAGEMENT_FORMAT = 'iam-dossier.engagement';
export const ENGAGEMENT_VERSION = 1;

const name = z.string().min(1);
const decision = { reason: name, author: name, date: dateSchema };
/** An ARN, or an ARN with `*` standing for any run of characters. */
const arnPattern = z.string().regex(/^(arn:|\*)/, 'must be an ARN; * stands for any characters');

/** The declared half of criteria A1 to B2. What is absent is shown as undeclared. */
export const accessModelSchema = z.strictObject({
  console: declaredStatementSchema.optional(),
  programmatic: declaredStatementSchema.optional(),
  temporaryCredentials: declaredStatementSchema.optional(),
  federation: declaredStatementSchema.extend({ kind: z.enum(federationKinds) }).optional(),
  leastPrivilege: declaredStatementSchema.optional(),
  dedicatedCredentials: declaredStatementSchema.optional(),
});

const documentControl = z.strictObject({
  number: name.optional(),
  version: name,
  date: dateSchema,
  author: name,
  approver: name.optional(),
  classification: textSchema.optional(),
});

/** Who is who. The first entry whose pattern fits a principal's ARN holds. */
const principal = z.strictObject({
  arn: arnPattern,
  party: z.enum(parties).exclude(['undeclared']),
  kind: z.enum(identityKinds).exclude(['undetermined']).optional(),
  /** The one person behind it, by `people[].id`. */
  person: name.optional(),
  purpose: textSchema.optional(),
  /** Break-glass only: what tells of its use, which IAM does not show. */
  alarm: declaredStatementSchema.optional(),
});

const openIssues = z.int().nonnegative();

/** A Well-Architected Framework Review of the customer example. Without outstanding high-risk issues AWS waives ACCT-002. */
const wellArchitectedReview = z.strictObject({
  reviewed: dateSchema,
  highRiskIssues: z.strictObject({ security: openIssues, operationalExcellence: openIssues, reliability: openIssues }),
  author: name,
  date: dateSchema,
});

export const engagementSchema = z.strictObject({
  format: z.literal(ENGAGEMENT_FORMAT),
  formatVersion: z.literal(ENGAGEMENT_VERSION),
  /** Names the output files: lower-case letters, digits and single hyphens. */
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
  title: textSchema.optional(),
  /** Path of the partner file, relative to this one. */
  partner: name.optional(),
  customer: z.strictObject({ name, description: textSchema.optional(), brand: brandSchema.optional() }),
  document: documentControl,
  checklist: z.strictObject({ designation: name.optional(), release: name.optional() }).optional(),
  accounts: z.array(engagementAccountSchema).min(1),
  workload: z.strictObject({ description: textSchema.optional(), components: z.array(textSchema).optional() }).optional(),
  accessModel: accessModelSchema.optional(),
  people: z
    .array(z.strictObject({ id: name, name, organisation: z.enum(['partner', 'customer', 'thirdParty']), function: textSchema.optional() }))
    .optional(),
  principals: z.array(principal).optional(),
  scope: z.strictObject({ exclude: z.array(z.strictObject({ arn: arnPattern, ...decision })) }).optional(),
  /** Told beside the verdicts; it changes none. */
  wellArchitectedReview: wellArchitectedReview.optional(),
  /** Sentences that the snapshots prove or contradict. */
  claims: claimsSchema.optional(),
  /** What no API tells, with who says so and when. */
  declaredFacts: z.array(declaredFactSchema).optional(),
  /** A waived failure stays a failure, marked. */
  waivers: z
    .array(z.strictObject({ rule: name, subject: arnPattern, reason: name, approver: name, date: dateSchema, expires: dateSchema }))
    .optional(),
  /** What may be shown to AWS unmasked, and who allowed it. */
  disclosure: z
    .strictObject({ show: z.array(z.enum(['accountIds', 'accessKeyIds', 'externalIds', 'emailAddresses'])), author: name, date: dateSchema })
    .optional(),
});
export type Engagement = z.infer<typeof engagementSchema>;
export type AccessModel = z.infer<typeof accessModelSchema>;

export const engagementContract: Contract<Engagement> = {
  format: ENGAGEMENT_FORMAT,
  formatVersion: ENGAGEMENT_VERSION,
  schema: engagementSchema,
};

/** @throws DossierError when the value is not an engagement this version can read */
export function readEngagement(value: unknown, origin?: Origin): Engagement {
  return readContract(engagementContract, value, origin);
}
