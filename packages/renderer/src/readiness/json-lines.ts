import { pointer } from '@iam-dossier/core/json';

/** One line of a JSON value as printed, and the pointer of the value that begins, stands or ends on it. */
export interface JsonLine {
  text: string;
  path: string;
}

const step = '  ';

/** A JSON value in lines, members in their own order, one entry or member a line. */
export function jsonLines(value: unknown, path: string, indent = '', before = '', after = ''): JsonLine[] {
  if (value === null || typeof value !== 'object') return [{ text: `${indent}${before}${JSON.stringify(value) ?? 'null'}${after}`, path }];
  const list = Array.isArray(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const entries = Object.entries(value);
  if (entries.length === 0) return [{ text: `${indent}${before}${open}${close}${after}`, path }];
  const inner = entries.flatMap(([key, member], index) => {
    const name = list ? '' : `${JSON.stringify(key)}: `;
    return jsonLines(member, `${path}${pointer(key)}`, indent + step, name, index === entries.length - 1 ? '' : ',');
  });
  return [{ text: `${indent}${before}${open}`, path }, ...inner, { text: `${indent}${close}${after}`, path }];
}
