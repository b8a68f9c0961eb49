import { readFile } from 'node:fs/promises';
import { DossierError } from '@iam-dossier/core/errors';

/** A file that a flag names, whole. @throws DossierError `input-not-found`, `input-unreadable` */
export async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new DossierError('input-not-found', `${path} is not there`, { cause });
    throw new DossierError('input-unreadable', `${path} cannot be read`, { cause });
  });
}
