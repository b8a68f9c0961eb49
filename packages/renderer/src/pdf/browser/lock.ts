import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

const times = { poll: 100, refresh: 2_000, stale: 15_000, limit: 180_000 } as const;

/**
 * Runs the work while holding a lock file, so that several processes do not do it at once. The work must also be safe
 * without the lock: one whose holder seems dead is taken away.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await takeLock(path);
  const refresh = setInterval(() => void touch(path), times.refresh);
  try {
    return await work();
  } finally {
    clearInterval(refresh);
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<void> {
  for (let waited = 0; waited < times.limit; waited += times.poll) {
    if (await createLock(path)) return;
    if (await isStale(path)) await breakLock(path);
    else await wait(times.poll);
  }
  throw new Error(`another process holds ${path}`);
}

async function createLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid} ${hostname()}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const [pid = '', host] = (await readFile(path, 'utf8')).split(' ');
    if (host === hostname() && !isAlive(Number(pid))) return true;
    return Date.now() - (await stat(path)).mtimeMs > times.stale;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? false : Promise.reject(error);
  }
}

// Renamed first, so that of two processes only one takes it away.
async function breakLock(path: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`;
  try {
    await rename(path, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function touch(path: string): Promise<void> {
  const now = Date.now() / 1000;
  await utimes(path, now, now).catch(() => undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
