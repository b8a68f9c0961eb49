import { basename } from 'node:path';
import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import { openSnapshots } from '@iam-dossier/core/importer';
import { sortedBy } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { isSnapshotName, readSnapshotFile } from '@iam-dossier/core/store';
import { readTime } from '../flags/values.ts';
import { usageError } from '../flags/usage.ts';
import type { Session } from '../terminal/session.ts';
import { chooseStored, type Chosen } from './choose.ts';

/** Flags of every command that takes snapshots: files, or a store and words. */
export interface SnapshotArgs {
  '_': string[];
  'store'?: string;
  'at'?: string;
  'account'?: string;
  'collected-at'?: string;
}

export interface Opened {
  snapshots: Snapshot[];
  /** What was taken from a store, and why; empty for files. */
  chosen: readonly Chosen[];
}

/** Where stores lie unless somebody says otherwise. */
export const STORE = 'snapshots';

/** The folder of the store, when the flags ask for one. */
export function storeOf({ store, at, account }: Pick<SnapshotArgs, 'store' | 'at' | 'account'>): string | undefined {
  return store ?? (at === undefined && account === undefined ? undefined : STORE);
}

/** Files and folders that are read, so that no output replaces them. */
export function placesOf(args: SnapshotArgs): string[] {
  const store = storeOf(args);
  return store === undefined ? args._ : [store];
}

/** Refuses what cannot be meant, before anything is read. */
export function checkInputs(command: string, args: SnapshotArgs): void {
  const store = storeOf(args);
  if (store === undefined && args._.length === 0)
    throw usageError(command, `${command} needs <input>: snapshots or AWS CLI files, or a store of snapshots with --store`);
  if (store === undefined) return;
  if (args._.length > 0)
    throw usageError(
      command,
      `give files or a store, not both: ${JSON.stringify(args._[0])} stands beside --${args.store === undefined ? flagOf(args) : 'store'}`,
    );
  if (args['collected-at'] !== undefined)
    throw usageError(command, '--collected-at goes with AWS CLI files; a stored snapshot says itself when it was read');
}

function flagOf({ at }: SnapshotArgs): string {
  return at === undefined ? 'account' : 'at';
}

/** Reads the snapshots that the flags name. */
export async function openInputs(command: string, args: SnapshotArgs, session: Session, engagement?: Engagement): Promise<Opened> {
  checkInputs(command, args);
  const store = storeOf(args);
  const collectedAt = readTime(command, 'collected-at', args['collected-at']);
  session.progress.step('Reading files');
  if (store !== undefined) return chooseStored({ command, store, words: args.at ?? 'latest', account: args.account, engagement, session });
  return { snapshots: await openFiles(args._, collectedAt), chosen: [] };
}

/** A file that carries the name a store gave it is held to it; everything else is known by what it holds. */
async function openFiles(paths: readonly string[], collectedAt: string | undefined): Promise<Snapshot[]> {
  const stored = paths.filter((path) => isSnapshotName(basename(path)));
  const rest = paths.filter((path) => !stored.includes(path));
  const snapshots: Snapshot[] = [];
  for (const path of stored) snapshots.push(await readSnapshotFile(path));
  if (rest.length > 0) snapshots.push(...(await openOthers(rest, collectedAt)));
  refuseTwice(snapshots);
  return sortedBy(snapshots, (snapshot) => snapshot.account.id);
}

async function openOthers(paths: readonly string[], collectedAt: string | undefined): Promise<Snapshot[]> {
  try {
    return await openSnapshots(paths, collectedAt === undefined ? {} : { collectedAt });
  } catch (error) {
    if (!isDossierError(error) || error.code !== 'input-empty') throw error;
    if (!error.problems.some(({ file = '' }) => isSnapshotName(basename(file)))) throw error;
    throw new DossierError(error.code, error.message, {
      cause: error,
      problems: [...error.problems],
      hint: `It is a store of snapshots, or a part of one: give the folder that holds the accounts with --store.`,
    });
  }
}

function refuseTwice(snapshots: readonly Snapshot[]): void {
  const ids = snapshots.map((snapshot) => snapshot.account.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new DossierError('snapshots-conflict', `several of the snapshots given are of account ${twice}`);
}
