import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSnapshots } from './catalogue.ts';
import { accountsAsked, listSnapshots } from './list.ts';
import { ACCOUNT, snapshotOf, useStore } from './snapshots.test-helper.ts';

const { at, store, put, putTimes } = useStore();
const inAccount = (...path: string[]) => join(store(), ACCOUNT, ...path);
const described = async () => describeSnapshots((await listSnapshots(store())).files);

describe('listing', () => {
  it('stands by account and time, whatever the order of writing', async () => {
    await put(snapshotOf('2026-01-01T00:00:00Z', { account: '999988887777' }));
    await putTimes(null, '2026-10-02T00:00:00Z', '2025-10-01T00:00:00Z');
    const { accounts, files, others } = await listSnapshots(store());
    expect({ accounts, others }).toEqual({ accounts: [ACCOUNT, '999988887777'], others: [] });
    expect(files.map(({ collectedAt }) => collectedAt)).toEqual(['2025-10-01T00:00:00Z', '2026-10-02T00:00:00Z', null, '2026-01-01T00:00:00Z']);
    expect((await listSnapshots(store(), '999988887777')).files).toHaveLength(1);
    expect((await listSnapshots(store(), '000000000000')).files).toEqual([]);
  });

  it('tells what is not ours, and follows and opens nothing', async () => {
    const [path = ''] = await putTimes('2026-10-02T00:00:00Z');
    mkdirSync(at('elsewhere/deep'), { recursive: true });
    copyFileSync(path, at('elsewhere/20261002T000000Z-00000000.snapshot.json'));
    symlinkSync(at('elsewhere'), join(store(), '222233334444'));
    symlinkSync(at('elsewhere'), join(store(), 'linked'));
    writeFileSync(join(store(), '333344445555'), '');
    writeFileSync(join(store(), 'README.md'), '');
    writeFileSync(join(store(), '.gitignore'), '');
    symlinkSync(path, inAccount('20261003T000000Z-00000000.snapshot.json'));
    mkdirSync(inAccount('20261004T000000Z-00000000.snapshot.json'));
    writeFileSync(inAccount('notes.txt'), '');
    writeFileSync(inAccount('..\u001b[2J'), '');
    writeFileSync(inAccount('.20261003T000000Z-00000000.snapshot.json.0123456789ab.part'), '');
    const { accounts, files, others } = await listSnapshots(store());
    expect(accounts).toEqual([ACCOUNT]);
    expect(files.map((file) => file.path)).toEqual([path]);
    expect(others.map((other) => [other.path.slice(store().length + 1), other.kind])).toEqual([
      ['222233334444', 'link'],
      ['333344445555', 'unreadable'],
      ['README.md', 'foreign'],
      ['linked', 'link'],
      [join(ACCOUNT, '.20261003T000000Z-00000000.snapshot.json.0123456789ab.part'), 'unfinished'],
      [join(ACCOUNT, '20261003T000000Z-00000000.snapshot.json'), 'link'],
      [join(ACCOUNT, '20261004T000000Z-00000000.snapshot.json'), 'unreadable'],
      [join(ACCOUNT, 'notes.txt'), 'foreign'],
    ]);
  });

  it('takes a store by a link that a person named', async () => {
    await putTimes('2026-10-02T00:00:00Z');
    symlinkSync(store(), at('link'));
    expect((await listSnapshots(at('link'))).files).toHaveLength(1);
  });

  it('tells a store that is none', async () => {
    await expect(listSnapshots(at('nowhere'))).rejects.toThrow(
      expect.objectContaining({ code: 'input-not-found', hint: expect.stringContaining('--store') as string }),
    );
    writeFileSync(at('file'), '');
    await expect(listSnapshots(at('file'))).rejects.toThrow(expect.objectContaining({ code: 'input-unreadable' }));
    await expect(listSnapshots(store(), '..')).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/usage|input-not-found/) as string }),
    );
  });

  it.skipIf(process.getuid?.() === 0)('tells a folder that may not be read, with the reason of the system', async () => {
    await putTimes('2026-10-02T00:00:00Z');
    chmodSync(inAccount(), 0o000);
    const { files, others } = await listSnapshots(store());
    chmodSync(inAccount(), 0o700);
    expect(files).toEqual([]);
    expect(others).toEqual([{ path: inAccount(), kind: 'unreadable', reason: 'it could not be read (EACCES)' }]);
  });

  it('takes a snapshot in both forms for one', async () => {
    const { path } = await put(snapshotOf('2026-10-02T00:00:00Z'), { gzip: true });
    renameSync(path, at('kept.gz'));
    const plain = await put(snapshotOf('2026-10-02T00:00:00Z'));
    renameSync(at('kept.gz'), path);
    expect((await listSnapshots(store())).files).toMatchObject([{ path: plain.path, twin: path, gzip: false }]);
  });
});

