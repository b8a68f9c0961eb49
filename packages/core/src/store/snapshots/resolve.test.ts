import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentJson } from '../../json/lines.ts';
import { readResolved, resolveSnapshot } from './resolve.ts';
import { ACCOUNT, snapshotOf, useStore } from './snapshots.test-helper.ts';
import { storeSnapshot } from './write.ts';

const { at, store, put, putTimes } = useStore();
const now = '2026-11-26T08:00:00Z';
const resolve = (words: string) => resolveSnapshot(store(), ACCOUNT, words, { now });
const refused = (code: string, message: string) => expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error;
const some = ['2026-08-31T23:59:59Z', '2026-10-01T09:00:00Z', '2026-10-01T17:00:00Z', '2026-10-27T01:00:00Z', '2026-11-20T06:00:00Z'];

describe('words choose', () => {
  it.each<[words: string, index: number, exact: boolean, why: string]>([
    ['latest', 4, true, 'the latest of 5'],
    ['previous', 3, true, 'the one before the latest, which was read 2026-11-20T06:00:00Z'],
    ['first', 0, true, 'the first of 5'],
    ['2026-10-01', 2, true, 'the last read on 2026-10-01'],
    ['2026-10-02', 2, false, 'none was read on 2026-10-02; this is the last before'],
    ['2026-10', 3, true, 'the last read in 2026-10'],
    ['2026-09', 0, false, 'none was read in 2026-09; this is the last before'],
    ['2026', 4, true, 'the last read in 2026'],
    ['2026-Q3', 0, true, 'the last read in 2026-Q3'],
    ['2026-10-01T09:00:00Z', 1, true, 'the last read at 2026-10-01T09:00:00Z'],
    ['2026-10-01T16:59:59Z', 1, false, 'none was read at 2026-10-01T16:59:59Z; this is the last before'],
    ['2026-10-01T09:00Z', 1, true, 'the last read at 2026-10-01T09:00Z'],
    ['30 days ago', 3, true, 'the last read on 2026-10-27'],
    ['yesterday', 4, false, 'none was read on 2026-11-25; this is the last before'],
    ['last month', 3, true, 'the last read from 2026-10-01 to 2026-10-31'],
    ['last week', 4, true, 'the last read from 2026-11-16 to 2026-11-22'],
    ['2099-01-01', 4, false, 'none was read on 2099-01-01; this is the last before'],
  ])('%s', async (words, index, exact, why) => {
    const paths = await putTimes(...some);
    expect(await resolve(words)).toEqual({ account: ACCOUNT, path: paths[index], collectedAt: some[index], exact, why });
  });

  it('by the digest or the file, and what it is of is checked', async () => {
    const paths = await putTimes(...some);
    const name = basename(paths[1] ?? '');
    const stem = name.replace('.snapshot.json', '');
    for (const words of [stem.slice(-8), stem.slice(-8).slice(0, 6), stem, name, paths[1] ?? '']) expect((await resolve(words)).path).toBe(paths[1]);
    const stored = await put(snapshotOf(some[0] ?? null));
    expect((await resolve(stored.digest)).path).toBe(stored.path);
    await expect(resolve(`${stored.digest.slice(0, 63)}${stored.digest.endsWith('0') ? '1' : '0'}`)).rejects.toThrow(
      refused('snapshot-not-found', 'no snapshot here has a digest'),
    );
  });

  it('a file from elsewhere, of the same account alone', async () => {
    const outside = at('mine.json');
    writeFileSync(outside, documentJson(snapshotOf(null)));
    await putTimes(...some);
    const found = await resolve(outside);
    expect(found).toEqual({ account: ACCOUNT, path: outside, exact: true, why: 'the file named', outside: true });
    expect((await readResolved(found)).account.id).toBe(ACCOUNT);
    writeFileSync(outside, documentJson(snapshotOf(null, { account: '999988887777' })));
    await expect(readResolved(found)).rejects.toThrow(refused('snapshot-not-found', 'is of account 999988887777, not 111122223333'));
    await expect(resolve(at('nothing.json'))).rejects.toThrow(refused('input-not-found', 'does not exist'));
    await expect(resolve('20261001T093000Z-ab12cd34')).rejects.toThrow(refused('snapshot-not-found', 'has no snapshot 20261001T093000Z-ab12cd34'));
  });
});

