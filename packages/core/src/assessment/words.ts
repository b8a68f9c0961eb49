import { z } from 'zod';

/** Outcomes, worst first. A waived failure is a failure. */
export const outcomes = ['fail', 'notEvaluated', 'manual', 'pass', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** One letter an outcome, for a rule's row of outcomes: one letter a subject, in the order of its population. */
export const outcomeLetters = { fail: 'f', notEvaluated: 'n', manual: 'm', pass: 'p', notApplicable: 'a' } as const satisfies Record<Outcome, string>;

/** Why something was not evaluated. */
export const notEvaluatedReasons = ['missing', 'denied', 'partial', 'unresolved', 'threw'] as const;
export type NotEvaluatedReason = (typeof notEvaluatedReasons)[number];

/** Severities, worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A sentence as data: its id and values, for any language, and its English text. */
export const messageSchema = z.strictObject({
  id: z.string(),
  data: z.record(z.string(), z.union([scalar, z.array(scalar)])),
  text: z.string(),
});
export type Message = z.infer<typeof messageSchema>;

/** Position in `subjects`. */
export const subjectIndex = z.int().nonnegative();
/** Where a fact stands: position in `snapshots`, and a JSON pointer into that snapshot. */
export const snapshotPointerSchema = z.strictObject({ snapshot: z.int().nonnegative(), path: z.string() });
export type SnapshotPointer = z.infer<typeof snapshotPointerSchema>;
