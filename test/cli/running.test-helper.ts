import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { dispatch } from '../../packages/cli/src/dispatch.ts';
import { openTerminal } from '../../packages/cli/src/terminal/terminal.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const bin = join(root, 'packages/cli/bin/iam-dossier.js');
export const examples = join(root, 'packages/cli/examples');
export const asFound = join(examples, 'infinity-gifts-souvenirs');
export const mended = join(examples, 'infinity-gifts-souvenirs-mended');
/** Stands for today. */
export const TODAY = '2026-12-01';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

interface Surroundings {
  env?: Record<string, string>;
  tty?: boolean;
  columns?: number;
}

/** Runs a command as the bin does, with streams of our own. */
export async function runWith({ env = {}, tty = false, columns }: Surroundings, ...args: string[]): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '' };
  const stream = (key: 'out' | 'err') => ({
    isTTY: tty,
    ...(columns === undefined ? {} : { columns }),
    write: (text: string) => {
      ran[key] += text;
    },
  });
  ran.code = await dispatch(args, openTerminal({ stdout: stream('out'), stderr: stream('err'), env, today: () => TODAY }));
  return ran;
}

export function run(...args: string[]): Promise<Ran> {
  return runWith({}, ...args);
}

/** Runs the built program as a process of its own. */
export function spawnBin(args: readonly string[], options: SpawnSyncOptions = {}): Ran & { signal: NodeJS.Signals | null } {
  const result = spawnSync(process.execPath, [bin, ...args], { timeout: 60_000, ...options, encoding: 'utf8' });
  return { code: result.status ?? -1, out: result.stdout, err: result.stderr, signal: result.signal };
}

/** A folder that is there while the tests of a file run. */
export function useFolder(): (...path: string[]) => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'iam-dossier-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (...path) => join(folder, ...path);
}
