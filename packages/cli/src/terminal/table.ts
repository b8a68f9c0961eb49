import { hanging, padded, widthOf } from './width.ts';

/** Rows of painted cells under each other; the last cell is wrapped. */
export function tableLines(rows: readonly (readonly string[])[], options: { columns: number; indent?: string }): string[] {
  const indent = options.indent ?? '  ';
  const widths = columnWidths(rows);
  return rows.flatMap((row) => {
    const head = row.slice(0, -1).map((cell, index) => `${padded(cell, widths[index] ?? 0)}  `);
    return hanging(indent + head.join(''), row.at(-1) ?? '', options.columns).map((line) => line.trimEnd());
  });
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
  return widths;
}
