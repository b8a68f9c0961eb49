import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { DossierError, type Problem } from '@iam-dossier/core/errors';

export interface TargetRules {
  force: boolean;
  /** Files that were read: none of them is replaced, with `force` or without. */
  inputs?: readonly string[];
  /** Leave what lies in a folder that was read as it is, too. Not for names that are ours alone. */
  keepFolders?: boolean;
}

/**
 * Refuses files that could not be written, before any work is done for them.
 * @throws DossierError `output-exists`, `output-unwritable`
 */
export async function checkTargets(paths: readonly string[], { force, inputs = [], keepFolders = false }: TargetRules): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(realPath)));
  const there: Problem[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() || /[\\/]$/.test(path)) throw new DossierError('output-unwritable', `${path} is a folder; name a file in it`);
    if (found && isRead(await realPath(path), read, keepFolders))
      throw new DossierError('output-exists', `${path} is one of the files read; it is never replaced`, { hint: 'Choose another path.' });
    if (found) there.push({ file: path, message: 'is there already' });
    await checkFolder(dirname(resolve(path)), path);
  }
  if (there.length > 0 && !force) throw alreadyThere(there);
}

function isRead(path: string, read: ReadonlySet<string>, inFolders: boolean): boolean {
  return read.has(path) || (inFolders && [...read].some((folder) => path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)));
}

function alreadyThere(there: Problem[]): DossierError {
  const [only] = there;
  if (there.length === 1) return new DossierError('output-exists', `${only?.file ?? ''} is there already. Nothing was written.`);
  return new DossierError('output-exists', `${there.length} files are there already. Nothing was written.`, { problems: there });
}

/** The nearest folder that is there must take new files. */
async function checkFolder(folder: string, path: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found && dirname(folder) !== folder) return checkFolder(dirname(folder), path);
  if (!found?.isDirectory()) throw new DossierError('output-unwritable', `${path} cannot be written: ${folder} is not a folder`);
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new DossierError('output-unwritable', `${path} cannot be written: you may not write to ${folder}`, { cause });
  });
}

function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
