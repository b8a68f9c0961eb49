import type { PartName } from '../../snapshot/parts.ts';
import { sortedBy } from '../../json/order.ts';
import type { Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { isWhole, membersIn, nestedLists, type NestedList } from '../nested.ts';

/** A member of the snapshot that is joined from many lists. */
export interface Joined {
  value: unknown;
  /** Things in it, for the part's count. */
  count: number;
  /** Why it is not all there. */
  reasons: readonly string[];
}

/** Lists of a draft as one member of the snapshot needs them. Each that is looked at becomes a source of the member's part. */
export class NestedReader {
  private readonly draft: Draft;
  private readonly part: PartName;
  /** Any answer was there. */
  answered = false;

  constructor(draft: Draft, part: PartName) {
    this.draft = draft;
    this.part = part;
  }

  /** The list that a call gave for `of`. */
  list(call: string, of = ''): NestedList | undefined {
    const list = nestedLists(this.draft, call).get(of);
    if (list) this.claim(list);
    return list;
  }

  /** Entries of all answers of a call. */
  all(call: string): Members[] {
    return [...nestedLists(this.draft, call).values()].flatMap((list) => {
      this.claim(list);
      return membersIn(list);
    });
  }

  /** What the call was made for, where the answers are all there. */
  wholeOf(call: string): ReadonlySet<string> {
    const whole = [...nestedLists(this.draft, call)].filter(([, list]) => isWhole(list));
    for (const [, list] of whole) this.claim(list);
    return new Set(whole.map(([of]) => of));
  }

  /** Entries sorted, or `undefined` when the list is not all there. */
  whole(call: string, of: string, id: string): Members[] | undefined {
    const list = this.list(call, of);
    return isWhole(list) ? byMember(membersIn(list), id) : undefined;
  }

  private claim(list: NestedList): void {
    this.answered = true;
    const part = this.draft.parts[this.part];
    for (const source of list.sources) if (!part.sources.includes(source)) part.sources.push(source);
    part.contradictions.push(...list.contradictions.splice(0));
  }
}

export function byMember(entries: readonly Members[], id: string): Members[] {
  return sortedBy(entries, (entry) => String(entry[id]));
}

/** Entries with one id as one: what an earlier one says stands, a later one adds. */
export function mergedBy(entries: readonly Members[], id: string): Map<string, Members> {
  const merged = new Map<string, Members>();
  for (const entry of entries) {
    const key = String(entry[id]);
    merged.set(key, { ...entry, ...merged.get(key) });
  }
  return merged;
}

/** A reason where there is a number of what is not there. */
export function lacking(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
