import type { Draft } from '../draft.ts';
import { isSecret, withoutSecrets } from './secrets.ts';

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
 * `null` stands for an absent member, as the CLI writes it.
 */
export function decodeMembers(raw: Members, shape: Shape, draft: Draft): Members {
  const result: Members = {};
  let extra: Members | undefined;
  for (const [name, value] of Object.entries(raw)) {
    if (value === null || value === undefined || isSecret(name) || shape.drop?.includes(name)) continue;
    const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    const read = member?.[1](value, draft);
    if (member && read !== undefined) {
      result[member[0]] = read;
      continue;
    }
    if (member) draft.unreadableMember(name);
    else draft.unknownMembers += 1;
    (extra ??= {})[memberName(name)] = withoutSecrets(value);
  }
  if (extra) result['extra'] = extra;
  return result;
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
