import { DossierError } from '../errors/index.ts';
import { compareText } from '../json/order.ts';
import { isHidden } from './hidden.ts';
import type { ImportSource } from './source.ts';

const BLOCK = 512;
/** Blocks whose content is about the next entry: a name too long for its header, or members of the newer form. */
const LONG_NAME = 'L';
const EXTENDED = 'x';
const ABOUT_ALL = 'g';

/** Whether bytes begin as a tar archive does: a header whose checksum is right. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.byteLength >= BLOCK && text(bytes, 257, 5) === 'ustar' && checksumHolds(bytes.subarray(0, BLOCK));
}

/** Files inside a tar archive, in order of name. Nothing is written: their names are only labels. Links are told, not followed. */
export function untar(tar: ImportSource): ImportSource[] {
  const files = new Map<string, ImportSource>();
  for (const { name, type, bytes } of entries(tar)) {
    if (type === '5' || isHidden(name)) continue;
    if (files.has(name)) throw new DossierError('input-invalid', `${tar.name} holds files of the same name`);
    const label = `${tar.name}/${name}`;
    if (type === '0' || type === '\0' || type === '7') files.set(name, { name: label, bytes });
    else files.set(name, { name: label, bytes: new Uint8Array(), unread: unreadOf(type) });
  }
  return [...files].sort(([a], [b]) => compareText(a, b)).map(([, file]) => file);
}

function unreadOf(type: string): string {
  return type === '1' || type === '2' ? 'it is a link in the archive; put in the file that it points to' : 'it is not a file';
}

interface Entry {
  name: string;
  type: string;
  bytes: Uint8Array;
}

function* entries(tar: ImportSource): Generator<Entry> {
  let next: { name?: string; size?: number } = {};
  for (let at = 0; ;) {
    const header = tar.bytes.subarray(at, at + BLOCK);
    if (header.byteLength < BLOCK) throw damaged(tar, 'it is cut');
    // The end is written as blocks of zeros: without them the rest may be lost.
    if (header.every((byte) => byte === 0)) return;
    if (!checksumHolds(header)) throw damaged(tar, `the header at byte ${at} is not what was put into it`);
    const size = next.size ?? sizeOf(header);
    const bytes = tar.bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (!Number.isSafeInteger(size) || bytes.byteLength < size) throw damaged(tar, 'it is cut');
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const type = text(header, 156, 1) || '0';
    if (type === LONG_NAME) next = { ...next, name: text(bytes, 0, size) };
    else if (type === EXTENDED) next = { ...next, ...readExtended(bytes) };
    else if (type !== ABOUT_ALL) {
      yield { name: next.name ?? nameOf(header), type, bytes };
      next = {};
    }
  }
}

function nameOf(header: Uint8Array): string {
  const [prefix, name] = [text(header, 345, 155), text(header, 0, 100)];
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Octal digits, or a number in base 256 when the first bit is set. */
function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136);
  if (((field[0] ?? 0) & 0x80) === 0) return Number.parseInt(text(field, 0, 12).trim() || '0', 8);
  return [...field.subarray(1)].reduce((size, byte) => size * 256 + byte, 0);
}

/** Records `length name=value\n`. Only name and size matter here. */
function readExtended(bytes: Uint8Array): { name?: string; size?: number } {
  const records = text(bytes, 0, bytes.byteLength);
  const name = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1];
  const size = /(?:^|\n)\d+ size=(\d+)\n/.exec(records)?.[1];
  return { ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size: Number(size) }) };
}

function checksumHolds(header: Uint8Array): boolean {
  const stated = Number.parseInt(text(header, 148, 8).trim(), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return sum === stated;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function damaged(tar: ImportSource, why: string): DossierError {
  return new DossierError('input-invalid', `${tar.name} is damaged: ${why}`);
}
