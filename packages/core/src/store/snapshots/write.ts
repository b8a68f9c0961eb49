import { link, lstat, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierError, isDossierError } from '../../errors/index.ts';
import { digestOf } from '../../json/digest.ts';
import { documentLines } from '../../json/lines.ts';
import type { Snapshot } from '../../snapshot/index.ts';
import { codeOf } from '../failure.ts';
import { makeFolder, writeBeside } from '../write.ts';
import { noteSnapshots } from './catalogue.ts';
import { packed } from './gzip.ts';
import { checkAccount } from './list.ts';
import { snapshotName } from './name.ts';
import { readValueAt } from './read.ts';
import { summaryOf } from './summary.ts';

export interface StoreOptions {
  /** Pack the file: a large account to less than a tenth, and nothing for a version control system to show. */
  gzip?: boolean;
}

/** `present`: the same content was there already. `restored`: a damaged file of this name was replaced by what it once was. */
export interface StoreResult {
  status: 'written' | 'present' | 'restored';
  account: string;
  path: string;
  /** SHA-256 of the canonical form. */
  digest: string;
}

/** Name of a file with fewer digits of the digest, then with more, should another snapshot have the same name. */
const DIGITS = [8, 16, 64] as const;

/**
 * Writes a snapshot into a store, whole or not at all. Nothing is ever replaced but a damaged file, and no lock is held: the
 * name follows from the content, so that two writers can only write different files, or the same one.
 * @throws DossierError `output-unwritable`
 */
export async function storeSnapshot(store: string, snapshot: Snapshot, { gzip = false }: StoreOptions = {}): Promise<StoreResult> {
  const { account, collectedAt } = snapshot;
  const digest = digestOf(snapshot);
  const folder = await openFolder(store, account.id);
  for (const digits of DIGITS) {
    const named = (form: boolean) => join(folder, snapshotName(collectedAt, digest, { gzip: form, digits }));
    // The form that lies there already is kept, whichever is asked for now.
    const held = (await isThere(named(!gzip))) ? named(!gzip) : named(gzip);
    const status = await put(held, snapshot, digest);
    if (status === 'taken') continue;
    if (status !== 'present') await note(folder, held, snapshot, digest);
    return { status, account: account.id, path: held, digest };
  }
  throw new DossierError('output-unwritable', `${folder} holds another file under every name of this snapshot`);
}

async function openFolder(store: string, account: string): Promise<string> {
  checkAccount(account);
  const folder = join(store, account);
  try {
    await makeFolder(folder);
    const kind = await lstat(folder);
    if (kind.isDirectory()) return folder;
    throw new DossierError('output-unwritable', `${folder} is ${kind.isSymbolicLink() ? 'a symbolic link' : 'no folder'}; nothing is stored there`, {
      hint: 'Put a folder in its place, or choose another store.',
    });
  } catch (cause) {
    if (isDossierError(cause)) throw cause;
    throw new DossierError('output-unwritable', `${folder} could not be made: ${codeOf(cause) ?? String(cause)}`, { cause });
  }
}

async function put(path: string, snapshot: Snapshot, digest: string): Promise<StoreResult['status'] | 'taken'> {
  const before = await stateOf(path, digest);
  if (before === 'present' || before === 'taken') return before;
  const lines = documentLines(snapshot);
  const content = path.endsWith('.gz') ? await packed(new TextEncoder().encode([...lines].join(''))) : lines;
  const settle = async (beside: string) => {
    if (before !== 'damaged') return claim(beside, path, digest);
    await rename(beside, path);
    return 'restored' as const;
  };
  // On the disk before it has its name: a loss of power must not leave the name without the content.
  return writeBeside(path, content, settle, { flush: true });
}

/** Gives the file its name unless another writer was faster: a rename would replace what lies there without a word. */
async function claim(beside: string, path: string, digest: string): Promise<'written' | 'present' | 'taken'> {
  try {
    await link(beside, path);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') {
      const state = await stateOf(path, digest);
      return state === 'present' || state === 'taken' ? state : replaced(beside, path);
    }
    // Some file systems have no links between names.
    return replaced(beside, path);
  }
  await rm(beside, { force: true });
  return 'written';
}

async function replaced(beside: string, path: string): Promise<'written'> {
  await rename(beside, path);
  return 'written';
}

/** What lies under a name: the same snapshot, another one of which the digest begins alike, or what is no longer what was stored. */
async function stateOf(path: string, digest: string): Promise<'absent' | 'present' | 'taken' | 'damaged'> {
  if (!(await isThere(path))) return 'absent';
  try {
    return (await readValueAt(path)).digest === digest ? 'present' : 'taken';
  } catch (error) {
    if (!isDossierError(error)) throw error;
    if (error.code === 'input-not-found') return 'absent';
    // What could not be read may be whole; it is left alone.
    if (error.code === 'input-unreadable' || error.code === 'input-too-large')
      throw new DossierError('output-unwritable', error.message, { cause: error, hint: error.hint });
    return 'damaged';
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

async function note(folder: string, path: string, snapshot: Snapshot, digest: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found) await noteSnapshots(folder, [{ name: path.slice(folder.length + 1), bytes: found.size, ...summaryOf(snapshot, digest) }]);
}
