import { stat, statfs } from 'node:fs/promises';
import { freemem, totalmem, tmpdir, userInfo } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import type { BrowserReport } from '@iam-dossier/renderer';
import { grouped } from '../terminal/counted.ts';
import type { Check } from './check.ts';

const MB = 1_000_000;
/** What the unpacked browser takes, and room to print. */
const DISK_NEEDED = 500 * MB;
const MEMORY_NEEDED = 1_000 * MB;

export async function checkCache(browser: BrowserReport): Promise<Check> {
  if (!browser.found || browser.source !== 'bundled') return { name: 'cache', status: 'ok', text: 'not used: the browser is not unpacked by us' };
  const folder = dirname(dirname(browser.path));
  const { uid, mode } = await stat(folder);
  const isPrivate = process.platform === 'win32' || (uid === userInfo().uid && (mode & 0o077) === 0);
  const text = `${folder}, owner ${uid === userInfo().uid ? userInfo().username : String(uid)}, mode ${(mode & 0o777).toString(8)}`;
  return {
    name: 'cache',
    status: isPrivate ? 'ok' : 'warn',
    text,
    ...(isPrivate ? {} : { fix: `Others could change the browser in it: chmod 700 ${folder}` }),
  };
}

export async function checkDisk(folder: string = tmpdir()): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const enough = free >= DISK_NEEDED;
  return {
    name: 'disk',
    status: enough ? 'ok' : 'warn',
    text: `${megabytes(free)} free in ${folder}`,
    ...(enough ? {} : { fix: `Make room: ${megabytes(DISK_NEEDED)} are needed.` }),
  };
}

export function checkMemory(): Check {
  const free = freemem();
  const enough = free >= MEMORY_NEEDED;
  return {
    name: 'memory',
    status: enough ? 'ok' : 'warn',
    text: `${megabytes(free)} free of ${megabytes(totalmem())}`,
    ...(enough ? {} : { fix: 'A large account may not fit; close other programs.' }),
  };
}

export function checkPlace(env: Readonly<Record<string, string | undefined>>): Check {
  const zone = env['TZ'] ?? 'of the system';
  const locale = env['LC_ALL'] ?? env['LANG'] ?? 'none';
  return { name: 'place', status: 'ok', text: `time zone ${zone}, locale ${locale}: neither changes a document` };
}

function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / MB))} MB`;
}