describe('what cannot be chosen is told', () => {
  it('before the first, with the nearest', async () => {
    const [first] = await putTimes(...some);
    await expect(resolve('2026-08-30')).rejects.toThrow(
      expect.objectContaining({
        code: 'snapshot-not-found',
        message: expect.stringContaining('The nearest is the first, read 2026-08-31T23:59:59Z') as string,
        problems: [{ file: first, message: 'read 2026-08-31T23:59:59Z' }],
      }),
    );
  });

  it('previous of one', async () => {
    await putTimes(some[0] ?? null);
    await expect(resolve('previous')).rejects.toThrow(refused('snapshot-not-found', 'there is none before the latest'));
  });

  it('an account that is not there, with those that are', async () => {
    await putTimes(...some);
    await expect(resolveSnapshot(store(), '999988887777', 'latest', { now })).rejects.toThrow(
      expect.objectContaining({ code: 'snapshot-not-found', hint: 'It holds 111122223333.' }),
    );
    await expect(resolveSnapshot(store(), '../elsewhere', 'latest', { now })).rejects.toThrow(refused('usage', 'an id has 12 digits'));
    await expect(resolveSnapshot(at('nowhere'), ACCOUNT, 'latest', { now })).rejects.toThrow(
      refused('input-not-found', 'there is no store of snapshots'),
    );
  });

  it('digits that several digests begin with', async () => {
    await putTimes(...Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)).toISOString().replace('.000', '')));
    const folder = join(store(), ACCOUNT);
    mkdirSync(join(store(), '999988887777'));
    const one = await resolve('latest');
    copyFileSync(one.path, join(folder, '20250101T000000Z-ab12cd34.snapshot.json'));
    copyFileSync(one.path, join(folder, '20250102T000000Z-ab12ffff.snapshot.json'));
    await expect(resolve('ab12')).rejects.toThrow(refused('snapshot-ambiguous', '2 digests begin with ab12'));
    expect((await resolve('ab12c')).collectedAt).toBe('2025-01-01T00:00:00Z');
  });

  it('digits that are a date and begin a digest', async () => {
    const [path = ''] = await putTimes(some[0] ?? null);
    copyFileSync(path, join(store(), ACCOUNT, '20250101T000000Z-20261001.snapshot.json'));
    await expect(resolve('20261001')).rejects.toThrow(refused('snapshot-ambiguous', 'is a date, and the digest of a snapshot begins with it'));
    expect((await resolve('2026-10-01')).path).toBe(path);
  });
});

describe('a snapshot of unknown time', () => {
  it('is never chosen by time, and what passes it over says so', async () => {
    const [, known] = await putTimes(null, '2026-10-01T09:00:00Z');
    for (const words of ['latest', 'first', 'today', '2026-10'])
      expect(await resolve(words)).toMatchObject({ path: known, why: expect.stringContaining('1 of unknown time passed over') as string });
  });

  it('is named by its digest, and alone it is no latest', async () => {
    const [path = ''] = await putTimes(null);
    await expect(resolve('latest')).rejects.toThrow(
      expect.objectContaining({ code: 'snapshot-not-found', problems: [{ file: path, message: 'read at an unknown time' }] }),
    );
    expect(await resolve(basename(path).slice(8, 16))).toMatchObject({ path, collectedAt: null });
  });
});

describe('snapshots of one time', () => {
  const time = '2026-10-01T09:00:00Z';
  const more = snapshotOf(time, { users: 2 });
  const fuller = { ...more, parts: { ...more.parts, roles: { status: 'complete' as const, count: 0, sources: [] } } };
  const newer = { ...fuller, generator: { name: 'iam-dossier', version: '0.10.0' } };
  const older = { ...fuller, generator: { name: 'iam-dossier', version: '0.9.0' } };

  it.each([[[more, fuller, newer, older]], [[newer, older, more, fuller]], [[older, fuller, newer, more]]])(
    'the one with the most complete parts, of the newest version, in whatever order they came',
    async (order) => {
      for (const one of order) await put(one);
      const found = await resolve('latest');
      expect((await readResolved(found)).generator.version).toBe('0.10.0');
      expect(found.why).toBe('the latest of 1; 3 more of the same time hold no more');
      await expect(resolve('previous')).rejects.toThrow(refused('snapshot-not-found', 'none before'));
      await storeSnapshot(store(), snapshotOf('2026-09-01T00:00:00Z'));
      expect((await resolve('previous')).collectedAt).toBe('2026-09-01T00:00:00Z');
    },
  );

  it('one that cannot be read is not chosen', async () => {
    const { path } = await put(newer);
    const { path: whole } = await put(more);
    writeFileSync(path, 'damaged');
    expect((await resolve('latest')).path).toBe(whole);
    writeFileSync(whole, 'damaged');
    await expect(resolve('latest')).rejects.toThrow(refused('snapshot-damaged', 'none of the snapshots of that time can be read'));
  });
});
