import { unzipSync } from 'fflate';
import { DossierError } from '../errors/index.ts';
import { compareText } from '../json/order.ts';
import type { ImportSource } from './source.ts';

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Files inside a zip, in order of name. Nothing is written: their names are only labels. */
export function unzip(zip: ImportSource, maxBytes: number): ImportSource[] {
  let total = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name.endsWith('/') || hidden(name)) return false;
    total += originalSize;
    if (total > maxBytes) throw new DossierError('input-too-large', `${zip.name} holds more than ${maxBytes} bytes when unpacked`);
    return true;
  };
  const files = Object.entries(unpack(zip, filter)).sort(([a], [b]) => compareText(a, b));
  // The sizes a zip declares are only claims: what came out is what counts.
  if (files.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0) > maxBytes) {
    throw new DossierError('input-too-large', `${zip.name} holds more than ${maxBytes} bytes when unpacked`);
  }
  return files.map(([name, bytes]) => ({ name: `${zip.name}/${name.replaceAll('\\', '/')}`, bytes }));
}

function unpack(zip: ImportSource, filter: (file: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(zip.bytes, { filter });
  } catch (cause) {
    if (cause instanceof DossierError) throw cause;
    throw new DossierError('input-invalid', `${zip.name} is not a zip that can be read; it may be cut or encrypted`, { cause });
  }
}

function hidden(name: string): boolean {
  return name.split('/').some((segment) => segment.startsWith('.') || segment === '__MACOSX');
}
