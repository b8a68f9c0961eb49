import { columnName, escapeText } from './cells.ts';
import type { AnswerPlace } from './find.ts';
import { xmlText } from '../xml-text.ts';
import { attributeOf, type Element } from './xml.ts';

/** The text of a sheet with one cell written anew; every other character stays. */
export function withAnswer(sheet: string, { row, column, cell }: AnswerPlace, answer: string): string {
  const prefix = row.element.name.slice(0, row.element.name.indexOf(':') + 1);
  const style = cell === undefined ? styleLike(row.cells, column) : attributeOf(cell.element, 's');
  const looks = style === undefined ? '' : ` s="${xmlText(style)}"`;
  const text = `<${prefix}is><${prefix}t xml:space="preserve">${xmlText(escapeText(answer))}</${prefix}t></${prefix}is>`;
  const written = `<${prefix}c r="${columnName(column)}${row.number}"${looks} t="inlineStr">${text}</${prefix}c>`;
  if (cell !== undefined) return replaced(sheet, cell.element, written);
  const next = row.cells.find((other) => other.column > column);
  if (next !== undefined) return inserted(sheet, next.element.start, written);
  const whole = sheet.slice(row.element.start, row.element.end);
  const closing = whole.lastIndexOf('</');
  if (closing >= 0) return inserted(sheet, row.element.start + closing, written);
  return replaced(sheet, row.element, `${whole.slice(0, whole.lastIndexOf('/>'))}>${written}</${row.element.name}>`);
}

/** The look of another answer in the row: a cell that was never written has none of its own. */
function styleLike(cells: readonly { column: number; element: Element }[], column: number): string | undefined {
  const [nearest] = [...cells].sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column));
  return nearest === undefined ? undefined : attributeOf(nearest.element, 's');
}

function replaced(text: string, { start, end }: Element, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function inserted(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}
