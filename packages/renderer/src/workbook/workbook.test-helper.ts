import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnName } from './cells.ts';
import { xmlText } from '../xml-text.ts';

/** Rows of texts; `undefined` is a cell that is not written down, and an empty text one that only has a look. */
export type Grid = readonly (readonly (string | undefined)[])[];

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets, each a grid or the text of its part, changed as told. Texts are shared, as spreadsheet programs write them. */
export function workbookOf(sheets: Readonly<Record<string, Grid | string>>, change = (sheet: string) => sheet): Uint8Array {
  const shared: string[] = [];
  const parts = Object.values(sheets).map((sheet) => change(typeof sheet === 'string' ? sheet : gridXml(sheet, shared)));
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${names
      .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `/xl/worksheets/sheet${index + 1}.xml`))
      .join('')}${relation('rId99', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `${xml}<sst xmlns="${main}">${shared.map((text) => `<si><r><t xml:space="preserve">${xmlText(text)}</t></r><rPh><t>spoken</t></rPh></si>`).join('')}</sst>`,
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The part of the sheet at that place, from 0. */
export function sheetXml(bytes: Uint8Array, place: number): string {
  return strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${place + 1}.xml`] ?? new Uint8Array());
}

function gridXml(grid: Grid, shared: string[]): string {
  const width = Math.max(...grid.map((row) => row.length));
  const rows = grid.map((row, index) => {
    const cells = Array.from({ length: width }, (_, at) => cellXml(`${columnName(at + 1)}${index + 1}`, row[at], shared));
    return `<row r="${index + 1}" spans="1:${width}">${cells.join('')}</row>`;
  });
  return `${xml}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="C2:D2"/></mergeCells></worksheet>`;
}

function cellXml(reference: string, text: string | undefined, shared: string[]): string {
  if (text === undefined || text === '') return `<c r="${reference}" s="7"/>`;
  return `<c r="${reference}" s="7" t="s"><v>${shared.push(text) - 1}</v></c>`;
}
