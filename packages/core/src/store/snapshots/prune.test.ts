import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSnapshots, type StoredFile, type StoreListing } from './list.ts';
import { planPrune, pruneSnapshots, type PruneRules } from './prune.ts';
import { ACCOUNT, snapshotOf, useStore } from './snapshots.test-helper.ts';

const { store, put, putTimes } = useStore();
const now = '2026-11-26T08:00:00Z';
const times = ['2024-01-01T00:00:00Z', '2025-11-25T23:59:59Z', '2025-11-26T00:00:00Z', '2026-10-01T00:00:00Z', '2026-11-26T07:00:00Z'];
const plan = async (rules: Omit<PruneRules, 'now'>) => planPrune(await listSnapshots(store()), { ...rules, now });
const removed = async (rules: Omit<PruneRules, 'now'>) => (await plan(rules)).remove.map((file) => file.collectedAt);

describe('what is pruned', () => {
  it.each<[rules: Omit<PruneRules, 'now'>, gone: number[]]>([
    [{ keep: 2 }, [0, 1, 2]],
    [{ keep: 1 }, [0, 1, 2, 3]],
    [{ keep: 12 }, []],
    [{ olderThan: '1 year' }, [0, 1]],
    [{ olderThan: '0 days' }, [0, 1, 2, 3]],
    [{ olderThan: '1 year', keep: 4 }, [0]],
    [{ olderThan: '1 month', keep: 2 }, [0, 1, 2]],
  ])('%j', async (rules, gone) => {
    await putTimes(...times);
    expect(await removed(rules)).toEqual(gone.map((index) => times[index]));
  });

  it('of each account by itself; never the latest of one, nor what has no age', async () => {
    await putTimes(times[0] ?? null, times[1] ?? null, null);
    await put(snapshotOf(times[0] ?? null, { account: '999988887777' }));
    await put(snapshotOf(times[1] ?? null, { users: 2 }));
    const { remove, stay } = await plan({ keep: 1, olderThan: '0 days' });
    expect(remove.map((file) => [file.account, file.collectedAt])).toEqual([[ACCOUNT, times[0]]]);
    expect(stay.map(({ why }) => why)).toEqual(['latest', 'latest', 'unknownTime', 'latest']);
  });

  it.each<[Omit<PruneRules, 'now'>]>([[{}], [{ keep: 0 }], [{ keep: 1.5 }], [{ keep: NaN }], [{ olderThan: 'long' }]])(
    'is refused by %j',
    async (rules) => {
      await putTimes(...times);
      await expect(plan(rules)).rejects.toThrow(expect.objectContaining({ code: 'usage' }));
    },
  );

  it('is never the latest and never more than the rules say, whatever lies there', async () => {
    const time = fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 1000 }).map((day) => new Date(Date.UTC(2024, 0, day)).toISOString().replace('.000', '')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(time, { maxLength: 12 }),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
        async (all, keep, months) => {
          fc.pre(keep !== undefined || months !== undefined);
          const files = [...all]
            .sort((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : 1))
            .map((collectedAt, index): StoredFile => ({
              account: ACCOUNT,
              collectedAt,
              digest: String(index),
              stem: String(index),
              gzip: false,
              name: String(index),
              path: String(index),
              bytes: 0,
            }));
          const listing: StoreListing = { store: 's', accounts: [ACCOUNT], files, others: [] };
          const { remove, stay } = await planPrune(listing, {
            now,
            ...(keep === undefined ? {} : { keep }),
            ...(months === undefined ? {} : { olderThan: `${months} months` }),
          });
          expect(remove.length + stay.length).toBe(files.length);
          const known = all.filter((one) => one !== null).sort();
          expect(remove.some((file) => file.collectedAt === null || file.collectedAt === known.at(-1))).toBe(false);
          expect(known.length - remove.length).toBeGreaterThanOrEqual(Math.min(known.length, keep ?? 1));
        },
      ),
    );
  });
});

describe('pruning', () => {
  it('removes what the plan names, both forms, and tells the index', async () => {
    const paths = await putTimes(...times);
    writeFileSync(`${paths[0] ?? ''}.gz`, '');
    const gone = await pruneSnapshots(await plan({ keep: 2 }));
    expect(gone).toEqual([paths[0], `${paths[0]}.gz`, paths[1], paths[2]]);
    expect([...gone, ...paths].filter((path) => existsSync(path))).toEqual(paths.slice(3));
    const index = JSON.parse(readFileSync(join(store(), ACCOUNT, 'index.json'), 'utf8')) as { snapshots: unknown[] };
    expect(index.snapshots).toHaveLength(2);
  });

  it('removes what a stopped run left a day ago, and nothing that is being written', async () => {
    const [path = ''] = await putTimes(...times);
    const left = (name: string, time: string) => {
      const beside = join(path, '..', `.${name}.snapshot.json.0123456789ab.part`);
      writeFileSync(beside, '');
      utimesSync(beside, new Date(time), new Date(time));
      return beside;
    };
    const [old, fresh] = [left('old', '2026-11-24T00:00:00Z'), left('fresh', '2026-11-26T07:59:00Z')];
    expect(await pruneSnapshots(await plan({ keep: 12 }))).toEqual([old]);
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
