import { lstat, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DossierError } from '../../errors/index.ts';
import { codeOf } from '../failure.ts';
import { noteSnapshots } from './catalogue.ts';
import type { StoredFile, StoreListing } from './list.ts';
import { momentOf } from './name.ts';
import { readSpan } from './words.ts';

export interface PruneRules {
  /** So many of each account, the latest first, stay whatever their age. */
  keep?: number;
  /** Those younger stay: `1 year`, `90 days`. */
  olderThan?: string;
  /** UTC time or date. */
  now: string;
}

export interface PrunePlan {
  remove: readonly StoredFile[];
  stay: readonly { file: StoredFile; why: PruneReason }[];
  /** The first day that is not old, where `olderThan` was given. */
  notBefore?: string;
  /** Left by runs that were stopped long ago. */
  unfinished: readonly string[];
}

/** Why a snapshot stays. One of unknown time has no age: nobody can say that it is old. */
export type PruneReason = 'latest' | 'kept' | 'young' | 'unknownTime';

const MS_PER_DAY = 86_400_000;

/**
 * What to remove: what neither rule keeps. The latest snapshot of an account always stays.
 * @throws DossierError `usage`
 */
export async function planPrune(listing: StoreListing, rules: PruneRules): Promise<PrunePlan> {
  const { keep, olderThan, now } = rules;
  if (keep === undefined && olderThan === undefined)
    throw new DossierError('usage', 'say what may go: how many to keep, how old the others must be, or both');
  if (keep !== undefined && (!Number.isInteger(keep) || keep < 1))
    throw new DossierError('usage', 'keep is a whole number from 1: the latest always stays');
  const notBefore = olderThan === undefined ? undefined : readSpan(olderThan, now);
  const judged = listing.accounts.flatMap((account) => judge(ownOf(listing, account), keep, notBefore));
  return {
    remove: judged.filter(({ why }) => why === undefined).map(({ file }) => file),
    stay: judged.flatMap(({ file, why }) => (why === undefined ? [] : [{ file, why }])),
    ...(notBefore === undefined ? {} : { notBefore }),
    unfinished: await abandoned(listing, now),
  };
}

function ownOf({ files }: StoreListing, account: string): StoredFile[] {
  return files.filter((file) => file.account === account);
}

function judge(
  files: readonly StoredFile[],
  keep: number | undefined,
  notBefore: string | undefined,
): { file: StoredFile; why: PruneReason | undefined }[] {
  const timed = files.filter((file) => file.collectedAt !== null);
  const latest = timed.at(-1)?.collectedAt;
  const kept = new Set(keep === undefined ? [] : timed.slice(-keep));
  return files.map((file) => {
    if (file.collectedAt === null) return { file, why: 'unknownTime' };
    if (file.collectedAt === latest) return { file, why: 'latest' };
    if (kept.has(file)) return { file, why: 'kept' };
    return { file, why: notBefore !== undefined && momentOf(file) >= Date.parse(notBefore) ? 'young' : undefined };
  });
}

/** A run that goes on is not disturbed: only what was begun more than a day before the day given. */
async function abandoned({ others }: StoreListing, now: string): Promise<string[]> {
  const begun = others.filter(({ kind }) => kind === 'unfinished').map(({ path }) => path);
  const infos = await Promise.all(begun.map((path) => lstat(path).catch(() => undefined)));
  return begun.filter((_, index) => (infos[index]?.mtimeMs ?? Infinity) < Date.parse(now) - MS_PER_DAY);
}

/**
 * Removes what a plan names, and gives the paths that are gone.
 * @throws DossierError `output-unwritable` with what is left, after everything else was removed
 */
export async function pruneSnapshots(plan: PrunePlan): Promise<string[]> {
  const paths = [...plan.remove.flatMap(({ path, twin }) => (twin === undefined ? [path] : [path, twin])), ...plan.unfinished];
  const left: { file: string; message: string }[] = [];
  for (const path of paths)
    await rm(path, { force: true }).catch((cause: unknown) => left.push({ file: path, message: codeOf(cause) ?? String(cause) }));
  for (const folder of new Set(plan.remove.map(({ path }) => dirname(path)))) await noteSnapshots(folder, []);
  if (left.length === 0) return paths;
  throw new DossierError('output-unwritable', `${left.length} of ${paths.length} files could not be removed`, {
    problems: left,
    hint: 'Remove them by hand, or run again as somebody who may.',
  });
}
