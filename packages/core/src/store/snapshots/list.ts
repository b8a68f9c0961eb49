import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierError } from '../../errors/index.ts';
import { compareText } from '../../json/order.ts';
import { codeOf, readFailure } from '../failure.ts';
import { compareNames, parseSnapshotName, type SnapshotName } from './name.ts';

/** A snapshot that lies in a store, by what its name says. */
export interface StoredFile extends SnapshotName {
  account: string;
  /** Name of the file. */
  name: string;
  path: string;
  /** Size of the file. */
  bytes: number;
  /** The same snapshot in the other form, plain beside packed. */
  twin?: string;
}

/** What lies in a store and is not read, with the reason. */
export interface StoreOther {
  path: string;
  /** `foreign`: harmless. `link`, `unreadable`: a snapshot may be hidden behind it. `unfinished`: left by a run that was killed. */
  kind: 'foreign' | 'link' | 'unreadable' | 'unfinished';
  reason: string;
}

export interface StoreListing {
  store: string;
  /** Ids of the accounts that have a folder, in order. */
  accounts: readonly string[];
  /** By account, then time, those of unknown time last. */
  files: readonly StoredFile[];
  others: readonly StoreOther[];
}

export const INDEX_NAME = 'index.json';
const ACCOUNT = /^\d{12}$/;
const UNFINISHED = /^\..+\.[0-9a-f]{12}\.part$/;

/**
 * What lies in a store, or of one account in it, by names alone: no file is opened, no link followed.
 * @throws DossierError `input-not-found`, `input-unreadable`, `usage`
 */
export async function listSnapshots(store: string, account?: string): Promise<StoreListing> {
  const { accounts, others } = await accountsOf(store);
  if (account !== undefined) checkAccount(account);
  const asked = account === undefined ? accounts : accounts.filter((id) => id === account);
  const folders = await Promise.all(asked.map((id) => listAccount(store, id)));
  return {
    store,
    accounts,
    files: folders.flatMap((folder) => folder.files),
    others: [...others, ...folders.flatMap((folder) => folder.others)],
  };
}

/** @throws DossierError `usage`: anything else could lead out of the store */
export function checkAccount(account: string): void {
  if (!ACCOUNT.test(account)) throw new DossierError('usage', `${JSON.stringify(account)} is no account: an id has 12 digits`);
}

async function accountsOf(store: string): Promise<{ accounts: string[]; others: StoreOther[] }> {
  const accounts: string[] = [];
  const others: StoreOther[] = [];
  for (const entry of await entriesOf(store)) {
    const path = join(store, entry.name);
    if (!ACCOUNT.test(entry.name)) others.push(...otherOf(path, entry));
    else if (entry.isDirectory()) accounts.push(entry.name);
    else
      others.push({
        path,
        ...(entry.isSymbolicLink() ? LINK : { kind: 'unreadable', reason: 'it is no folder, although it is named as an account is' }),
      });
  }
  return { accounts, others };
}

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareText(a.name, b.name));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOTDIR') throw new DossierError('input-unreadable', `${folder} is a file; a store of snapshots is a folder`, { cause });
    if (code !== 'ENOENT') throw readFailure(folder, cause);
    throw new DossierError('input-not-found', `there is no store of snapshots at ${folder}`, {
      cause,
      hint: `Give another folder with --store, or begin one: iam-dossier import <input> --store ${folder}`,
    });
  }
}

async function listAccount(store: string, account: string): Promise<Pick<StoreListing, 'files' | 'others'>> {
  const folder = join(store, account);
  const files: StoredFile[] = [];
  const others: StoreOther[] = [];
  try {
    const named: { name: string; parts: SnapshotName; path: string }[] = [];
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      const parts = parseSnapshotName(entry.name);
      if (parts && entry.isFile()) named.push({ name: entry.name, parts, path });
      else if (parts) others.push({ path, ...(entry.isSymbolicLink() ? LINK : NO_FILE) });
      else if (entry.name !== INDEX_NAME) others.push(...otherOf(path, entry));
    }
    const sizes = await Promise.all(named.map(({ path }) => sizeOf(path)));
    for (const [index, { name, parts, path }] of named.entries()) {
      const bytes = sizes[index];
      // Removed by somebody else meanwhile.
      if (bytes !== undefined) files.push({ ...parts, account, name, path, bytes });
    }
  } catch (cause) {
    others.push({ path: folder, kind: 'unreadable', reason: `it could not be read (${reasonOf(cause)})` });
  }
  return { files: joinTwins(files.sort(compareNames)), others };
}

/** The system's own word for it, which stands below our error. */
function reasonOf(cause: unknown): string {
  return codeOf(cause instanceof DossierError ? cause.cause : cause) ?? String(cause);
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await lstat(path).catch(() => undefined))?.size;
}

/** One snapshot may lie there in both forms: the plain one is read. */
function joinTwins(files: readonly StoredFile[]): StoredFile[] {
  const joined: StoredFile[] = [];
  for (const file of files) {
    const before = joined.at(-1);
    if (before?.stem === file.stem) before.twin = file.path;
    else joined.push({ ...file });
  }
  return joined;
}

const LINK = { kind: 'link', reason: 'it is a symbolic link, which is not followed' } as const;
const NO_FILE = { kind: 'unreadable', reason: 'it is no file, although it is named as a snapshot is' } as const;

interface Entry {
  name: string;
  isSymbolicLink: () => boolean;
  isFile: () => boolean;
}

/** Hidden files are nobody's business here, but for what we left ourselves. */
function otherOf(path: string, entry: Entry): StoreOther[] {
  if (UNFINISHED.test(entry.name) && entry.isFile()) return [{ path, kind: 'unfinished', reason: 'it was begun by a run that was stopped' }];
  if (entry.name.startsWith('.')) return [];
  if (entry.isSymbolicLink()) return [{ path, ...LINK }];
  return [{ path, kind: 'foreign', reason: 'it is not named as a snapshot in a store is' }];
}

/**
 * The accounts to look at: those named, else the one that the store holds.
 * @throws DossierError `snapshot-not-found` when it holds none of those named, `snapshot-ambiguous` when several could be meant
 */
export function accountsAsked(listing: StoreListing, named: readonly string[] = []): string[] {
  for (const account of named) checkAccount(account);
  const held = new Set(listing.files.map((file) => file.account));
  const [first, ...more] = named.length > 0 ? named : held;
  if (first === undefined)
    throw new DossierError('snapshot-not-found', `${listing.store} holds no snapshot`, { hint: 'import --store writes there.' });
  if (named.length === 0 && more.length > 0)
    throw new DossierError('snapshot-ambiguous', `${listing.store} holds ${held.size} accounts: ${[...held].join(', ')}`, {
      hint: 'Say which with --account.',
    });
  const asked = [...new Set([first, ...more])].filter((account) => held.has(account));
  if (asked.length === 0) throw nothingOf(first, listing);
  return asked;
}

/** The account has no folder in the store, or nothing in it. */
export function nothingOf(account: string, { store, accounts, others }: StoreListing): DossierError {
  const folders = others.filter(({ path }) => path === join(store, account));
  return new DossierError('snapshot-not-found', `${store} holds no snapshot of account ${account}`, {
    problems: folders.map(({ path, reason }) => ({ file: path, message: reason })),
    hint: accounts.length === 0 ? 'It holds no account at all. import --store writes there.' : `It holds ${accounts.join(', ')}.`,
  });
}

/** A stored snapshot as one of the problems of an error. */
export function problemOf({ path, collectedAt }: StoredFile) {
  return { file: path, message: collectedAt === null ? 'read at an unknown time' : `read ${collectedAt}` };
}