describe('accounts', () => {
  it('are those named, else the only one', async () => {
    await putTimes('2026-10-02T00:00:00Z');
    expect(accountsAsked(await listSnapshots(store()))).toEqual([ACCOUNT]);
    await put(snapshotOf('2026-01-01T00:00:00Z', { account: '999988887777' }));
    const listing = await listSnapshots(store());
    expect(() => accountsAsked(listing)).toThrow(
      expect.objectContaining({ code: 'snapshot-ambiguous', message: expect.stringContaining('111122223333, 999988887777') as string }),
    );
    expect(accountsAsked(listing, ['999988887777'])).toEqual(['999988887777']);
    expect(accountsAsked(listing, [ACCOUNT, '000000000000', ACCOUNT])).toEqual([ACCOUNT]);
    expect(() => accountsAsked(listing, ['000000000000'])).toThrow(expect.objectContaining({ code: 'snapshot-not-found' }));
    expect(() => accountsAsked(listing, ['x'])).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('the index', () => {
  const index = () => JSON.parse(readFileSync(inAccount('index.json'), 'utf8')) as { snapshots: { name: string; counts: { users: number } }[] };

  it('says what is in a snapshot, and is the same whatever the order of writing', async () => {
    await put(snapshotOf('2026-10-02T00:00:00Z', { users: 2 }));
    await put(snapshotOf('2026-10-01T00:00:00Z', { users: 5 }));
    const bytes = readFileSync(inAccount('index.json'), 'utf8');
    expect((await described()).map(({ summary }) => summary?.counts.users)).toEqual([5, 2]);
    rmSync(store(), { recursive: true });
    await put(snapshotOf('2026-10-01T00:00:00Z', { users: 5 }));
    await put(snapshotOf('2026-10-02T00:00:00Z', { users: 2 }));
    expect(readFileSync(inAccount('index.json'), 'utf8')).toBe(bytes);
  });

  it.each<[string, () => void]>([
    ['absent', () => rmSync(inAccount('index.json'))],
    ['broken', () => writeFileSync(inAccount('index.json'), '{"format":')],
    ['merged badly', () => writeFileSync(inAccount('index.json'), `<<<<<<< ours\n${readFileSync(inAccount('index.json'), 'utf8')}`)],
    ['of another version', () => writeFileSync(inAccount('index.json'), JSON.stringify({ ...index(), formatVersion: 2 }))],
    ['with members of others', () => writeFileSync(inAccount('index.json'), JSON.stringify({ ...index(), more: 1 }))],
    ['empty', () => writeFileSync(inAccount('index.json'), JSON.stringify({ ...index(), snapshots: [] }))],
    ['without one of the files', () => writeFileSync(inAccount('index.json'), JSON.stringify({ ...index(), snapshots: index().snapshots.slice(1) }))],
    [
      'with a file that is gone',
      () =>
        writeFileSync(
          inAccount('index.json'),
          JSON.stringify({ ...index(), snapshots: [...index().snapshots, { ...index().snapshots[0], name: 'gone' }] }),
        ),
    ],
  ])('is made anew when it is %s', async (_, damage) => {
    await put(snapshotOf('2026-10-01T00:00:00Z', { users: 5 }));
    await put(snapshotOf('2026-10-02T00:00:00Z', { users: 2 }));
    const bytes = readFileSync(inAccount('index.json'), 'utf8');
    damage();
    expect((await described()).map(({ summary }) => summary?.counts.users)).toEqual([5, 2]);
    expect(readFileSync(inAccount('index.json'), 'utf8')).toBe(bytes);
  });

  it('is never followed out of the store, nor does its place matter', async () => {
    await put(snapshotOf('2026-10-01T00:00:00Z', { users: 5 }));
    rmSync(inAccount('index.json'));
    writeFileSync(at('mine'), 'mine');
    symlinkSync(at('mine'), inAccount('index.json'));
    expect((await described()).map(({ summary }) => summary?.counts.users)).toEqual([5]);
    expect(readFileSync(at('mine'), 'utf8')).toBe('mine');
    rmSync(inAccount('index.json'));
    mkdirSync(inAccount('index.json'));
    expect((await described()).map(({ summary }) => summary?.counts.users)).toEqual([5]);
    expect(readdirSync(inAccount()).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is believed of a file of that name and size alone, and the file is not read again', async () => {
    const { path } = await put(snapshotOf('2026-10-01T00:00:00Z', { users: 5 }));
    const read: string[] = [];
    const files = (await listSnapshots(store())).files;
    await describeSnapshots(files, { onRead: (file) => read.push(file.path) });
    expect(read).toEqual([]);
    writeFileSync(path, readFileSync(path, 'utf8').slice(1));
    const [changed] = await described();
    expect(changed?.summary).toBeUndefined();
    expect(changed?.problem?.code).toBe('snapshot-damaged');
    expect(dirname(path)).toBe(inAccount());
  });
});
