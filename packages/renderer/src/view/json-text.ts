import { membersOf } from './json-lines.ts';

const step = '  ';

/** A JSON value in as few lines as fit a width: what fits stands in one line, lists of short entries are filled. Longer words overrun it. */
export function jsonText(value: unknown, width: number, indent = '', before = '', after = ''): string[] {
  const whole = `${indent}${before}${inOneLine(value)}${after}`;
  if (whole.length <= width || value === null || typeof value !== 'object') return [whole];
  const inner = indent + step;
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    const lines = entries.every((entry) => typeof entry === 'string')
      ? filled(entries.map(inOneLine), width, inner)
      : entries.flatMap((entry, index) => jsonText(entry, width, inner, '', index === entries.length - 1 ? '' : ','));
    return [`${indent}${before}[`, ...lines, `${indent}]${after}`];
  }
  const members = membersOf(value);
  const lines = members.flatMap(([key, member], index) =>
    jsonText(member, width, inner, `${JSON.stringify(key)}: `, index === members.length - 1 ? '' : ','),
  );
  return [`${indent}${before}{`, ...lines, `${indent}}${after}`];
}

function inOneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  const members = membersOf(value).map(([key, member]) => `${JSON.stringify(key)}: ${inOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function filled(entries: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const text = index === entries.length - 1 ? entry : `${entry},`;
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + text.length > width) lines.push(indent + text);
    else lines[lines.length - 1] = `${last} ${text}`;
  }
  return lines;
}
