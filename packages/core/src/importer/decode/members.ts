import { sortedBy } from '../../json/order.ts';
import type { Draft } from '../draft.ts';
import { isSecret, withoutSecrets } from '../../text/index.ts';

export type Members = Record<string, unknown>;

/** Reads one member; `undefined` says that the value cannot be read. */
export type ReadMember = (value: unknown, draft: Draft) => unknown;

/** AWS member name → our name and how to read it. `drop` names what an entry repeats of another. */
export interface Shape {
  members: Record<string, readonly [to: string, read: ReadMember]>;
  drop?: readonly string[];
}

export function isMembers(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Decodes one structure: known members to our names, unknown or unreadable ones verbatim into `extra`, counted.
 * `null` stands for an absent member, as the CLI writes it. Members come in canonical order, which makes digests cheap.
 */
export function decodeMembers(raw: Members, shape: Shape, draft: Draft): Members {
  const result: Members = {};
  let extra: Members | undefined;
  let seen = 0;
  for (const [name, to, read] of orderOf(shape)) {
    if (!Object.hasOwn(raw, name)) continue;
    seen += 1;
    const value = raw[name];
    if (value === null || value === undefined) continue;
    const member = read(value, draft);
    if (member !== undefined) {
      result[to] = member;
      continue;
    }
    draft.unreadableMember(name);
    (extra ??= {})[memberName(name)] = withoutSecrets(value);
  }
  if (seen < Object.keys(raw).length) extra = withUnknown(extra, raw, shape, draft);
  return extra ? inOrder({ ...result, extra }) : result;
}

function withUnknown(unreadable: Members | undefined, raw: Members, shape: Shape, draft: Draft): Members | undefined {
  let extra = unreadable;
  for (const [name, value] of Object.entries(raw)) {
    if (value === null || value === undefined || isSecret(name) || shape.drop?.includes(name) || Object.hasOwn(shape.members, name)) continue;
    draft.unknownMembers += 1;
    (extra ??= {})[memberName(name)] = withoutSecrets(value);
  }
  return extra;
}

const orders = new WeakMap<Shape, readonly (readonly [name: string, to: string, read: ReadMember])[]>();

/** The known members by our names, ascending. */
function orderOf(shape: Shape) {
  let order = orders.get(shape);
  if (!order) {
    order = sortedBy(
      Object.entries(shape.members).map(([name, [to, read]]) => [name, to, read] as const),
      ([, to]) => to,
    );
    orders.set(shape, order);
  }
  return order;
}

/** The same members, ascending. */
export function inOrder(members: Members): Members {
  return Object.fromEntries(sortedBy(Object.entries(members), ([name]) => name));
}

/** No object can hold a member `__proto__` safely: it is kept under a name beside it. */
export function memberName(name: string): string {
  return name === '__proto__' ? '(__proto__)' : name;
}

/** Same as {@link decodeMembers}, for the entries of a list. Entries that are no structures make the list unreadable. */
export function decodeList(shape: Shape): ReadMember {
  return (value, draft) => {
    if (!Array.isArray(value) || !value.every(isMembers)) return undefined;
    return value.map((entry) => decodeMembers(entry, shape, draft));
  };
}

export function decodeOne(shape: Shape): ReadMember {
  return (value, draft) => (isMembers(value) ? decodeMembers(value, shape, draft) : undefined);
}
