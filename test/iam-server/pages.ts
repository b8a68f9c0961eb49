import { invalid } from './error.ts';
import type { Answer } from './operations/handler.ts';
import { membersOf, type Operation } from './protocol/schemas.ts';
import type { Values } from './account/look-up.ts';

/** Ways in which a page misleads. */
export type Twist = 'repeatMarker' | 'emptyPage' | undefined;

interface Limits {
  /** Entries when none are asked for, and most that may be asked for. */
  usual: number;
  most: number;
  /** Most entries of any page. */
  cap: number;
}

/** The answer's lists, from the marker on, as many as asked for; with a marker for the rest. */
export function pageOf(operation: Operation, params: Values, answer: Answer, limits: Limits, twist: Twist): Values {
  const lists = answer.lists ?? [];
  const all = lists.flatMap(([member, entries]) => entries.map((entry) => ({ member, entry })));
  const names = pagingNames(operation);
  if (!names) return { ...answer.output, ...grouped(lists, all) };
  const marker = params[names.marker];
  const scope = scopeOf(operation, params, names);
  const [from, turn] = marker === undefined ? [0, 0] : readMarker(String(marker), scope);
  const size = Math.min(sizeOf(params[names.size], limits), limits.cap);
  if (twist === 'emptyPage') return { ...answer.output, ...grouped(lists, []), ...more(names, markerOf(from, scope, turn + 1)) };
  const page = { ...answer.output, ...grouped(lists, all.slice(from, from + size)) };
  if (twist === 'repeatMarker') return { ...page, ...more(names, String(marker ?? markerOf(0, scope))) };
  return from + size < all.length
    ? { ...page, ...more(names, markerOf(from + size, scope)) }
    : { ...page, ...(names.truncated === undefined ? {} : { [names.truncated]: false }) };
}

function grouped(lists: NonNullable<Answer['lists']>, entries: readonly { member: string; entry: unknown }[]): Values {
  const groups = new Map<string, unknown[]>(lists.map(([member]) => [member, []]));
  for (const { member, entry } of entries) groups.get(member)?.push(entry);
  return Object.fromEntries(groups);
}

interface Names {
  marker: string;
  size: string;
  next: string;
  truncated: string | undefined;
}

/** Marker, MaxItems and IsTruncated, or NextToken and MaxResults, as the schema has them. */
function pagingNames({ input, output }: Operation): Names | undefined {
  const named = (schema: Operation['input'], ...names: string[]) => membersOf(schema).find(([name]) => names.includes(name.toLowerCase()))?.[0];
  const marker = named(input, 'marker', 'nexttoken');
  const next = named(output, 'marker', 'nexttoken');
  const size = named(input, 'maxitems', 'maxresults');
  if (marker === undefined || next === undefined || size === undefined) return undefined;
  return { marker, next, size, truncated: named(output, 'istruncated') };
}

const more = ({ next, truncated }: Names, marker: string): Values => ({ [next]: marker, ...(truncated === undefined ? {} : { [truncated]: true }) });

/** A marker holds for the same operation and parameters. */
function scopeOf({ name }: Operation, params: Values, names: Names): string {
  const rest = Object.entries(params).filter(([key]) => key !== names.marker && key !== names.size);
  return `${name}?${JSON.stringify(rest.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/** With characters that must be escaped in a form, as AWS's markers have. `turn` tells markers to the same place apart. */
function markerOf(offset: number, scope: string, turn = 0): string {
  return `m+/${Buffer.from(JSON.stringify([offset, turn, scope])).toString('base64')}=`;
}

function readMarker(marker: string, scope: string): [offset: number, turn: number] {
  const text = marker.startsWith('m+/') ? Buffer.from(marker.slice(3, -1), 'base64').toString() : '';
  if (!text.startsWith('[')) throw invalid(`Invalid Marker: ${marker}`);
  const [offset, turn, of] = JSON.parse(text) as [number, number, string];
  if (of !== scope) throw invalid('The marker belongs to another request.');
  return [offset, turn];
}

function sizeOf(asked: unknown, { usual, most }: Limits): number {
  if (asked === undefined) return usual;
  const size = Number(asked);
  if (size < 1 || size > most) throw invalid(`Value '${size}' failed to satisfy constraint: Member must have value between 1 and ${most}`);
  return size;
}
