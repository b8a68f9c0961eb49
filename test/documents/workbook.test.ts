import { fillWorkbook } from '@iam-dossier/renderer/workbook';
import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const rows = [
  ['ID', 'Requirement Description', 'Customer Reference #1', null, 'Customer Reference #2'],
  [null, null, 'Met?', 'Partner Response', 'Met?', 'Partner Response'],
  ['ACCT-001', 'Root', 'Yes', 'We <b>do</b> & "more"', 'No', ''],
  ['ACCT-002', 'Identity', 'No', null, 'No', 'Kept'],
  ['ACCT-003', 12.5, true, '=1+1', null, 'Zoë 🗝'],
];

/** A workbook as another library writes it. */
function madeWorkbook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Introduction']]), 'Introduction');
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = [utils.decode_range('C1:D1'), utils.decode_range('E1:F1')];
  utils.book_append_sheet(book, sheet, 'Common Requirements');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer);
}

function rowsRead(bytes: Uint8Array): unknown[][] {
  return utils.sheet_to_json(read(bytes).Sheets['Common Requirements'] ?? {}, { header: 1, blankrows: true, defval: null });
}

describe('a workbook written and read by another library', () => {
  const bytes = madeWorkbook();

  it('has the answer in its cell, all other cells as they were, and its merged cells', () => {
    const { bytes: filled, cell, sheet } = fillWorkbook(bytes, { requirement: 'ACCT-002', reference: 1, answer: 'One.\n\nTwo.' });
    expect({ cell, sheet }).toEqual({ cell: 'D4', sheet: 'Common Requirements' });
    const expected = rowsRead(bytes);
    (expected[3] ?? [])[3] = 'One.\n\nTwo.';
    expect(rowsRead(filled)).toEqual(expected);
    expect(read(filled).Sheets['Common Requirements']?.['!merges']).toEqual(read(bytes).Sheets['Common Requirements']?.['!merges']);
    expect(read(filled).SheetNames).toEqual(['Introduction', 'Common Requirements']);
  });

  it('gives any text back as text', () => {
    const odd = fc.constantFrom('=HYPERLINK("x")', '_x0041_', '</t></is></c>', ']]>', '&amp;', '  ', '\n', '٣ עברית 🗝', '<!--', 'a');
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 6 }), (pieces) => {
        const answer = `${pieces.join('')}.`;
        const { bytes: filled } = fillWorkbook(bytes, { requirement: 'ACCT-002', reference: 1, answer });
        expect(read(filled).Sheets['Common Requirements']?.['D4']).toMatchObject({ t: 's', v: answer });
      }),
      { numRuns: 40 },
    );
  });
});
