import type { PartSource } from '../snapshot/parts.ts';
import type { Members } from './decode/members.ts';
import type { Draft, Entries, Extent } from './draft.ts';

/** One list among many of its part, such as the targets of one policy: each is asked for by itself, and whole by itself. */
export interface NestedList extends Entries {
  finalAnswers: number;
  cutAnswers: string[];
  sources: PartSource[];
}

const kept = new WeakMap<Draft, Map<string, Map<string, NestedList>>>();

/** Says that the current source is an answer of this call for `of`: the id of what it was made for, or nothing. */
export function openNested(draft: Draft, call: string, of: string, extent: Extent): NestedList {
  const list = nestedList(draft, call, of);
  if (list.sources.at(-1) !== draft.source) list.sources.push(draft.source);
  if (extent === 'all') list.finalAnswers += 1;
  if (extent === 'cut') list.cutAnswers.push(draft.source.name);
  return list;
}

function nestedList(draft: Draft, call: string, of: string): NestedList {
  const calls = kept.get(draft) ?? new Map<string, Map<string, NestedList>>();
  kept.set(draft, calls);
  const lists = calls.get(call) ?? new Map<string, NestedList>();
  calls.set(call, lists);
  const list = lists.get(of) ?? { entries: new Map(), contradictions: [], finalAnswers: 0, cutAnswers: [], sources: [] };
  lists.set(of, list);
  return list;
}

/** Every list that answers of this call gave, by what each was made for. */
export function nestedLists(draft: Draft, call: string): ReadonlyMap<string, NestedList> {
  return kept.get(draft)?.get(call) ?? new Map<string, NestedList>();
}

export function isWhole(list: NestedList | undefined): list is NestedList {
  return list !== undefined && list.finalAnswers > 0;
}

export function membersIn(list: NestedList): Members[] {
  return [...list.entries.values()].map(({ value }) => value);
}
