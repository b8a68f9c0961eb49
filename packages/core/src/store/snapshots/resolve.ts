import { basename, join } from 'node:path';
import { stat } from 'node:fs/promises';
import { DossierError } from '../../errors/index.ts';
import type { Snapshot } from '../../snapshot/index.ts';
import { readFailure } from '../failure.ts';
import { describeSnapshots } from './catalogue.ts';
import { chosen, resolved, type ResolvedSnapshot } from './choose.ts';
import { checkAccount, listSnapshots, nothingOf, problemOf, type StoreListing, type StoredFile } from './list.ts';
import { parseSnapshotName } from './name.ts';
import { readSnapshotAt } from './read.ts';
import { readWords } from './words.ts';

export interface ResolveOptions {
  /** UTC time or date; only words such as `30 days ago` ask for it. */
  now: string;
}

/**
 * Finds a snapshot of one account by words: `latest`, `previous`, `first`, `2026-10-01`, `2026-10`, a time, `30 days ago`, `yesterday`,
 * `last month`, the first digits of a digest, or a file. A date means the last snapshot of that day, or else the last before it.
 * Days are those of UTC.
 * @throws DossierError `snapshot-not-found`, `snapshot-ambiguous`, `usage`, and those of listing
 */
export async function resolveSnapshot(store: string, account: string, words: string, { now }: ResolveOptions): Promise<ResolvedSnapshot> {
  return resolveAmong(await listSnapshots(store, account), account, words, { now });
}

/** {@link resolveSnapshot} in a store that was listed before. */
export async function resolveAmong(listing: StoreListing, account: string, words: string, { now }: ResolveOptions): Promise<ResolvedSnapshot> {
  checkAccount(account);
  const wanted = readWords(words, now);
  const files = listing.files.filter((file) => file.account === account);
  const [first] = wanted;
  if (first?.kind === 'file') return fileNamed(listing.store, account, first.path, files);
  if (files.length === 0) throw nothingOf(account, listing);
  const digest = wanted.find((one) => one.kind === 'digest')?.digest;
  const byDigest = digest === undefined ? [] : await withDigest(files, digest);
  const other = wanted.find((one) => one.kind !== 'digest');
  if (other && byDigest.length > 0) throw ambiguous(`${JSON.stringify(words)} is a date, and the digest of a snapshot begins with it`, byDigest);
  if (other) return chosen(files, other, account);
  return onlyOne(files, byDigest, words);
}

/**
 * Reads what {@link resolveSnapshot} found.
 * @throws DossierError those of reading a snapshot, and `snapshot-not-found` when a file that was named is of another account
 */
export async function readResolved({ path, account, outside = false }: ResolvedSnapshot): Promise<Snapshot> {
  const { snapshot } = await readSnapshotAt(path, { follow: outside });
  if (snapshot.account.id === account) return snapshot;
  throw new DossierError('snapshot-not-found', `${path} is of account ${snapshot.account.id}, not ${account}`, {
    hint: 'Name the account with --account, or another file.',
  });
}

/** Snapshots whose digest begins with some digits. A name holds only the first of them. */
async function withDigest(files: readonly StoredFile[], digits: string): Promise<StoredFile[]> {
  const short = files.filter((file) => file.digest.startsWith(digits));
  const longer = files.filter((file) => file.digest.length < digits.length && digits.startsWith(file.digest));
  const described = longer.length === 0 ? [] : await describeSnapshots(longer);
  return [...short, ...described.filter(({ summary }) => summary?.digest.startsWith(digits) === true)];
}

function onlyOne(files: readonly StoredFile[], found: readonly StoredFile[], words: string): ResolvedSnapshot {
  const [only, ...more] = found;
  if (!only)
    throw new DossierError('snapshot-not-found', `no snapshot here has a digest that begins with ${words.trim()}`, {
      problems: files.slice(-5).map(problemOf),
    });
  if (more.length > 0) throw ambiguous(`${found.length} digests begin with ${words.trim()}`, found);
  return { ...resolved(only), exact: true, why: `its digest begins with ${only.digest}` };
}

/** A name in the account's folder, or a path from where the program runs. */
async function fileNamed(store: string, account: string, path: string, files: readonly StoredFile[]): Promise<ResolvedSnapshot> {
  const inStore = files.find((file) => file.name === path || file.stem === path || file.twin === join(store, account, path));
  if (inStore) return { ...resolved(inStore), exact: true, why: 'the file named' };
  if (!/[\\/]/.test(path) && parseSnapshotName(path.includes('.') ? path : `${path}.snapshot.json`))
    throw new DossierError('snapshot-not-found', `account ${account} has no snapshot ${path} in ${store}`, {
      problems: files.slice(-5).map(problemOf),
    });
  await stat(path).catch((cause: unknown) => {
    throw readFailure(path, cause);
  });
  const name = parseSnapshotName(basename(path));
  return { account, path, ...(name ? { collectedAt: name.collectedAt } : {}), exact: true, why: 'the file named', outside: true };
}

function ambiguous(message: string, files: readonly StoredFile[]): DossierError {
  return new DossierError('snapshot-ambiguous', message, { problems: files.map(problemOf) });
}
