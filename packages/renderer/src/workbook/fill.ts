import { DossierError } from '@iam-dossier/core/errors';
import { columnName, rowsOf, sharedStrings } from './cells.ts';
import { findAnswer, type AnswerPlace, type Sought } from './find.ts';
import { openWorkbook, packWorkbook, type Members } from './open.ts';
import { listSheets, type SheetPlace } from './sheets.ts';
import { withAnswer } from './write-cell.ts';
import { childrenOf, readXml } from './xml.ts';

export interface WorkbookAnswer {
  /** Id in the column `ID`: `ACCT-002`. */
  requirement: string;
  /** Which customer reference: 1 is the first. */
  reference: number;
  /** Plain text, of at most 32,767 characters. */
  answer: string;
  /** The sheet, where several have the requirement. */
  sheet?: string;
  /** Replace an answer that is there already. */
  force?: boolean;
}

export interface FilledWorkbook {
  bytes: Uint8Array;
  sheet: string;
  /** `D13` */
  cell: string;
  /** An answer stood there and is gone. */
  replaced: boolean;
}

/** What a cell can hold. */
const MOST_CHARACTERS = 32_767;

/**
 * Writes an answer into a self-assessment workbook (.xlsx): into the column `Partner Response` of one customer reference, and
 * nowhere else. Every other part stays as it is.
 * @throws DossierError `workbook-invalid`, `workbook-unfit`, `workbook-answered`, `input-too-large`
 */
export function fillWorkbook(bytes: Uint8Array, wanted: WorkbookAnswer): FilledWorkbook {
  if (wanted.answer.length > MOST_CHARACTERS) throw unfit(`a cell holds at most ${MOST_CHARACTERS} characters`);
  const members = openWorkbook(bytes);
  const { sheet, text, place } = soughtIn(members, wanted);
  checkFree(place, sheet.name, wanted);
  const filled = withAnswer(text, place, wanted.answer);
  return {
    bytes: packWorkbook({ ...members, [sheet.path]: new TextEncoder().encode(filled) }),
    sheet: sheet.name,
    cell: nameOf(place),
    replaced: (place.cell?.text ?? '').trim() !== '',
  };
}

interface Found {
  sheet: SheetPlace;
  text: string;
  sought: Sought;
}

function soughtIn(
  members: Members,
  { requirement, reference, sheet: named }: WorkbookAnswer,
): { sheet: SheetPlace; text: string; place: AnswerPlace } {
  const sheets = listSheets(members).filter(({ name }) => named === undefined || name === named);
  if (sheets.length === 0) throw unfit(named === undefined ? 'it has no sheets' : `it has no sheet ${JSON.stringify(named)}`);
  const shared = sharedStrings(members);
  const found = sheets.flatMap((sheet): Found[] => {
    const { text, root } = readXml(members, sheet.path);
    const sought = findAnswer(rowsOf(root, shared), requirement, reference);
    return sought === undefined ? [] : [{ sheet, text, sought }];
  });
  const [first, ...others] = found;
  if (first === undefined) throw unfit(`no sheet has a column ID with ${requirement} in it, and a column Partner Response`);
  if (others.length > 0)
    throw unfit(`several sheets have ${requirement}: ${found.map(({ sheet }) => JSON.stringify(sheet.name)).join(', ')}`, 'Name one with --sheet.');
  const { sheet, text, sought } = first;
  if (sought.place === undefined)
    throw unfit(`sheet ${JSON.stringify(sheet.name)} has customer references ${sought.references.join(', ')}, not ${reference}`);
  return { sheet, text, place: sought.place };
}

function checkFree(place: AnswerPlace, sheet: string, { force }: WorkbookAnswer): void {
  const { cell } = place;
  if (cell === undefined) return;
  const where = `${nameOf(place)} of sheet ${JSON.stringify(sheet)}`;
  if (childrenOf(cell.element, 'f').length > 0) throw unfit(`a formula stands in ${where}`);
  if (cell.text.trim() !== '' && force !== true) throw new DossierError('workbook-answered', `an answer stands in ${where} already`);
}

function nameOf({ column, row }: AnswerPlace): string {
  return `${columnName(column)}${row.number}`;
}

function unfit(why: string, hint?: string): DossierError {
  return new DossierError('workbook-unfit', `the workbook does not fit: ${why}`, hint === undefined ? {} : { hint });
}
