import { CsvError, parse } from 'csv-parse/sync';
import { canonicalJson } from '../../json/canonical.ts';
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
  // Of two reports the older time holds: what they say together is not newer.
  if (generatedTime !== null && (part.time === undefined || generatedTime < part.time)) part.time = generatedTime;
  const mangled: Mangled = new Map();
  const rows = body.map((row, index) => readRow(names, row, { line: index + 2, mangled }));
  for (const row of rows) draft.sawArn(row['arn']);
  tellMangled(mangled, draft);
  tellAbsent(names, draft);
  addReport({ columns: names, rows }, draft);
}

/** A second report that differs is joined to the first; rows of one user are joined when all files are read. */
function addReport(report: { columns: string[]; rows: Members[] }, draft: Draft): void {
  const { entries, contradictions } = draft.parts.credentialReport;
  const before = entries.get(ONLY);
  if (!before || canonicalJson(before.value) === canonicalJson(report)) {
    draft.add('credentialReport', ONLY, report);
    return;
  }
  const { columns: names, rows } = before.value as typeof report;
  before.value = { columns: [...new Set([...names, ...report.columns])], rows: [...rows, ...report.rows] };
  contradictions.push('two reports');
  draft.note(
    'warning',
    'contradictory',
    `it is another credential report than ${before.from}; both are joined, and what they say differently of a user counts as missing`,
  );
}

/** Why a table cannot be the whole report. */
interface Trouble {
  code: string;
  message: string;
}

function troubleOf([header = [], ...body]: string[][]): Trouble | undefined {
  const names = namesOf(header);
  if (!names.includes('user')) return { code: 'broken-report', message: 'has no column "user"' };
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { code: 'broken-report', message: `has two columns ${JSON.stringify(twice)}` };
  if (body.length === 0) return { code: 'truncated', message: 'has a header and no row; AWS always writes the root user' };
  const nameless = body.filter((row) => row[names.indexOf('user')] === '').length;
  if (nameless > 0) return { code: 'broken-report', message: `is damaged: ${nameless} ${nameless === 1 ? 'row has' : 'rows have'} no user name` };
  const uneven = body.filter((row) => row.length !== header.length).length;
  if (uneven === 0) return undefined;
  return {
    code: 'truncated',
    message: `is cut or damaged: ${uneven} ${uneven === 1 ? 'row has' : 'rows have'} another number of cells than the header`,
  };
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
    const table: string[][] = parse(csv, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    return troubleOf(table) ?? withoutRepeatedHeader(table);
  } catch (error) {
    if (error instanceof CsvError) return { code: 'broken-report', message: `could not be read: ${error.message}` };
    throw error;
  }
}

/** Reports that were put into one file bring their header along. */
function withoutRepeatedHeader([header = [], ...body]: string[][]): string[][] {
  return [header, ...body.filter((row) => row.join('\n') !== header.join('\n'))];
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

/** Only `arn` may be absent: reports were handed in without it. */
function tellAbsent(names: readonly string[], draft: Draft): void {
  const absent = Object.keys(columns).filter((column) => column !== 'arn' && !names.includes(column));
  if (absent.length === 0) return;
  draft.note('warning', 'missing-column', `the credential report has no column ${absent.join(', ')}; what AWS writes there counts as missing`);
  draft.parts.credentialReport.contradictions.push(...absent.map((column) => `column ${column}`));
}
