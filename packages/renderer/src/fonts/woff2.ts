import { brotliDecompressSync } from 'node:zlib';

interface Table {
  tag: string;
  bytes: number;
}

const headerBytes = 48;
const arbitraryTag = 63;
const tagGlyf = 10;
const tagLoca = 11;
// The first ten of WOFF2's known tags; the others only need distinct names here.
const knownTags = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm'];

/** Takes one untransformed table out of a WOFF2 file (https://www.w3.org/TR/WOFF2/). */
export function readWoff2Table(file: Buffer, tag: string): Buffer {
  const { tables, end } = readDirectory(file);
  const index = tables.findIndex((table) => table.tag === tag);
  const start = tables.slice(0, index).reduce((sum, table) => sum + table.bytes, 0);
  const compressed = file.subarray(end, end + file.readUInt32BE(20));
  return brotliDecompressSync(compressed).subarray(start, start + (tables[index]?.bytes ?? 0));
}

function readDirectory(file: Buffer): { tables: Table[]; end: number } {
  const tables: Table[] = [];
  let at = headerBytes;
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const { table, next } = readEntry(file, at);
    tables.push(table);
    at = next;
  }
  return { tables, end: at };
}

function readEntry(file: Buffer, at: number): { table: Table; next: number } {
  const flags = file.readUInt8(at);
  const number = flags & 63;
  const named = number === arbitraryTag ? at + 5 : at + 1;
  const tag = number === arbitraryTag ? file.toString('latin1', at + 1, at + 5) : (knownTags[number] ?? `#${number}`);
  const original = readBase128(file, named);
  if (!isTransformed(number, flags >> 6)) return { table: { tag, bytes: original.value }, next: original.next };
  const transformed = readBase128(file, original.next);
  return { table: { tag, bytes: transformed.value }, next: transformed.next };
}

// Version 3 means "as it is" for glyf and loca, version 0 for all others.
function isTransformed(number: number, version: number): boolean {
  return number === tagGlyf || number === tagLoca ? version !== 3 : version !== 0;
}

function readBase128(file: Buffer, start: number): { value: number; next: number } {
  let value = 0;
  for (let at = start; ; at++) {
    const byte = file.readUInt8(at);
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next: at + 1 };
  }
}
