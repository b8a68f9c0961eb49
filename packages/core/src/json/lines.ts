import { canonicalJson } from './canonical.ts';

/**
 * The text in which every contract is stored: canonical members, one top-level member a line,
 * one list entry a line, so that a version control system shows which entity changed.
 */
export function* documentLines(value: object): Generator<string> {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  yield '{\n';
  for (const [index, [key, member]] of members.entries()) {
    const end = index === members.length - 1 ? '\n' : ',\n';
    yield* memberLines(key, member, end);
  }
  yield '}\n';
}

function* memberLines(key: string, member: unknown, end: string): Generator<string> {
  if (!Array.isArray(member) || member.length === 0) {
    yield `${JSON.stringify(key)}: ${canonicalJson(member)}${end}`;
    return;
  }
  yield `${JSON.stringify(key)}: [\n`;
  for (const [index, entry] of member.entries()) {
    yield canonicalJson(entry) + (index === member.length - 1 ? '\n' : ',\n');
  }
  yield `]${end}`;
}

/** {@link documentLines} as one string. */
export function documentJson(value: object): string {
  return [...documentLines(value)].join('');
}
