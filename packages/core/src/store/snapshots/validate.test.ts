import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../json/digest.ts';
import { documentJson } from '../../json/lines.ts';
import { snapshotName } from './name.ts';
import { ACCOUNT, snapshotOf, useStore } from './snapshots.test-helper.ts';
import { validateStore } from './validate.ts';

const { at, store, put, putTimes } = useStore();
const time = '2026-10-01T09:30:00Z';
const snapshot = snapshotOf(time, { users: 3 });
const codes = async () => (await validateStore(store())).findings.map(({ level, code, path }) => `${level} ${code} ${basename(path)}`);

/** A file of any content under the name that a store would give it. */
function plant(value: object & { collectedAt: string | null }): string {
  const path = join(store(), ACCOUNT, snapshotName(value.collectedAt, digestOf(value)));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, documentJson(value));
  return basename(path);
}

describe('validating', () => {
  it('finds nothing in a store that was only written to', async () => {
    await putTimes(null, time, '2026-10-02T09:30:00Z');
    await put(snapshot, { gzip: true });
    await put(snapshotOf(time, { account: '999988887777' }));
    expect(await validateStore(store())).toEqual({ checked: 5, accounts: [ACCOUNT, '999988887777'], findings: [] });
    expect(await validateStore(store(), '999988887777')).toMatchObject({ checked: 1 });
  });

  it('tells each damaged file and goes on', async () => {
    const [first = '', second = ''] = await putTimes(time, '2026-10-02T09:30:00Z', '2026-10-03T09:30:00Z');
    writeFileSync(first, readFileSync(first, 'utf8').replace('u0', 'x0'));
    writeFileSync(second, readFileSync(second).subarray(0, 500));
    const { checked, findings } = await validateStore(store());
    expect(checked).toBe(3);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['snapshot-damaged', first],
      ['snapshot-damaged', second],
      ['index-stale', join(dirname(first), 'index.json')],
    ]);
    expect(findings[0]?.message).toContain('Put the file back from a copy');
  });

  it('tells what fits its name and is no snapshot', async () => {
    const { users: _, ...without } = snapshot;
    const name = plant(without);
    rmSync(join(store(), ACCOUNT, 'index.json'), { force: true });
    expect(await codes()).toEqual([`problem input-invalid ${name}`, 'note index-absent index.json']);
    expect((await validateStore(store())).findings[0]?.problems).toMatchObject([{ path: '/users', message: 'is missing' }]);
  });

  it('tells a snapshot whose lists do not stand in order', async () => {
    const name = plant({ ...snapshot, users: [...snapshot.users].reverse() } as { collectedAt: string });
    expect(await codes()).toEqual([`problem order ${name}`, 'note index-absent index.json']);
  });

  it('tells another layout, and a newer format', async () => {
    const { path } = await put(snapshot);
    writeFileSync(path, JSON.stringify(snapshot));
    const newer = plant({ ...snapshotOf(null), formatVersion: 99 } as { collectedAt: null });
    expect(await codes()).toEqual([`note form ${basename(path)}`, 'note index-stale index.json', `problem format-newer ${newer}`]);
  });

  it('tells links, foreign files and what was left', async () => {
    const { path } = await put(snapshot);
    renameSync(path, at('elsewhere.json'));
    symlinkSync(at('elsewhere.json'), path);
    writeFileSync(join(dirname(path), 'notes.txt'), '');
    writeFileSync(join(dirname(path), '.x.snapshot.json.0123456789ab.part'), '');
    expect(await codes()).toEqual([
      'note unfinished .x.snapshot.json.0123456789ab.part',
      `problem link ${basename(path)}`,
      'note index-stale index.json',
      'note foreign notes.txt',
    ]);
  });

  it('tells an index that lies', async () => {
    const { path } = await put(snapshot);
    const index = join(dirname(path), 'index.json');
    writeFileSync(index, readFileSync(index, 'utf8').replace('"users":3', '"users":4'));
    expect(await codes()).toEqual([`problem index-wrong ${basename(path)}`]);
  });

  it('tells a store or an account that is not there', async () => {
    await expect(validateStore(store())).rejects.toThrow(expect.objectContaining({ code: 'input-not-found' }));
    await put(snapshot);
    await expect(validateStore(store(), '999988887777')).rejects.toThrow(expect.objectContaining({ code: 'snapshot-not-found' }));
  });
});
