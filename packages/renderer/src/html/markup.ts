import Handlebars from 'handlebars';

// The only place where text becomes markup. Whatever is not made here is escaped by the engine.

/** Lets finished HTML of our own through the engine. */
export function trusted(html: string): Handlebars.SafeString {
  return new Handlebars.SafeString(html);
}

/** Characters that stay together: shorter pieces need no mark to break at, and each mark is a node. */
const PIECE = 12;

/** Text that may break after the marks of ARNs, paths and addresses, though not within a number or a time. */
export function breakable(text: unknown): Handlebars.SafeString {
  const pieces: string[] = [];
  let piece = '';
  for (const part of String(text).split(/(?<=[:/@_.,+=-])(?<!\d[:.,-](?=\d))(?=[^:/-])/)) {
    piece += part;
    if (piece.length < PIECE) continue;
    pieces.push(piece);
    piece = '';
  }
  if (piece.length < PIECE / 3 && pieces.length > 0) pieces.push((pieces.pop() ?? '') + piece);
  else pieces.push(piece);
  return trusted(pieces.map((each) => Handlebars.escapeExpression(each)).join('<wbr>'));
}

/** Rows in one body of a table, and panels in one part of a list. */
const ROWS = 40;
const PANELS = 20;

/** Between rows: now and then the next body of the table begins, so that a browser lays out only those near the screen. */
export function nextRows(index: unknown): Handlebars.SafeString | string {
  return isNext(index, ROWS) ? trusted('</tbody><tbody>') : '';
}

/** The same between panels, which stand in a `<div class="part">`. */
export function nextPart(index: unknown): Handlebars.SafeString | string {
  return isNext(index, PANELS) ? trusted('</div><div class="part">') : '';
}

function isNext(index: unknown, size: number): boolean {
  return typeof index === 'number' && index > 0 && index % size === 0;
}

/** Text whose dates are not broken at their hyphens, as browsers would; at the start of a line they have the room. */
export function whole(text: unknown): Handlebars.SafeString {
  return trusted(Handlebars.escapeExpression(String(text)).replace(/(?<=.)\b\d{4}-\d{2}-\d{2}\b/g, '<span class="nowrap">$&</span>'));
}
