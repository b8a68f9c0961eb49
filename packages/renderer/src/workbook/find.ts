import type { Cell, Row } from './cells.ts';

/** Where the answer of one customer reference goes. */
export interface AnswerPlace {
  row: Row;
  column: number;
  /** The cell, when it is written down. */
  cell: Cell | undefined;
}

/** What was sought in a sheet: its place, or the references that it has a column for. */
export interface Sought {
  place: AnswerPlace | undefined;
  references: number[];
}

const RESPONSE = /partner\s*response/i;
const REFERENCE = /reference\s*#?\s*(\d+)/i;

/** `undefined`: the sheet has no such requirement, or nobody answers it there. */
export function findAnswer(rows: readonly Row[], requirement: string, reference: number): Sought | undefined {
  const head = rows.findIndex(({ cells }) => cells.some(({ text }) => said(text) === 'id'));
  const header = rows[head];
  const idColumn = header?.cells.find(({ text }) => said(text) === 'id')?.column;
  const row = rows.slice(head + 1).find(({ cells }) => cells.some((cell) => cell.column === idColumn && said(cell.text) === said(requirement)));
  if (header === undefined || row === undefined) return undefined;
  const groups = groupsOf(rows[head - 1], header, rows[head + 1] === row ? undefined : rows[head + 1]);
  if (groups.size === 0) return undefined;
  const column = groups.get(reference);
  const place = column === undefined ? undefined : { row, column, cell: row.cells.find((cell) => cell.column === column) };
  return { place, references: [...groups.keys()].sort((a, b) => a - b) };
}

/** The column of answers of each reference: by the number in the heading above it, else by its order. */
function groupsOf(above: Row | undefined, header: Row, below: Row | undefined): Map<number, number> {
  const heads = [above, header, below].flatMap((row) => row?.cells ?? []);
  const columns = [header, below].flatMap((row) => (row?.cells ?? []).filter(({ text }) => RESPONSE.test(text)).map(({ column }) => column));
  const numbers = [...new Set(columns)].sort((a, b) => a - b).map((column) => ({ column, number: numberAbove(heads, column) }));
  if (numbers.every(({ number }) => number === undefined)) return new Map(numbers.map(({ column }, index) => [index + 1, column]));
  return new Map(numbers.flatMap(({ column, number }) => (number === undefined ? [] : [[number, column] as const])));
}

/** A heading over several columns stands in the first of them. */
function numberAbove(heads: readonly Cell[], column: number): number | undefined {
  const headings = heads.filter((cell) => cell.column <= column && REFERENCE.test(cell.text)).sort((a, b) => a.column - b.column);
  const [, digits] = REFERENCE.exec(headings.at(-1)?.text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function said(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
