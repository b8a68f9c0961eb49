import { a1 } from './a1.ts';
import { a2 } from './a2.ts';
import { a3 } from './a3.ts';
import { b1 } from './b1.ts';
import { b2 } from './b2.ts';
import type { Criterion } from './criterion.ts';
import { e1 } from './e1.ts';
import { e2 } from './e2.ts';

/** ACCT-002, paraphrased, with the checklist release its wording was confirmed against. */
export const checklist = { id: 'ACCT-002', release: 'February 2025 – August 2025', wordingConfirmed: true } as const;

export const criteria: readonly Criterion[] = [a1, a2, a3, b1, b2, e1, e2];
export { judgeCriterion, type JudgedCriterion } from './judge.ts';
export { readinessOf } from './readiness.ts';
export type { Run } from './criterion.ts';
