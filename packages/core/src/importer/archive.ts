import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DossierError } from '../errors/index.ts';
import { isZip } from './is-zip.ts';
import type { ImportSource } from './source.ts';
import { isTar, untar } from './tar.ts';
import type { UnpackLimits } from './unpack-limits.ts';

/** The files that a zip, a tar or a gzip file holds, or `undefined` when it is none of them. One inside another is left as it is. */
export async function unpackArchive(source: ImportSource, limits: UnpackLimits): Promise<ImportSource[] | undefined> {
  if (isZip(source.bytes)) {
    // Loaded when used: an account seldom comes zipped.
    const { unzip } = await import('./zip.ts');
    return unzip(source, limits);
  }
  if (isTar(source.bytes)) return untar(source);
  if (!isGzip(source.bytes)) return undefined;
  const bytes = gunzip(source, limits);
  if (isTar(bytes)) return untar({ name: source.name, bytes });
  return [{ name: `${source.name}/${basename(source.name).replace(/\.gz$/i, '')}`, bytes }];
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzip(source: ImportSource, { total }: UnpackLimits): Uint8Array {
  try {
    return gunzipSync(source.bytes, { maxOutputLength: Math.max(1, total) });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new DossierError('input-too-large', `${source.name} holds more than may be unpacked (${total} bytes)`);
    throw new DossierError('input-invalid', `${source.name} is not a gzip file that can be read; it may be cut`, { cause });
  }
}
