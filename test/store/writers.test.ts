import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentJson } from '@iam-dossier/core/json';
import { describeSnapshots, listSnapshots, storeSnapshot, validateStore } from '@iam-dossier/core/store';
import { describe, expect, it } from 'vitest';
import { root } from '../cli/running.test-helper.ts';
import { ACCOUNT, dayAfter, snapshotOf, useFolder } from './snapshots.test-helper.ts';

const at = useFolder();
const store = () => at('store');

/** Stores one snapshot of one account for each day from FIRST on, and says each path once it is stored. */
const writer = `
  import { readFileSync } from 'node:fs';
  import { storeSnapshot } from '@iam-dossier/core/store';
  const base = JSON.parse(readFileSync(process.env.SNAPSHOT, 'utf8'));
  process.stdout.write('ready\\n');
  for (let n = 0; n < Number(process.env.COUNT); n += 1) {
    const day = Number(process.env.FIRST) + n;
    const collectedAt = new Date(Date.UTC(2024, 0, 1 + day, 6)).toISOString().replace('.000', '');
    const { path, status } = await storeSnapshot(process.env.STORE, { ...base, collectedAt }, { gzip: process.env.GZIP === '1' });
    process.stdout.write(status + ' ' + path + '\\n');
  }`;

interface Run {
  child: ChildProcess;
  lines: string[];
  ended: Promise<unknown>;
}

/** A process of the built package. */
function write(first: number, count: number, gzip = false): Run {
  const snapshot = at('snapshot.json');
  if (!existsSync(snapshot)) writeFileSync(snapshot, documentJson(snapshotOf(null)));
  const env = { ...process.env, SNAPSHOT: snapshot, STORE: store(), FIRST: String(first), COUNT: String(count), GZIP: gzip ? '1' : '0' };
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer], {
    cwd: join(root, 'test'),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const run: Run = { child, lines: [], ended: once(child, 'close') };
  let text = '';
  child.stdout?.on('data', (data: Buffer) => {
    text += data.toString();
    run.lines = text.split('\n').slice(1, -1);
  });
  return run;
}

const stored = (runs: readonly Run[]) => runs.flatMap((run) => run.lines.map((line) => line.slice(line.indexOf(' ') + 1)));

describe('several processes that write at once', () => {
  it('lose nothing, and the index is made whole by whoever reads next', async () => {
    const runs = [write(0, 12), write(12, 12), write(24, 12, true)];
    await Promise.all(runs.map((run) => run.ended));
    expect(runs.map((run) => run.child.exitCode)).toEqual([0, 0, 0]);
    const { files, others } = await listSnapshots(store());
    expect(others).toEqual([]);
    expect(files.map((file) => file.path).sort()).toEqual(stored(runs).sort());
    expect(files.map((file) => file.collectedAt)).toEqual(Array.from({ length: 36 }, (_, day) => dayAfter(day)));
    await describeSnapshots(files);
    expect(await validateStore(store())).toEqual({ checked: 36, accounts: [ACCOUNT], findings: [] });
  });

  it('and write the same store each snapshot once', async () => {
    const runs = [write(0, 10), write(0, 10), write(0, 10)];
    await Promise.all(runs.map((run) => run.ended));
    expect(runs.map((run) => run.child.exitCode)).toEqual([0, 0, 0]);
    const statuses = runs.flatMap((run) => run.lines.map((line) => line.split(' ')[0]));
    expect(statuses.filter((status) => status === 'written')).toHaveLength(10);
    expect(statuses.filter((status) => status === 'present')).toHaveLength(20);
    const { files } = await listSnapshots(store());
    expect(files).toHaveLength(10);
    expect((await validateStore(store())).findings.filter(({ level }) => level === 'problem')).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('a process that is killed', () => {
  it('leaves no half snapshot and no lock: the next one writes, and reads what was stored', async () => {
    for (const wait of [0, 3, 8, 15, 25]) {
      const run = write(0, 1000);
      while (run.lines.length < 3 && run.child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise((resolve) => setTimeout(resolve, wait));
      run.child.kill('SIGKILL');
      await run.ended;
      expect(run.child.signalCode).toBe('SIGKILL');
      const { files } = await listSnapshots(store());
      for (const path of stored([run])) expect(files.map((file) => file.path)).toContain(path);
      expect((await validateStore(store())).findings.filter(({ level }) => level === 'problem')).toEqual([]);
    }
    expect((await storeSnapshot(store(), snapshotOf(dayAfter(-1)))).status).toBe('written');
    const names = readdirSync(join(store(), ACCOUNT)).filter((name) => !name.endsWith('.part'));
    expect(names.filter((name) => !/^(index\.json|\d{8}T\d{6}Z-[0-9a-f]{8}\.snapshot\.json)$/.test(name))).toEqual([]);
  });
});
