import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importSources } from '@iam-dossier/core/importer';
import { digestOf, documentJson } from '@iam-dossier/core/json';
import { describeSnapshots, listSnapshots, readSnapshotFile, resolveSnapshot, storeSnapshot } from '@iam-dossier/core/store';
import { expect, it } from 'vitest';
import { accountFiles } from '../fixtures/account.ts';
import { run } from '../cli/running.test-helper.ts';
import { ACCOUNT, dayAfter, snapshotOf, useFolder } from './snapshots.test-helper.ts';

const at = useFolder();
const now = '2026-11-26';
/** Much is written here, and a busy machine takes its time: this ends a hang, it measures nothing. */
const patience = 300_000;

it(
  '1,000 snapshots are stored, listed by their index, and any is found without opening one',
  async () => {
    const store = at('store');
    for (let day = 0; day < 1000; day += 1) await storeSnapshot(store, snapshotOf(dayAfter(day)), { gzip: day % 2 === 0 });
    const opened: string[] = [];
    const described = await describeSnapshots((await listSnapshots(store)).files, { onRead: (file) => opened.push(file.path) });
    expect(described).toHaveLength(1000);
    expect(described.every(({ summary }) => summary?.counts.users === 12)).toBe(true);
    expect(opened).toEqual([]);
    const found = await resolveSnapshot(store, ACCOUNT, '2026-01', { now });
    expect(found.collectedAt).toBe('2026-01-31T06:00:00Z');
    const { out } = await run('snapshots', '--store', store);
    expect(out.split('\n').filter((line) => line.includes('12 users'))).toHaveLength(1000);
  },
  patience,
);

it(
  'an account of 40 MB is stored, packed and read whole',
  async () => {
    const snapshot = importSources(accountFiles({ users: 10_000, groups: 1000, roles: 10_000, policies: 18_000 }));
    const [plain, packed] = [await storeSnapshot(at('plain'), snapshot), await storeSnapshot(at('packed'), snapshot, { gzip: true })];
    expect(statSync(plain.path).size).toBeGreaterThan(38_000_000);
    expect(statSync(packed.path).size).toBeLessThan(statSync(plain.path).size / 8);
    const digest = digestOf(snapshot);
    expect(plain.digest).toBe(digest);
    const again = await readSnapshotFile(packed.path);
    expect(digestOf(again)).toBe(digest);
    expect(readFileSync(plain.path, 'utf8')).toBe(documentJson(again));
  },
  patience,
);

it('a store without an index reads each file once', async () => {
  const { path } = await storeSnapshot(at('first'), snapshotOf(dayAfter(0)));
  mkdirSync(at('store', ACCOUNT), { recursive: true });
  copyFileSync(path, join(at('store', ACCOUNT), path.slice(at('first', ACCOUNT).length + 1)));
  const opened: string[] = [];
  const describe = async () => describeSnapshots((await listSnapshots(at('store'))).files, { onRead: (file) => opened.push(file.name) });
  expect((await describe())[0]?.summary?.counts.users).toBe(12);
  await describe();
  expect(opened).toHaveLength(1);
});
