import { noFile, type Part } from '../../snapshot/parts.ts';
import type { PartDraft } from '../draft.ts';

/** What the snapshot says of a part. `reasons` are those that other parts brought to light. */
export function describePart(draft: PartDraft, reasons: readonly string[]): Part {
  const base = { sources: [...draft.sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
  const { refusal } = draft;
  if (answers(draft) === 0) {
    if (refusal) return { ...base, status: refusal.status, code: refusal.code, reason: refusal.message };
    return { ...base, status: 'missing', reason: draft.absence ?? noFile };
  }
  const all = [...ownReasons(draft), ...reasons];
  const time = draft.time === undefined ? {} : { time: draft.time };
  const count = draft.count ?? draft.entries.size;
  if (all.length === 0) return { ...base, ...time, count, status: 'complete' };
  return { ...base, ...time, ...(refusal ? { code: refusal.code } : {}), count, status: 'partial', reason: all.join('; ') };
}

export function answers(draft: PartDraft): number {
  return draft.finalAnswers + draft.cutAnswers.length + draft.singleAnswers;
}

function ownReasons(draft: PartDraft): string[] {
  const reasons: string[] = [];
  if (draft.cutAnswers.length > 0 && draft.finalAnswers === 0 && draft.shortfalls.length === 0)
    reasons.push(`the last page is not there: ${draft.cutAnswers.join(', ')} says that more follows`);
  if (draft.singleAnswers > 0 && draft.finalAnswers === 0 && !draft.everyUser && draft.shortfalls.length === 0)
    reasons.push('each answer is about one principal; nothing says that all were asked');
  if (draft.contradictions.length > 0)
    reasons.push(`${draft.contradictions.length} ${draft.contradictions.length === 1 ? 'value' : 'values'} contradict or could not be read`);
  reasons.push(...draft.shortfalls);
  if (draft.refusal) reasons.push(draft.refusal.message);
  return reasons;
}
