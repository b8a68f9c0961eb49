import { compareText } from '../../json/order.ts';
import type { PartName } from '../../snapshot/parts.ts';
import { inOrder, type Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';

/** Members that a list call has and the authorization details lack. */
const fromLists = { users: ['passwordLastUsed'], roles: ['description', 'maxSessionDuration'] } as const;

/** Entries of a part, by unique id and then ARN or the other members named. */
export function entriesOf(draft: Draft, part: PartName, ...order: string[]): Members[] {
  return sorted(values(draft, part), order);
}

/** Users or roles from the authorization details and the list call, joined by ARN. */
export function joinedEntries(draft: Draft, kind: 'users' | 'roles', uniqueId: string): Members[] {
  const details = draft.parts[kind === 'users' ? 'userDetails' : 'roleDetails'].entries;
  const joined = new Map<string, Members>();
  for (const [arn, { value }] of details) joined.set(arn, value);
  for (const [arn, { value }] of draft.parts[kind].entries) joined.set(arn, joinEntry(joined.get(arn), value, fromLists[kind]));
  return sorted([...joined.values()], [uniqueId, 'arn']);
}

/** The details stand; the list adds what only it knows. A member of the details is never overwritten. */
function joinEntry(details: Members | undefined, listed: Members, only: readonly string[]): Members {
  if (!details) return listed;
  const added = only
    .filter((name) => details[name] === undefined && listed[name] !== undefined)
    .map((name): [string, unknown] => [name, listed[name]]);
  return added.length > 0 ? inOrder({ ...details, ...Object.fromEntries(added) }) : details;
}

export function values(draft: Draft, part: PartName): Members[] {
  return [...draft.parts[part].entries.values()].map((entry) => entry.value);
}

function sorted(list: Members[], order: string[]): Members[] {
  return list.sort((a, b) => {
    for (const name of order) {
      const difference = compareText(text(a[name]), text(b[name]));
      if (difference !== 0) return difference;
    }
    return compareText(JSON.stringify(a), JSON.stringify(b));
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
