import { z } from 'zod';
import { declaredFactSchema } from '../engagement/declared-facts.ts';
import { declaredStatementSchema } from '../text/statement.ts';
import { criterionIds, quoteSchema, waiverSchema } from './verdicts.ts';
import { messageSchema, snapshotPointerSchema, subjectIndex } from './words.ts';

/** What became of a claim, worst first. */
export const claimOutcomes = ['contradicted', 'notCheckable', 'held'] as const;
export type ClaimOutcome = (typeof claimOutcomes)[number];

/** One fact that speaks against a claim, or one thing that is missing to check it. */
export const claimReasonSchema = z.strictObject({
  message: messageSchema,
  subject: subjectIndex.optional(),
  evidence: z.array(snapshotPointerSchema),
  quotes: z.array(quoteSchema),
});
export type ClaimReason = z.infer<typeof claimReasonSchema>;

/** A claim of the engagement, judged. Only `proven` is proven; `statement` is the author's own sentence. */
export const claimResultSchema = z.strictObject({
  id: z.string(),
  claim: z.string(),
  title: z.string(),
  /** The criterion that falls with it. */
  criterion: z.enum(criterionIds),
  outcome: z.enum(claimOutcomes),
  /** The product's sentence; `null` unless the claim held. */
  proven: messageSchema.nullable(),
  /** What contradicts it, the gravest first; only when contradicted. */
  against: z.array(claimReasonSchema),
  /** What could not be checked. */
  unclear: z.array(claimReasonSchema),
  /** Where it was read, when it held. */
  evidence: z.array(snapshotPointerSchema),
  /** Positions of the snapshots it was checked in. */
  snapshots: z.array(z.int().nonnegative()),
  statement: declaredStatementSchema,
});
export type ClaimResult = z.infer<typeof claimResultSchema>;

/** A declared fact and whether its time is over on the date of issue, or not yet begun. */
export const declaredFactResultSchema = z.strictObject({ fact: declaredFactSchema, state: z.enum(['inForce', 'expired', 'future']) });
export type DeclaredFactResult = z.infer<typeof declaredFactResultSchema>;

/** A waiver of the engagement and what it covers. */
export const waiverResultSchema = waiverSchema.extend({
  rule: z.string(),
  /** ARN pattern. */
  subject: z.string(),
  /** `unmatched`: no failure fits it. `future`: it is dated after the documents. */
  state: z.enum(['inForce', 'expired', 'future', 'unmatched', 'unknownRule']),
  /** Failures it marks. */
  failures: z.int().nonnegative(),
});
export type WaiverResult = z.infer<typeof waiverResultSchema>;
