import type { Members } from './open.ts';
import { sharedStringsPath } from './sheets.ts';
import { attributeOf, childrenOf, localName, readXml, textOf, type Element } from './xml.ts';

export interface Cell {
  /** From 1: A is 1. */
  column: number;
  text: string;
  element: Element;
}

export interface Row {
  number: number;
  cells: Cell[];
  element: Element;
}

/** Texts that cells refer to by number. */
export function sharedStrings(members: Members): string[] {
  const path = sharedStringsPath(members);
  return path === undefined ? [] : childrenOf(readXml(members, path).root, 'si').map(richText);
}

/** The rows of a sheet that are written down, with what their cells show. */
export function rowsOf(sheet: Element, shared: readonly string[]): Row[] {
  let number = 0;
  return childrenOf(sheet, 'sheetData')
    .flatMap((data) => childrenOf(data, 'row'))
    .map((element) => {
      number = Number(attributeOf(element, 'r') ?? number + 1);
      return { number, element, cells: cellsOf(element, shared) };
    });
}

function cellsOf(row: Element, shared: readonly string[]): Cell[] {
  let column = 0;
  return childrenOf(row, 'c').map((element) => {
    const reference = attributeOf(element, 'r');
    column = reference === undefined ? column + 1 : columnOf(reference);
    return { column, element, text: cellText(element, shared) };
  });
}

function cellText(cell: Element, shared: readonly string[]): string {
  const [value] = childrenOf(cell, 'v').map(textOf);
  const type = attributeOf(cell, 't');
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'inlineStr' ? childrenOf(cell, 'is').map(richText).join('') : unescapeText(value ?? '');
}

/** Text in pieces of several looks; what says how it is spoken is no part of it. */
function richText(element: Element): string {
  const runs = childrenOf(element).flatMap((child) => (localName(child) === 't' ? [child] : localName(child) === 'r' ? childrenOf(child, 't') : []));
  return unescapeText(runs.map(textOf).join(''));
}

/** Characters that XML cannot hold, as spreadsheets write them. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Text that looks as if it were such a character stays what it is. */
export function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** `AB12` is column 28. */
export function columnOf(reference: string): number {
  return [...reference.replace(/[^A-Za-z]/g, '').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnName(column: number): string {
  const rest = column % 26 || 26;
  return `${column > 26 ? columnName((column - rest) / 26) : ''}${String.fromCharCode(64 + rest)}`;
}
