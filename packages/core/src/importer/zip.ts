import { crc32 } from 'node:zlib';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { DossierError } from '../errors/index.ts';
import { compareText } from '../json/order.ts';
import { isHidden } from './hidden.ts';
import type { ImportSource } from './source.ts';
import type { UnpackLimits } from './unpack-limits.ts';
import { readChecksums } from '../zip/index.ts';

/** Files inside a zip, in order of name. Nothing is written: their names are only labels. */
export function unzip(zip: ImportSource, limits: UnpackLimits): ImportSource[] {
  let total = 0;
  const sizes: number[] = [];
  const listed = readChecksums(zip.bytes)?.values();
  const checksums = new Map<string, number | undefined>();
  const filter = ({ name, size, originalSize }: UnzipFileInfo) => {
    checksums.set(name, listed?.next().value);
    if (name.endsWith('/') || isHidden(name)) return false;
    // Both sizes are only claims; entries that overlap can claim nothing and hold the same bytes many times.
    const most = Math.max(size, originalSize);
    total += most;
    if (total > limits.total || most > limits.file) throw tooLarge(zip, name, limits);
    sizes.push(originalSize);
    return true;
  };
  const unpacked = unpack(zip, filter);
  if (Object.hasOwn(unpacked, OFFICE_DOCUMENT))
    return [{ name: zip.name, bytes: new Uint8Array(), unread: 'it is a spreadsheet or another office document; hand in what the AWS CLI wrote' }];
  const files = Object.entries(unpacked).sort(([a], [b]) => compareText(a, b));
  // One of two files with the same name would be lost without a word.
  if (files.length < sizes.length)
    throw new DossierError('input-invalid', `${zip.name} holds files of the same name, or with a name that cannot be one`);
  const held = files.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
  if (held !== sizes.reduce((sum, size) => sum + size, 0))
    throw new DossierError('input-invalid', `${zip.name} is damaged: its files have other sizes than it says`);
  const changed = files.find(([name, bytes]) => checksums.get(name) !== undefined && crc32(bytes) !== checksums.get(name));
  if (changed) throw new DossierError('input-invalid', `${zip.name} is damaged: ${changed[0]} is not what was put into it`);
  return files.map(([name, bytes]) => ({ name: `${zip.name}/${name.replaceAll('\\', '/')}`, bytes }));
}

function tooLarge(zip: ImportSource, name: string, limits: UnpackLimits): DossierError {
  return new DossierError('input-too-large', `${zip.name} holds more than may be unpacked (${limits.total} bytes, ${limits.file} in one file)`, {
    problems: [{ file: name, message: 'goes over the limit' }],
  });
}

function unpack(zip: ImportSource, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(zip.bytes, { filter });
  } catch (cause) {
    if (cause instanceof DossierError) throw cause;
    throw new DossierError('input-invalid', `${zip.name} is not a zip that can be read; it may be cut or encrypted`, { cause });
  }
}

/** The file that makes a zip a spreadsheet or a text document. */
const OFFICE_DOCUMENT = '[Content_Types].xml';
