import type { PartName } from '../../snapshot/parts.ts';
import { isMembers, decodeMembers, type Members, type Shape } from '../decode/members.ts';
import type { Draft, Extent } from '../draft.ts';

/** One kind of AWS CLI output: how it is known by its members, and how it is read. */
export interface Kind {
  /** `service:Operation`. */
  call: string;
  matches: (value: Members) => boolean;
  read: (value: Members, draft: Draft) => void;
}

export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** `cut` when the answer says that more pages follow. */
export function extentOf(value: Members): Extent {
  const marker = value['Marker'] ?? value['NextToken'] ?? value['nextToken'];
  return value['IsTruncated'] === true || (typeof marker === 'string' && marker !== '') ? 'cut' : 'all';
}

interface ListKind {
  call: string;
  member: string;
  part: PartName;
  shape: Shape;
  /** Unique key of a decoded entry; `undefined` when the entry lacks what makes it usable. */
  key: (entry: Members) => string | undefined;
  /** One structure under `member` instead of a list. */
  single?: boolean;
  /** The call answers for one principal, so that no answer ends the account's list unless it was asked for all (`AllUsers`). */
  perPrincipal?: boolean;
  matches?: (value: Members) => boolean;
}

/** A kind that is a list (or one) of structures under one member. */
export function listKind({ call, member, part, shape, key, single, perPrincipal, matches }: ListKind): Kind {
  return {
    call,
    matches: matches ?? ((value) => (single ? isMembers(value[member]) : isList(value[member]))),
    read: (value, draft) => {
      const extent = extentOf(value);
      draft.open(part, single || (perPrincipal && extent === 'all' && value['AllUsers'] !== true) ? 'one' : extent);
      const entries = single ? [value[member]] : (value[member] as unknown[]);
      readEntries(entries, { call, part, shape, key }, draft);
    },
  };
}

/** Decodes entries into a part; what cannot be used is told, never skipped without a word. */
export function readEntries(entries: unknown[], kind: Pick<ListKind, 'call' | 'part' | 'shape' | 'key'>, draft: Draft): void {
  let unusable = 0;
  for (const raw of entries) {
    const entry = isMembers(raw) ? decodeMembers(raw, kind.shape, draft) : undefined;
    const key = entry && kind.key(entry);
    if (entry && key !== undefined) {
      draft.sawArn(entry['arn']);
      draft.sawArn(entry['serialNumber']);
      draft.add(kind.part, key, entry);
    } else unusable += 1;
  }
  if (unusable === 0) return;
  draft.parts[kind.part].contradictions.push(`${unusable} unusable`);
  draft.note(
    'warning',
    'unusable-entry',
    `${unusable} ${unusable === 1 ? 'entry' : 'entries'} of ${kind.call} without the members that name it; the part is marked partial`,
  );
}

/** The text of the named members joined, or `undefined` when one is absent. */
export function keyOf(...names: string[]): (entry: Members) => string | undefined {
  return (entry) => {
    const values = names.map((name) => entry[name]);
    return values.every((value) => typeof value === 'string' && value !== '') ? values.join('\n') : undefined;
  };
}
