import { z } from 'zod';
import { criterionIds, type CriterionId } from '../engagement/words.ts';
import { dateSchema } from '../time/schema.ts';
import { declaredStatementSchema } from '../text/statement.ts';
import { messageSchema, notEvaluatedReasons, outcomes, severities, snapshotPointerSchema, subjectIndex } from './words.ts';

/** The line of a policy document that a finding is about. */
export const quoteSchema = z.strictObject({
  /** Key in `documents`. */
  document: z.string(),
  policyName: z.string(),
  policyArn: z.string().optional(),
  /** JSON pointer into the document. */
  path: z.string(),
  /** The offending text, verbatim. */
  text: z.string(),
});
export type Quote = z.infer<typeof quoteSchema>;

/** What was decided of a failure, by whom and until when. It lifts nothing. */
export const waiverSchema = z.strictObject({ reason: z.string(), approver: z.string(), date: dateSchema, expires: dateSchema });

/** A verdict that is not a pass. */
export const findingSchema = z.strictObject({
  subject: subjectIndex,
  outcome: z.enum(['fail', 'notEvaluated', 'manual']),
  reason: z.enum(notEvaluatedReasons).optional(),
  message: messageSchema,
  evidence: z.array(snapshotPointerSchema),
  quotes: z.array(quoteSchema),
  /** The first 32 digits of the SHA-256 over rule id, message id, subject ARN and unique id, and the data keys the message declares. */
  fingerprint: z.string(),
  waiver: waiverSchema.optional(),
  /** Further subjects of which the same is said, ascending: thousands may lack the same thing. Never where lines are quoted. */
  alike: z.array(z.strictObject({ subject: subjectIndex, evidence: z.array(snapshotPointerSchema), fingerprint: z.string() })).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const remediationSchema = z.strictObject({ console: z.string(), cli: z.string(), terraform: z.string() });

export const ruleResultSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  severity: z.enum(severities),
  /** Addresses of AWS documentation. */
  references: z.array(z.string()),
  /** `criterion`: can fail an ACCT-002 criterion. `supporting`: a fact beside them. */
  weight: z.enum(['criterion', 'supporting']),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  remediation: remediationSchema,
  /** Subjects judged, ascending. */
  population: z.array(subjectIndex),
  /** One letter a subject, in the order of `population`; see `outcomeLetters`. */
  outcomes: z.string().regex(/^[fnmpa]*$/),
  findings: z.array(findingSchema),
});
export type RuleResult = z.infer<typeof ruleResultSchema>;

export { criterionIds, type CriterionId };

/** What answers a criterion. Section ids are those of the implementation document. */
export const criterionResultSchema = z.strictObject({
  id: z.enum(criterionIds),
  title: z.string(),
  outcome: z.enum(outcomes),
  /** One sentence: the verdict in words. */
  summary: messageSchema,
  /** Measured facts that speak for it. */
  facts: z.array(messageSchema),
  /** Why it is not a pass. */
  reasons: z.array(messageSchema),
  /** Declared statements, by their member name in `accessModel`. */
  statements: z.array(declaredStatementSchema.extend({ key: z.string() })),
  rules: z.array(z.string()),
  sections: z.array(z.string()),
});
export type CriterionResult = z.infer<typeof criterionResultSchema>;

/** Words of partner or engagement that a reviewer would reject, and what to write in their place. */
export const wordsAtSchema = z.strictObject({
  file: z.enum(['partner', 'engagement']),
  /** Path of the member, such as `accessModel.console.text` or `sop.paragraphs.console.habits.replace.es`. */
  member: z.string(),
  /** Line of the member's text, from 1, and what stands there. */
  line: z.int().positive(),
  text: z.string(),
  /** A sentence for its place, in the language of the text; to be used once it is true. */
  rewrite: z.string(),
});
export type WordsAt = z.infer<typeof wordsAtSchema>;

/** `rejected`: the facts or words would be rejected. `unproven`: data is missing. `undeclared`: a statement is missing. */
export const blockerSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['rejected', 'unproven', 'undeclared']),
  criterion: z.enum(criterionIds),
  rule: z.string().optional(),
  /** Id of the claim that the snapshots contradict. */
  claim: z.string().optional(),
  words: wordsAtSchema.optional(),
  message: messageSchema,
  /** What to do, in one sentence. */
  mend: z.string(),
  subjects: z.array(subjectIndex),
});
export type Blocker = z.infer<typeof blockerSchema>;

export const readinessSchema = z.strictObject({
  ready: z.boolean(),
  blockers: z.array(blockerSchema),
  warnings: z.array(messageSchema),
});
export type Readiness = z.infer<typeof readinessSchema>;
