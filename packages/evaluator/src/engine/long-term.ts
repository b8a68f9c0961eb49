import type { HeldCredentials } from '../facts/held-credentials.ts';
import { fail, notEvaluated, pass, type Verdict } from './verdict.ts';

/** Whether none of a user's credentials of one kind is active. */
export function noneActive({ entries }: HeldCredentials): Verdict<'active' | 'unknown'> {
  const active = entries.filter(({ status }) => status === 'active');
  if (active.length > 0) return fail('active', { count: active.length }, { evidence: active.flatMap((entry) => entry.evidence) });
  const unclear = entries.filter(({ status }) => status === 'unknown' || status === 'undated');
  return unclear.length > 0 ? notEvaluated('missing', 'unknown', {}, { evidence: unclear.flatMap((entry) => entry.evidence) }) : pass;
}
