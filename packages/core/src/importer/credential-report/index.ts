import { CsvError, parse } from 'csv-parse/sync';
import { parseIsoTime } from '../../time/iso.ts';
import { memberName, type Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import { columns, readCell } from './columns.ts';

/** Whether text begins like a credential report: a header that names `user` and a column only the report has. */
export function looksLikeReport(text: string): boolean {
  const header = firstLine(text).toLowerCase();
  return /(^|[,;\t"])user["]?([,;\t]|$)/.test(header) && /password_enabled|access_key_1_active|user_creation_time/.test(header);
}

/** Reads the report by its header names. Spreadsheets change separators, quotes and dates: what is no longer AWS's is told. */
export function readCredentialReport(csv: string, generatedTime: string | null, draft: Draft): void {
  const table = readTable(csv);
  if ('code' in table) {
    draft.note('refused', table.code, `the credential report ${table.message}`);
    return;
  }
  const [header = [], ...body] = table;
  const names = namesOf(header);
  const part = draft.open('credentialReport');
  if (generatedTime !== null) part.time = generatedTime;
  const mangled: Mangled = new Map();
  const rows = body.map((row, index) => readRow(names, row, { line: index + 2, mangled }));
  for (const row of rows) draft.sawArn(row['arn']);
  tellMangled(mangled, draft);
  draft.add('credentialReport', ONLY, { columns: names, rows });
}

/** Why a table cannot be the whole report. */
interface Trouble {
  code: string;
  message: string;
}

function troubleOf([header = [], ...body]: string[][]): Trouble | undefined {
  if (!namesOf(header).includes('user')) return { code: 'broken-report', message: 'has no column "user"' };
  if (body.length === 0) return { code: 'truncated', message: 'has a header and no row; AWS always writes the root user' };
  const uneven = body.filter((row) => row.length !== header.length).length;
  if (uneven === 0) return undefined;
  return { code: 'truncated', message: `is cut or damaged: ${uneven} ${uneven === 1 ? 'row has' : 'rows have'} another number of cells than the header` };
}

function namesOf(header: readonly string[]): string[] {
  return header.map((name) => name.trim().toLowerCase());
}

/** Column → its first unreadable cell, and how many there are. */
type Mangled = Map<string, { line: number; cell: string; count: number }>;

function firstLine(text: string): string {
  return text.trimStart().slice(0, 4000).split(/\r?\n/, 1)[0] ?? '';
}

function readTable(csv: string): string[][] | Trouble {
  const header = firstLine(csv);
  const delimiter = [',', ';', '\t'].find((candidate) => header.includes(candidate)) ?? ',';
  try {
    const table: string[][] = parse(csv, { bom: true, delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true, trim: true });
    return troubleOf(table) ?? table;
  } catch (error) {
    if (error instanceof CsvError) return { code: 'broken-report', message: `could not be read: ${error.message}` };
    throw error;
  }
}

function readRow(names: string[], cells: string[], { line, mangled }: { line: number; mangled: Mangled }): Members {
  const row: Members = {};
  const extra: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? '';
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (name === 'user') row['user'] = cell;
    else if (!column) extra[memberName(name)] = cell;
    else {
      const value = readCell(column[1], cell, parseIsoTime);
      if (value !== undefined && value !== '') row[column[0]] = value;
      // AWS leaves no cell empty: what is not there it writes as N/A.
      else mangled.set(name, { line, cell, ...mangled.get(name), count: (mangled.get(name)?.count ?? 0) + 1 });
    }
  }
  if (Object.keys(extra).length > 0) row['extra'] = extra;
  return row;
}

function tellMangled(mangled: Mangled, draft: Draft): void {
  for (const [column, { line, cell, count }] of mangled) {
    const shown = JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
    const [cells, counts] = count === 1 ? ['1 cell is', 'counts'] : [`${count} cells are`, 'count'];
    const message = `column ${column}: ${cells} not what AWS writes there and ${counts} as missing; the first is ${shown} in line ${line}`;
    draft.note('warning', 'unreadable-cell', message);
    draft.parts.credentialReport.contradictions.push(`column ${column}`);
  }
}
