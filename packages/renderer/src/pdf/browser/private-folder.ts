import { chmod, lstat, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { makeFolder } from '@iam-dossier/core/store';

const privateMode = 0o700;

/**
 * A folder that only this user can enter, for what is kept between runs: the wanted one, else the user's cache, else
 * (where the home cannot be written) one in the temporary folder.
 */
export async function openCacheFolder(wanted?: string): Promise<string> {
  if (wanted !== undefined) {
    await makePrivate(wanted);
    return wanted;
  }
  const user = process.getuid?.() ?? 'user';
  for (const folder of [join(homedir(), '.cache', 'iam-dossier'), join(tmpdir(), `iam-dossier-${user}`)]) {
    if (await canMakePrivate(folder)) return folder;
  }
  return mkdtemp(join(tmpdir(), 'iam-dossier-cache-'));
}

async function canMakePrivate(folder: string): Promise<boolean> {
  try {
    await makePrivate(folder);
    return true;
  } catch {
    return false;
  }
}

// A folder of another user, or a link, could be filled with a program of somebody else's.
async function makePrivate(folder: string): Promise<void> {
  await makeFolder(folder, privateMode);
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (process.getuid && found.uid !== process.getuid()) throw new Error(`${folder} belongs to another user`);
  if (process.getuid && (found.mode & 0o077) !== 0) await chmod(folder, privateMode);
  const probe = join(folder, `probe-${process.pid}`);
  await writeFile(probe, '');
  await rm(probe);
}
