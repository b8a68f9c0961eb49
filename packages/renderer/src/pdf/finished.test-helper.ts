import { inflateSync } from 'node:zlib';

/** All a PDF says, as text: its plain parts, and every compressed stream that is no font. */
export function readAll(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const parts = [text];
  for (const found of text.matchAll(/FlateDecode[^>]*\/Length (\d+)>> ?\r?\n?stream\n/g)) {
    const start = found.index + found[0].length;
    parts.push(inflateSync(bytes.subarray(start, start + Number(found[1]))).toString('latin1'));
  }
  return parts.join('\n');
}

/** The text of a UTF-16 hexadecimal string in the information dictionary. */
export function infoText(all: string, name: string): string | undefined {
  const hex = new RegExp(`/${name} <FEFF([0-9A-F]*)>`).exec(all)?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

export function pageCount(all: string): number {
  return all.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}
