import { compareText, pointer } from '@iam-dossier/core/json';

/** One line of a JSON value as printed, and the pointer of the value that begins, stands or ends on it. */
export interface JsonLine {
  text: string;
  path: string;
}

const step = '  ';

/** The order in which policies are commonly written; other members follow by name. A stored document has lost its own. */
const memberOrder = [
  'Version',
  'Id',
  'Statement',
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** A JSON value in lines, one entry or member a line. The same lines for equal values, whatever the order of their members. */
export function jsonLines(value: unknown, path: string, indent = '', before = '', after = ''): JsonLine[] {
  if (value === null || typeof value !== 'object') return [{ text: `${indent}${before}${JSON.stringify(value) ?? 'null'}${after}`, path }];
  const list = Array.isArray(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const entries = list ? Object.entries(value) : membersOf(value);
  if (entries.length === 0) return [{ text: `${indent}${before}${open}${close}${after}`, path }];
  const inner = entries.flatMap(([key, member], index) => {
    const name = list ? '' : `${JSON.stringify(key)}: `;
    return jsonLines(member, `${path}${pointer(key)}`, indent + step, name, index === entries.length - 1 ? '' : ',');
  });
  return [{ text: `${indent}${before}${open}`, path }, ...inner, { text: `${indent}${close}${after}`, path }];
}

/** Members of an object in the order in which they are printed. */
export function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || compareText(a, b));
}

function placeOf(member: string): number {
  const place = memberOrder.indexOf(member);
  return place < 0 ? memberOrder.length : place;
}
