import { Buffer } from 'node:buffer';

/** Where an object's body lies: after `obj`, up to `endobj`. */
interface Span {
  start: number;
  end: number;
}

/** A PDF as Skia writes it: classic cross-reference table, every object direct in the file. */
export interface PdfSource {
  bytes: Buffer;
  /** In the order of the file. */
  spans: ReadonlyMap<number, Span>;
  rootId: number;
  infoId: number;
  /** One more than the highest object number. */
  size: number;
}

const entryBytes = 20;

export function readSource(pdf: Uint8Array): PdfSource {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = textBetween(bytes, bytes.length - 64, bytes.length);
  const xref = numberIn(tail, /startxref\s+(\d+)/);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(textBetween(bytes, xref, xref + 40));
  if (!head) throw new Error('the browser wrote a PDF without a classic cross-reference table');
  const size = Number(head[1]);
  const table = xref + head[0].length;
  const trailer = textBetween(bytes, table + size * entryBytes, bytes.length);
  return {
    bytes,
    spans: readSpans(bytes, table, size, xref),
    rootId: numberIn(trailer, /\/Root (\d+) 0 R/),
    infoId: numberIn(trailer, /\/Info (\d+) 0 R/),
    size,
  };
}

/** The body of an object that is no stream, or a stream's dictionary and data, one character for each byte. */
export function bodyText(source: PdfSource, id: number): string {
  const body = bodyBytes(source, id);
  return textBetween(body, 0, body.length);
}

export function bodyBytes(source: PdfSource, id: number): Buffer {
  const span = source.spans.get(id);
  if (!span) throw new Error(`the browser's PDF has no object ${id}`);
  return source.bytes.subarray(span.start, span.end);
}

export function isStream(body: Buffer): boolean {
  return textBetween(body, Math.max(0, body.length - 12), body.length).includes('endstream');
}

/** The first number that the pattern's group finds. */
export function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the browser's PDF lacks ${pattern.source}`);
  return Number(found);
}

export function textBetween(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}

function readSpans(bytes: Buffer, table: number, size: number, xref: number): Map<number, Span> {
  const entries = Array.from({ length: size }, (_, id) => ({ id, ...readEntry(bytes, table + id * entryBytes) }));
  const used = entries.filter(({ inUse }) => inUse).sort((a, b) => a.offset - b.offset);
  return new Map(used.map(({ id, offset }, at) => [id, spanOf(bytes, offset, used[at + 1]?.offset ?? xref)]));
}

function readEntry(bytes: Buffer, at: number): { offset: number; inUse: boolean } {
  return { offset: Number(textBetween(bytes, at, at + 10)), inUse: textBetween(bytes, at + 17, at + 18) === 'n' };
}

function spanOf(bytes: Buffer, offset: number, limit: number): Span {
  const start = bytes.indexOf('obj\n', offset, 'latin1') + 'obj\n'.length;
  return { start, end: bytes.lastIndexOf('endobj', limit - 1, 'latin1') };
}
