import { z } from 'zod';
import { messageSchema, subjectIndex } from './words.ts';

/**
 * One way by which a principal could get more permissions than it was given. `reachable`: every action is granted without
 * condition, and what it needs is there. `latent`: something it needs is provably not there. `unverified`: the data does not decide.
 */
export const escalationPathSchema = z.strictObject({
  /** The smallest set of actions it rests on, and the larger sets that only add to it and are held too. */
  id: z.string(),
  variants: z.array(z.string()),
  /** The set whose state it is: `id` or one of `variants`. */
  via: z.string(),
  category: z.enum(['selfEscalation', 'principalAccess', 'newPassRole', 'existingPassRole']),
  state: z.enum(['reachable', 'unverified', 'latent']),
  path: messageSchema,
  /** What is not there, or not in the data. */
  missing: z.array(messageSchema),
  /** Conditions, denies and scopes that stand beside the grants. */
  guards: z.array(messageSchema),
  /** ARN of the user, role or group it leads to. */
  target: z.string().nullable(),
  /** `ended`: AWS has closed the service; `closed`: to new customers. */
  retired: z.enum(['ended', 'closed']).nullable(),
  /** Works only in the account that manages IAM Identity Center. */
  accountBound: z.boolean(),
});
export type EscalationPathResult = z.infer<typeof escalationPathSchema>;

/** Paths of principals in scope that are not administrators, and their shortest way to one through others. */
export const escalationSchema = z.strictObject({
  /** Those of whom all of it is true. */
  subjects: z.array(subjectIndex),
  paths: z.array(escalationPathSchema),
  /** `null`: none is known. `unknown`: it ends at one whose policies could not be read. */
  chain: z
    .strictObject({
      state: z.enum(['reachable', 'unverified', 'unknown']),
      /** Number of steps, of which the first are listed. */
      count: z.int(),
      /** By which path, and whom it becomes; `null`: it stays itself. */
      steps: z.array(z.strictObject({ path: z.string(), to: subjectIndex.nullable() })),
    })
    .nullable(),
});
export type EscalationResult = z.infer<typeof escalationSchema>;
