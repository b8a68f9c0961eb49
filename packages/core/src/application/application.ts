import { z } from 'zod';
import { readContract, type Contract, type Origin } from '../contract/index.ts';
import { criterionIds } from '../engagement/words.ts';
import { declaredStatementSchema } from '../text/statement.ts';
import { textSchema } from '../text/text.ts';
import { dateSchema, timeSchema } from '../time/schema.ts';

export const APPLICATION_FORMAT = 'iam-dossier.application';
export const APPLICATION_VERSION = 1;

const name = z.string().min(1);

/** A customer example: its engagement, and what its accounts were read into. Paths are relative to the application's file. */
const example = z.strictObject({
  engagement: name,
  /** Snapshots, or files, folders and zips of AWS CLI output. */
  inputs: z.array(name).min(1),
  /** When the account was read, for AWS CLI files that do not say. */
  collectedAt: timeSchema.optional(),
});

/** What a reviewer asked for when an earlier submission was not accepted, and what is answered. */
const actionItem = z.strictObject({
  id: name,
  text: textSchema,
  /** The criterion it is about: an answer is held against what is measured now. */
  criterion: z.enum(criterionIds).optional(),
  answer: declaredStatementSchema.optional(),
});

export const applicationSchema = z.strictObject({
  format: z.literal(APPLICATION_FORMAT),
  formatVersion: z.literal(APPLICATION_VERSION),
  /** Names the output files: lower-case letters, digits and single hyphens. */
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
  /** What is applied for, such as `AWS Service Delivery, Amazon EC2`. */
  designation: name,
  /** The release of AWS's checklist, and the last day on which it is taken where that is known. */
  checklist: z.strictObject({ release: name, usableUntil: dateSchema.optional() }),
  /** Path of the partner file; default: the one that the engagements name. */
  partner: name.optional(),
  /** The day on which it is to be handed in. */
  submitBy: dateSchema.optional(),
  examples: z.array(example).min(1).max(20),
  previousSubmissions: z.array(z.strictObject({ date: dateSchema, actionItems: z.array(actionItem) })).optional(),
});
export type Application = z.infer<typeof applicationSchema>;
export type ActionItem = z.infer<typeof actionItem>;

export const applicationContract: Contract<Application> = {
  format: APPLICATION_FORMAT,
  formatVersion: APPLICATION_VERSION,
  schema: applicationSchema,
};

/** @throws DossierError when the value is not an application this version can read */
export function readApplication(value: unknown, origin?: Origin): Application {
  return readContract(applicationContract, value, origin);
}
