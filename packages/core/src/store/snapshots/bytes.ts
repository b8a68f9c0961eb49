import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { DossierError, type ErrorCode } from '../../errors/index.ts';
import { decodeText } from '../../importer/text.ts';
import { readFailure } from '../failure.ts';
import { isGzip, unpacked } from './gzip.ts';
import { parseSnapshotName } from './name.ts';

/** As much as is read of any JSON: larger than a full account, smaller than what makes Node fail without a word. */
const MAX_BYTES = 400_000_000;
// Not on every system. A named pipe would be waited for without end.
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface ReadOptions {
  /** Follow a symbolic link: for a path that a person named, never for what lies in a store. */
  follow?: boolean;
}

/**
 * Text of a file that may be packed with gzip.
 * @throws DossierError `input-not-found`, `input-unreadable`, `input-too-large`, `snapshot-damaged`
 */
export async function readTextOf(path: string, { follow = false }: ReadOptions = {}): Promise<string> {
  const stored = await readBytes(path, follow);
  const bytes = isGzip(stored) ? await unpacked(stored, path, MAX_BYTES) : stored;
  const text = decodeText(bytes);
  if (text === null) throw new DossierError(damagedOr('input-unreadable', path), `${path} is not text in UTF-8`);
  return text;
}

/** A file that a store named was whole once: it is told as damaged, whatever is wrong with it. */
export function damagedOr(code: 'input-unreadable' | 'input-invalid', path: string): ErrorCode {
  return parseSnapshotName(basename(path)) === undefined ? code : 'snapshot-damaged';
}

async function readBytes(path: string, follow: boolean): Promise<Uint8Array> {
  try {
    if (!follow) refuseOthers(path, await lstat(path));
    const handle = await open(path, follow ? 'r' : CAREFULLY);
    try {
      const { size } = await handle.stat();
      if (size > MAX_BYTES) throw new DossierError('input-too-large', `${path} has ${size} bytes; at most ${MAX_BYTES} are read`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw readFailure(path, cause);
  }
}

interface Kind {
  isFile: () => boolean;
  isSymbolicLink: () => boolean;
}

function refuseOthers(path: string, kind: Kind): void {
  if (!kind.isFile())
    throw new DossierError('input-unreadable', `${path} is ${kind.isSymbolicLink() ? 'a symbolic link; a store holds files alone' : 'no file'}`, {
      hint: 'Put the file itself in its place.',
    });
}
