import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DossierError } from '../../errors/index.ts';
import { codeOf } from '../failure.ts';

const inflate = promisify(gunzip);

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The same bytes for the same content on every machine: no time, a fixed system byte, a fixed amount of memory, and a packer
 * in JavaScript, since the runtime's own packs differently from processor to processor.
 */
export async function packed(text: Uint8Array): Promise<Uint8Array> {
  // Loaded when used: most stores are kept as plain text.
  const { gzipSync } = await import('fflate');
  return gzipSync(text, { level: 6, mem: 8, mtime: 0 });
}

/**
 * What gzip holds, and no more than `maxBytes` of it, whatever the file says of its size.
 * @throws DossierError `input-too-large` or `input-invalid`
 */
export async function unpacked(bytes: Uint8Array, path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    return await inflate(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE')
      throw new DossierError('input-too-large', `${path} unpacks to more than ${maxBytes} bytes; nothing of it was read`, { cause });
    const cut = codeOf(cause) === 'Z_BUF_ERROR';
    throw new DossierError('snapshot-damaged', `${path} is ${cut ? 'cut: its gzip data ends in the middle' : 'no gzip file that can be read'}`, {
      cause,
    });
  }
}
