import { isDossierError } from '@iam-dossier/core/errors';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillWorkbook, type WorkbookAnswer } from './index.ts';
import { columnName, columnOf } from './cells.ts';
import { sheetXml, workbookOf, type Grid } from './workbook.test-helper.ts';

const answer = 'ACCT-002\n\nA1. Roles & "MFA" <only>.';
const wanted: WorkbookAnswer = { requirement: 'ACCT-002', reference: 1, answer };

/** As handed out: one heading over the columns of a reference, what they are for in the row below it. */
const plain: Grid = [
  ['Service Delivery'],
  ['ID', 'Requirement Description', 'Customer Reference #1', undefined, 'Customer Reference #2'],
  [undefined, undefined, 'Met?', 'Partner Response', 'Met?', 'Partner Response'],
  ['ACCT-001', 'Secure root', 'Yes', 'Written', 'No', 'Other'],
  ['ACCT-002', 'Identity', 'No', undefined, 'No', 'Kept'],
];
const withExample: Grid = [
  ['ID', 'Requirement Description', 'Example Response', 'Customer Reference #1', undefined, 'Customer Reference #2'],
  [undefined, undefined, undefined, 'Met?', 'Partner Response', 'Met?', 'Partner Response'],
  ['ACCT-002', 'Identity', 'We use roles.', 'No', undefined, 'No', undefined],
];
const common = (grid: Grid) => workbookOf({ 'Introduction': [['ACCT-002 is told below']], 'Common Requirements': grid });

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return isDossierError(error) ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('a self-assessment workbook', () => {
  it.each<[string, Grid, number, string]>([
    ['the first reference', plain, 1, 'D5'],
    ['beside an example response', withExample, 1, 'E3'],
    ['the second reference, beside an example response', withExample, 2, 'G3'],
    ['of references that nobody numbered', [['ID', 'Met?', 'Partner Response', 'Met?', 'Partner  response'], ['acct-002 ']], 2, 'E2'],
    [
      'whose headings stand above',
      [[undefined, 'Customer Reference #2', 'Customer Reference #1'], ['ID', 'Partner Response', 'Partner Response'], ['ACCT-002']],
      1,
      'C3',
    ],
  ])('is answered for %s', (_, grid, reference, cell) => {
    const filled = fillWorkbook(common(grid), { ...wanted, reference });
    expect(filled).toMatchObject({ sheet: 'Common Requirements', cell, replaced: false });
    expect(sheetXml(filled.bytes, 1)).toContain(
      `<c r="${cell}" s="7" t="inlineStr"><is><t xml:space="preserve">ACCT-002\n\nA1. Roles &amp; &quot;MFA&quot; &lt;only&gt;.</t></is></c>`,
    );
  });

  it('keeps every other file, and every other character of the sheet', () => {
    const bytes = common(plain);
    const [before, after] = [bytes, fillWorkbook(bytes, wanted).bytes].map((zip) => unzipSync(zip));
    expect(Object.keys(after ?? {})).toEqual(Object.keys(before ?? {}));
    const changed = Object.keys(before ?? {}).filter(
      (name) => strFromU8(before?.[name] ?? new Uint8Array()) !== strFromU8(after?.[name] ?? new Uint8Array()),
    );
    expect(changed).toEqual(['xl/worksheets/sheet2.xml']);
    expect(sheetXml(fillWorkbook(bytes, wanted).bytes, 1).replace(/<c r="D5"[^]*?<\/c>/, '<c r="D5" s="7"/>')).toBe(sheetXml(bytes, 1));
  });

  it('is the same bytes each time', () => {
    expect(fillWorkbook(common(plain), wanted).bytes).toEqual(fillWorkbook(common(plain), wanted).bytes);
  });

  it('loses no answer unless that is wanted', () => {
    const second = { ...wanted, reference: 2 };
    expect(codeOf(() => fillWorkbook(common(plain), second))).toBe(
      'workbook-answered: an answer stands in F5 of sheet "Common Requirements" already',
    );
    const { bytes, replaced } = fillWorkbook(common(plain), { ...second, force: true });
    expect(replaced).toBe(true);
    expect(sheetXml(bytes, 1)).not.toContain('Kept');
    const formula = workbookOf({ Only: plain }, (sheet) => sheet.replace('<c r="D5" s="7"/>', '<c r="D5"><f>A1</f><v>x</v></c>'));
    expect(codeOf(() => fillWorkbook(formula, { ...wanted, force: true }))).toContain('a formula stands in D5');
  });

  it.each<[string, Uint8Array, Partial<WorkbookAnswer>, string]>([
    ['another requirement', common(plain), { requirement: 'ACCT-003' }, 'no sheet has a column ID with ACCT-003 in it'],
    ['a reference that is not there', common(plain), { reference: 4 }, 'sheet "Common Requirements" has customer references 1, 2, not 4'],
    ['a sheet that is not there', common(plain), { sheet: 'Other' }, 'it has no sheet "Other"'],
    [
      'no column for answers',
      common([
        ['ID', 'Met?'],
        ['ACCT-002', 'No'],
      ]),
      {},
      'no sheet has a column ID with ACCT-002 in it',
    ],
    ['two sheets', workbookOf({ A: plain, B: plain }), {}, 'several sheets have ACCT-002: "A", "B"'],
    ['an answer that no cell holds', common(plain), { answer: 'x'.repeat(32_768) }, 'a cell holds at most 32767 characters'],
    ['no zip', strToU8('no workbook at all'), {}, 'it is no .xlsx workbook'],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), {}, 'it is no .xlsx workbook'],
    ['an older workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), {}, 'it has a password, or the form of before 2007'],
    ['no sheets at all', zipSync({ '[Content_Types].xml': strToU8('<x/>') }), {}, '_rels/.rels is not in it'],
    ['a torn sheet', workbookOf({ Only: '<worksheet><sheetData>' }), {}, 'xl/worksheets/sheet1.xml is no XML that can be read'],
    ['a sheet without end', workbookOf({ Only: '<a>'.repeat(100_000) + '</a>'.repeat(100_000) }), {}, 'is no XML that can be read'],
  ])('is refused for %s', (_, bytes, more, message) => {
    expect(codeOf(() => fillWorkbook(bytes, { ...wanted, ...more }))).toContain(message);
  });

  it('is refused when one of its files was changed on the way', () => {
    const stored = zipSync(unzipSync(common(plain)), { level: 0 });
    const at = strFromU8(stored, true).indexOf('Written');
    stored[at] = 0x58;
    expect(codeOf(() => fillWorkbook(stored, wanted))).toBe('workbook-invalid: the workbook cannot be read: it is damaged');
  });

  it('names one sheet of several', () => {
    expect(fillWorkbook(workbookOf({ A: plain, B: plain }), { ...wanted, sheet: 'B' })).toMatchObject({ sheet: 'B', cell: 'D5' });
  });

  it.each<[string, (sheet: string) => string]>([
    ['without the cell', (sheet) => sheet.replace('<c r="D5" s="7"/>', '')],
    ['without any cell after it', (sheet) => sheet.replace(/<c r="[D-F]5"[^]*?(?=<\/row>)/, '')],
    [
      'with prefixes',
      (sheet) =>
        sheet
          .replace(/<(?=\w)/g, '<x:')
          .replaceAll('</', '</x:')
          .replace('xmlns=', 'xmlns:x='),
    ],
    ['without references', (sheet) => sheet.replace(/ r="[A-Z]+\d+"/g, '').replace(/<row r="\d+"/g, '<row')],
  ])('is answered %s', (_, change) => {
    const bytes = workbookOf({ Only: plain }, change);
    const { cell, bytes: filled } = fillWorkbook(bytes, { ...wanted, force: true });
    expect(cell).toBe('D5');
    expect(fillWorkbook(filled, { ...wanted, force: true })).toMatchObject({ cell: 'D5', replaced: true });
    expect(codeOf(() => fillWorkbook(filled, wanted))).toContain('an answer stands in D5');
  });

  it('counts columns as spreadsheets do', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => columnOf(`${columnName(column)}7`) === column));
  });
});
