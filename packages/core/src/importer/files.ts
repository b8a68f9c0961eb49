import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DossierError } from '../errors/index.ts';
import { compareText } from '../json/order.ts';
import type { ImportSource } from './source.ts';
import { unpackArchive } from './archive.ts';

/** A full account is 40 MB; these stop a mistaken path before it eats the machine. */
export const limits = { fileBytes: 400_000_000, totalBytes: 1_000_000_000, files: 50_000, depth: 12 } as const;

/** Files of the paths given, in order of name. Folders are walked and archives unpacked, without hidden files; symbolic links in them are told, not followed. */
export async function readSources(paths: readonly string[]): Promise<ImportSource[]> {
  const sources: ImportSource[] = [];
  const found: Found[] = [];
  for (const path of paths) await walk(path, found);
  let total = 0;
  for (const { path, name, unread } of found) {
    if (unread !== undefined) {
      sources.push({ name, bytes: new Uint8Array(), unread });
      continue;
    }
    const bytes = await readBytes(path);
    total += bytes.byteLength;
    if (total > limits.totalBytes) throw new DossierError('input-too-large', `the files hold more than ${limits.totalBytes} bytes`);
    const held = await unpackArchive({ name, bytes }, { total: limits.totalBytes - total, file: limits.fileBytes });
    if (held === undefined) {
      sources.push({ name, bytes });
      continue;
    }
    total += held.reduce((sum, source) => sum + source.bytes.byteLength, 0);
    for (const source of held) sources.push(source);
  }
  return sources;
}

interface Found {
  path: string;
  name: string;
  unread?: string;
}

async function walk(path: string, found: Found[]): Promise<void> {
  const info = await statOf(path);
  if (info.isFile()) found.push({ path, name: basename(path) });
  else if (info.isDirectory()) await walkFolder({ folder: path, prefix: '', depth: 0 }, found);
  else throw new DossierError('input-unreadable', `${path} is neither a file nor a folder`);
}

interface Place {
  folder: string;
  /** Path from the folder handed in, with a slash at its end. */
  prefix: string;
  depth: number;
}

async function walkFolder({ folder, prefix, depth }: Place, found: Found[]): Promise<void> {
  if (depth > limits.depth) throw new DossierError('input-too-large', `${folder} is nested more than ${limits.depth} folders deep`);
  const names = (await readdir(folder).catch((cause: unknown) => unreadable(folder, cause)))
    .filter((name) => !name.startsWith('.'))
    .sort(compareText);
  for (const entry of names) {
    const path = join(folder, entry);
    const name = `${prefix}${entry}`;
    const info = await lstat(path);
    if (info.isDirectory()) await walkFolder({ folder: path, prefix: `${name}/`, depth: depth + 1 }, found);
    else if (info.isFile()) found.push({ path, name });
    else found.push({ path, name, unread: info.isSymbolicLink() ? 'it is a symbolic link; hand in what it points to' : 'it is not a file' });
  }
  // Told on the way, so that a mistaken path is not walked to its end.
  if (found.length > limits.files) throw new DossierError('input-too-large', `more than ${limits.files} files were found; no export has as many`);
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return unreadable(path, cause);
    throw new DossierError('input-not-found', `${path} does not exist`, { cause });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await statOf(path);
  if (size > limits.fileBytes) throw new DossierError('input-too-large', `${path} has ${size} bytes; at most ${limits.fileBytes} are read`);
  return readFile(path).catch((cause: unknown) => unreadable(path, cause));
}

function unreadable(path: string, cause: unknown): never {
  throw new DossierError('input-unreadable', `${path} could not be read`, { cause });
}
