import type { CredentialList } from '../facts/other-credentials.ts';
import { fail, notEvaluated, pass, type Verdict } from './verdict.ts';

/** Whether a user holds no active credential of one kind. A list that is not there is never taken for an empty one. */
export function noneActive({ entries, gap }: CredentialList): Verdict<'active' | 'unknown' | 'unlisted'> {
  const active = entries.filter(({ status }) => status === 'active');
  if (active.length > 0) return fail('active', { count: active.length }, { evidence: active.flatMap((entry) => entry.evidence) });
  const unclear = entries.filter(({ status }) => status === 'unknown' || status === 'undated');
  if (unclear.length > 0) return notEvaluated('missing', 'unknown', {}, { evidence: unclear.flatMap((entry) => entry.evidence) });
  return gap === null ? pass : notEvaluated(gap, 'unlisted');
}
