/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

const FEW = 16;

/** RFC 8785 text of a JSON value: members sorted by UTF-16 code unit, no white space, `undefined` members left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  // The runtime's own writer is several times faster than ours, and writes the same once members stand in order.
  const ordered = inOrder(value);
  return ordered === undefined ? spelled(value) : JSON.stringify(ordered);
}

/**
 * The value with every structure's members in canonical order: itself where they are, else a copy. `undefined` when no copy
 * can be: the runtime puts names that are whole numbers first, and `__proto__` is no name like others.
 */
function inOrder(value: object): object | undefined {
  return Array.isArray(value) ? listInOrder(value) : membersInOrder(value as Record<string, unknown>);
}

function listInOrder(list: readonly unknown[]): object | undefined {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const entry = list[index];
    if (entry === null || typeof entry !== 'object') continue;
    const ordered = inOrder(entry);
    if (ordered === undefined) return undefined;
    if (ordered !== entry) (copy ??= [...list])[index] = ordered;
  }
  return copy ?? list;
}

function membersInOrder(source: Record<string, unknown>): object | undefined {
  const names = Object.keys(source);
  let copy = areSorted(names) ? undefined : copyInOrder(source);
  if (copy === null) return undefined;
  for (const name of names) {
    const member = source[name];
    if (member === null || typeof member !== 'object') continue;
    const ordered = inOrder(member);
    if (ordered === undefined) return undefined;
    if (ordered !== member) (copy ??= { ...source })[name] = ordered;
  }
  return copy ?? source;
}

function areSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index += 1) if ((names[index] ?? '') < (names[index - 1] ?? '')) return false;
  return true;
}

function copyInOrder(source: Record<string, unknown>): Record<string, unknown> | null {
  const copy: Record<string, unknown> = {};
  for (const name of sortNames(Object.keys(source))) {
    if (name === '__proto__' || (name >= '0' && name < ':')) return null;
    copy[name] = source[name];
  }
  return copy;
}

/** Few names, as nearly all structures have, are sorted where they stand: the runtime's sort makes lists of its own. */
function sortNames(names: string[]): string[] {
  if (names.length > FEW) return names.sort();
  for (let end = 1; end < names.length; end += 1) {
    const name = names[end] ?? '';
    let place = end;
    for (; place > 0 && (names[place - 1] ?? '') > name; place -= 1) names[place] = names[place - 1] ?? '';
    names[place] = name;
  }
  return names;
}

function spelled(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  const source = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(source).sort()) {
    const member = source[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${spelled(member)}`);
  }
  return `{${members.join(',')}}`;
}
