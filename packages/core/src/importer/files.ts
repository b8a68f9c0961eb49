import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DossierError } from '../errors/index.ts';
import { compareText } from '../json/order.ts';
import type { ImportSource } from './source.ts';
import { isZip, unzip } from './zip.ts';

/** A full account is 40 MB; these stop a mistaken path before it eats the machine. */
export const limits = { fileBytes: 400_000_000, totalBytes: 1_000_000_000, files: 50_000, depth: 12 } as const;

/** Files of the paths given, in order of name. Folders are walked, without hidden files; symbolic links in them are told, not followed. */
export async function readSources(paths: readonly string[]): Promise<ImportSource[]> {
  const sources: ImportSource[] = [];
  const found = (await Promise.all(paths.map((path) => walk(path)))).flat();
  if (found.length > limits.files) throw new DossierError('input-too-large', `${found.length} files were found; at most ${limits.files} are read`);
  let total = 0;
  for (const { path, name, unread } of found) {
    if (unread !== undefined) {
      sources.push({ name, bytes: new Uint8Array(), unread });
      continue;
    }
    const bytes = await readBytes(path);
    total += bytes.byteLength;
    if (total > limits.totalBytes) throw new DossierError('input-too-large', `the files hold more than ${limits.totalBytes} bytes`);
    if (isZip(bytes)) sources.push(...unzip({ name, bytes }, { total: limits.totalBytes - total, file: limits.fileBytes }));
    else sources.push({ name, bytes });
  }
  return sources;
}

interface Found {
  path: string;
  name: string;
  unread?: string;
}

async function walk(path: string): Promise<Found[]> {
  const info = await statOf(path);
  if (info.isFile()) return [{ path, name: basename(path) }];
  if (info.isDirectory()) return walkFolder(path, '', 0);
  throw new DossierError('input-unreadable', `${path} is neither a file nor a folder`);
}

async function walkFolder(folder: string, prefix: string, depth: number): Promise<Found[]> {
  if (depth > limits.depth) throw new DossierError('input-too-large', `${folder} is nested more than ${limits.depth} folders deep`);
  const names = (await readdir(folder).catch((cause: unknown) => unreadable(folder, cause))).filter((name) => !name.startsWith('.')).sort(compareText);
  const found: Found[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const info = await lstat(path);
    if (info.isDirectory()) found.push(...(await walkFolder(path, `${prefix}${name}/`, depth + 1)));
    else if (info.isFile()) found.push({ path, name: `${prefix}${name}` });
    else found.push({ path, name: `${prefix}${name}`, unread: info.isSymbolicLink() ? 'it is a symbolic link; hand in what it points to' : 'it is not a file' });
  }
  return found;
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
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
