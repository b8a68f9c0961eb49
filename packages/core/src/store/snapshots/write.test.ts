import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../json/digest.ts';
import { documentJson } from '../../json/lines.ts';
import type { Snapshot } from '../../snapshot/index.ts';
import { readSnapshotFile } from '../read.ts';
import { listSnapshots } from './list.ts';
import { ACCOUNT, snapshotOf, useStore } from './snapshots.test-helper.ts';

const { at, store, put } = useStore();
const time = '2026-10-01T09:30:00Z';
const snapshot = snapshotOf(time, { users: 3 });
const digest = digestOf(snapshot);

describe('storing', () => {
  it('names the file by account, time and digest, one entity a line', async () => {
    const stored = await put(snapshot);
    expect(stored).toEqual({
      status: 'written',
      account: ACCOUNT,
      digest,
      path: join(store(), ACCOUNT, `20261001T093000Z-${digest.slice(0, 8)}.snapshot.json`),
    });
    const text = readFileSync(stored.path, 'utf8');
    expect(text).toBe(documentJson(snapshot));
    expect(text.split('\n').filter((line) => line.includes('"userName"'))).toHaveLength(3);
    expect(await readSnapshotFile(stored.path)).toEqual(snapshot);
  });

  it('packs with the same bytes each time, and no time in them', async () => {
    const first = await put(snapshot, { gzip: true });
    const bytes = readFileSync(first.path);
    expect(basename(first.path)).toMatch(/Z-[0-9a-f]{8}\.snapshot\.json\.gz$/);
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    expect(gunzipSync(bytes).toString()).toBe(documentJson(snapshot));
    rmSync(first.path);
    await put(snapshot, { gzip: true });
    expect(readFileSync(first.path).equals(bytes)).toBe(true);
    expect(await readSnapshotFile(first.path)).toEqual(snapshot);
  });

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])('does nothing for equal content and says so: packed %s, then %s', async (first, second) => {
    const { path } = await put(snapshot, { gzip: first });
    const before = lstatSync(path);
    expect(await put(structuredClone(snapshot), { gzip: second })).toMatchObject({ status: 'present', path, digest });
    expect(lstatSync(path).mtimeMs).toBe(before.mtimeMs);
    expect((await listSnapshots(store())).files).toHaveLength(1);
  });

  it('keeps what differs in anything apart, the time alone as well', async () => {
    const others: Snapshot[] = [snapshot, snapshotOf(time), snapshotOf('2026-10-02T09:30:00Z', { users: 3 }), snapshotOf(null, { users: 3 })];
    for (const one of others) expect((await put(one)).status).toBe('written');
    expect((await put(snapshotOf(time, { account: '999988887777' }))).path).toContain(join('999988887777', '20261001'));
    expect((await listSnapshots(store())).files.map((file) => file.collectedAt)).toEqual([time, time, '2026-10-02T09:30:00Z', null, time]);
  });

  it('takes more digits where 8 do not tell two snapshots apart', async () => {
    const [one, other] = alike();
    const [first, second] = [await put(one), await put(other)];
    expect(basename(first.path)).toBe(`unknown-${digestOf(one).slice(0, 8)}.snapshot.json`);
    expect(basename(second.path)).toBe(`unknown-${digestOf(other).slice(0, 16)}.snapshot.json`);
    expect((await put(other)).status).toBe('present');
    expect(await readSnapshotFile(first.path)).toEqual(one);
    expect(await readSnapshotFile(second.path)).toEqual(other);
  });

  it.each([
    ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -50))],
    ['changed', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('u1', 'x1'))],
    ['emptied', (path: string) => writeFileSync(path, '')],
    ['overwritten with other bytes', (path: string) => writeFileSync(path, Buffer.from([0, 255, 0]))],
  ])('puts back what was %s', async (_, damage) => {
    const { path } = await put(snapshot);
    damage(path);
    expect((await put(snapshot)).status).toBe('restored');
    expect(await readSnapshotFile(path)).toEqual(snapshot);
  });

  it('leaves nothing beside', async () => {
    await put(snapshot);
    await put(snapshot, { gzip: true });
    expect(readdirSync(join(store(), ACCOUNT)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('replaces no second name of a file by writing through it', async () => {
    const { path } = await put(snapshot);
    linkSync(path, at('other-name'));
    writeFileSync(path, 'damaged');
    await put(snapshot);
    expect(readFileSync(at('other-name'), 'utf8')).toBe('damaged');
  });
});

describe('a store that is not ours to write', () => {
  it('by a symbolic link for the account is left alone', async () => {
    mkdirSync(store());
    mkdirSync(at('elsewhere'));
    symlinkSync(at('elsewhere'), join(store(), ACCOUNT));
    await expect(put(snapshot)).rejects.toThrow(
      expect.objectContaining({ code: 'output-unwritable', message: expect.stringContaining('is a symbolic link') as string }),
    );
    expect(readdirSync(at('elsewhere'))).toEqual([]);
  });

  it('by a symbolic link for the file leaves its target alone', async () => {
    const { path } = await put(snapshot);
    rmSync(path);
    writeFileSync(at('target'), 'mine');
    symlinkSync(at('target'), path);
    await expect(put(snapshot)).rejects.toThrow(expect.objectContaining({ code: 'output-unwritable' }));
    expect(readFileSync(at('target'), 'utf8')).toBe('mine');
  });

  it('by a file in the place of a folder is refused', async () => {
    writeFileSync(store(), '');
    await expect(put(snapshot)).rejects.toThrow(expect.objectContaining({ code: 'output-unwritable' }));
  });

  it('by an account that leads elsewhere is refused', async () => {
    const hostile = { ...snapshot, account: { ...snapshot.account, id: '../../../tmp' } };
    await expect(put(hostile)).rejects.toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it.skipIf(process.getuid?.() === 0)('by permission is refused', async () => {
    mkdirSync(store());
    chmodSync(store(), 0o500);
    await expect(put(snapshot)).rejects.toThrow(expect.objectContaining({ code: 'output-unwritable' }));
  });
});

/** Two snapshots whose digests begin with the same 8 digits, found among many. A change of the contract asks for another search. */
function alike(): [Snapshot, Snapshot] {
  const base = snapshotOf(null);
  const named = (n: number): Snapshot => ({ ...base, accountAliases: [`a${n}`] });
  const begin = (snapshot: Snapshot) => digestOf(snapshot).slice(0, 8);
  const found = [named(19_443), named(43_966)] as const;
  if (begin(found[0]) === begin(found[1])) return [...found];
  const seen = new Map<string, Snapshot>();
  for (let n = 0; n < 1_000_000; n += 1) {
    const before = seen.get(begin(named(n)));
    if (before) return [before, named(n)];
    seen.set(begin(named(n)), named(n));
  }
  throw new Error('no two digests begin alike');
}
