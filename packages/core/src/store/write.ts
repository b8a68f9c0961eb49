import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DossierError } from '../errors/index.ts';

/**
 * Writes a file whole or not at all: beside its place first, then renamed. Makes the folder when needed.
 * @throws DossierError `output-exists` unless `force`, or `output-unwritable`
 */
export async function writeWhole(path: string, data: string | Uint8Array | Iterable<string>, options: { force?: boolean } = {}): Promise<void> {
  if (options.force !== true && existsSync(path)) throw new DossierError('output-exists', `${path} is there already`);
  await writeBeside(path, data, (beside) => rename(beside, path));
}

/** Writes a file beside its place; `settle` gives it its name. Whatever is left beside after that is removed. `flush`: it is on the disk by then. */
export async function writeBeside<T>(
  path: string,
  data: string | Uint8Array | Iterable<string>,
  settle: (beside: string) => Promise<T>,
  { flush = false }: { flush?: boolean } = {},
): Promise<T> {
  const folder = dirname(path);
  const beside = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await makeFolder(folder);
    begin(beside);
    const chunks = typeof data === 'string' || data instanceof Uint8Array ? [data] : data;
    await pipeline(Readable.from(chunks, { objectMode: true }), createWriteStream(beside, { flags: 'wx', flush }));
    return await settle(beside);
  } catch (cause) {
    if (cause instanceof DossierError) throw cause;
    throw new DossierError('output-unwritable', `${path} could not be written: ${reasonOf(cause)}`, { cause });
  } finally {
    await rm(beside, { force: true });
    end(beside);
  }
}

/** Makes a folder and those above it. Node's own recursive mkdir never ends where a folder that is there answers ENOENT, as /proc does. */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder), mode);
  await mkdir(folder, { mode }).catch((cause: unknown) => {
    if (!existsSync(folder)) throw cause;
  });
}

const unfinished = new Set<string>();

/** A process that ends in the middle, by a signal that somebody handles, leaves nothing half written. */
function begin(beside: string): void {
  if (unfinished.size === 0) process.on('exit', discardUnfinished);
  unfinished.add(beside);
}

function end(beside: string): void {
  unfinished.delete(beside);
  if (unfinished.size === 0) process.off('exit', discardUnfinished);
}

function discardUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : String(cause);
}
