import { decodeMembers, isMembers, type Members, type Shape } from '../decode/members.ts';
import type { Draft, Extent } from '../draft.ts';
import { openNested } from '../nested.ts';
import { extentOf, isList, type Kind } from './kind.ts';

interface NestedKind {
  call: string;
  member: string;
  /** What the call was asked for, by AWS's names: it stands beside the answer, which does not say it. */
  asked: readonly string[];
  /** Absent: entries are texts, and become a member of this name. */
  shape: Shape | string;
  /** Unique key of a decoded entry; `undefined` when it lacks what makes it usable. */
  key: (entry: Members) => string | undefined;
  /** Entries say by themselves what they belong to, so that they are kept even when nobody knows what was asked for. */
  selfTold?: boolean;
  matches?: (value: Members) => boolean;
}

/** A kind whose answers are each about one thing that was asked for, and do not say which. */
export function nestedKind({ call, member, asked, shape, key, selfTold, matches }: NestedKind): Kind {
  return {
    call,
    matches: (value) => isList(value[member]) && (matches?.(value) ?? true),
    read: (value, draft) => {
      const of = askedFor(value, asked);
      if (of === undefined) tellUnasked(call, asked, selfTold === true, draft);
      if (of === undefined && selfTold !== true) return;
      putEntries(value[member] as unknown[], { call, of: of ?? UNASKED, extent: of === undefined ? 'one' : extentOf(value), shape, key }, draft);
    },
  };
}

/** Stands for what was asked for where nobody knows it: no list under it is ever whole. */
export const UNASKED = '(unknown)';

/** The values of what was asked for, or `undefined` when one is not there. */
export function askedFor(value: Members, asked: readonly string[]): string | undefined {
  const values = asked.map((name) => value[name]);
  return values.every((text) => typeof text === 'string' && text !== '') ? values.join('\n') : undefined;
}

export function tellUnasked(call: string, asked: readonly string[], kept: boolean, draft: Draft): void {
  const names = asked.join(' and ');
  const rest = kept ? 'what it holds is kept, and counts as part of a list' : 'it is not used';
  draft.note(kept ? 'warning' : 'refused', 'unasked', `this answer of ${call} does not say what it was asked for: ${rest}. Put ${names} beside it`);
}

interface Nested extends Pick<NestedKind, 'call' | 'shape' | 'key'> {
  of: string;
  extent: Extent;
}

/** Decodes entries into their list; what cannot be used is told. Accounts in them are others': they say nothing of whose snapshot this is. */
export function putEntries(entries: readonly unknown[], { call, of, extent, shape, key }: Nested, draft: Draft): void {
  const list = openNested(draft, call, of, extent);
  let unusable = 0;
  for (const raw of entries) {
    const entry = typeof shape === 'string' ? { [shape]: raw } : isMembers(raw) ? decodeMembers(raw, shape, draft) : undefined;
    const id = entry && key(entry);
    if (entry && id !== undefined) draft.put(list, id, entry);
    else unusable += 1;
  }
  if (unusable === 0) return;
  list.contradictions.push(`${unusable} unusable`);
  const counted = `${unusable} ${unusable === 1 ? 'entry' : 'entries'} of ${call}`;
  draft.note('warning', 'unusable-entry', `${counted} without the members that name it; the part is marked partial`);
}
