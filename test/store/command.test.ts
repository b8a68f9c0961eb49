import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentJson } from '@iam-dossier/core/json';
import { readSnapshotFile, storeSnapshot } from '@iam-dossier/core/store';
import { describe, expect, it } from 'vitest';
import { asFound, mended, run, runWith, type Ran } from '../cli/running.test-helper.ts';
import { ACCOUNT, dayAfter, OTHER, snapshotOf, useFolder } from './snapshots.test-helper.ts';

const at = useFolder();
const store = () => at('snapshots');
const inStore = (...args: string[]) => run(...args, '--store', store());
const json = ({ out }: Ran) => JSON.parse(out) as Record<string, never>;
const files = () => readdirSync(join(store(), ACCOUNT)).filter((name) => name !== 'index.json');
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** The two examples are one account on two days: 2026-10-05 and 2026-10-26. */
async function bothDays(): Promise<void> {
  await inStore('import', join(mended, 'aws'));
  await inStore('import', join(asFound, 'aws'));
}

describe('import --store', () => {
  it('stores, says where, and does nothing for the same content', async () => {
    const first = await inStore('import', join(asFound, 'aws'));
    expect(first.code).toBe(0);
    expect(first.err).toContain(`Stored: ${join(store(), ACCOUNT, '20261005T142000Z-')}`);
    const again = await inStore('import', join(asFound, 'aws'), '--json');
    expect(json(again)).toMatchObject({ written: [], stored: { status: 'present', account: ACCOUNT } });
    expect(files()).toHaveLength(1);
  });

  it('beside -o, and packed', async () => {
    const { err } = await inStore('import', join(asFound, 'aws'), '-o', at('snapshot.json'), '--gzip');
    expect(err).toContain('Written: ');
    expect(files()).toEqual([expect.stringMatching(/\.snapshot\.json\.gz$/)]);
    expect(await readSnapshotFile(join(store(), ACCOUNT, files()[0] ?? ''))).toEqual(await readSnapshotFile(at('snapshot.json')));
    expect((await run('import', join(asFound, 'aws'), '--gzip')).err).toContain('it goes with --store');
  });
});

describe('snapshots', () => {
  it('list is what a newcomer sees first', async () => {
    expect(await inStore('snapshots')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no store of snapshots') as string });
    await bothDays();
    const { code, out, err } = await inStore('snapshots');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [head, first, second] = out.split('\n');
    expect(head).toBe(`Account ${ACCOUNT}  2 snapshots`);
    expect(first).toMatch(/^ {2}2026-10-05T14:20:00Z {2}[0-9a-f]{8} {2}\d+ kB {2}2 users, 0 groups, 3 roles, 8 policies; parts: 1 partial$/);
    expect(second).toContain('2026-10-26T09:05:00Z');
    expect(json(await inStore('snapshots', 'list', '--json'))['accounts']).toMatchObject([
      { account: ACCOUNT, snapshots: [{ collectedAt: '2026-10-05T14:20:00Z', counts: { users: 2 } }, { collectedAt: '2026-10-26T09:05:00Z' }] },
    ]);
  });

  it('show prints what import prints, of any words, with why', async () => {
    await bothDays();
    const imported = (await run('import', join(asFound, 'aws'))).err.split('\n\nNothing was written')[0] ?? '';
    const { code, out } = await inStore('snapshots', 'show', 'previous');
    expect(code).toBe(0);
    expect(out).toContain(imported);
    expect(out).toContain('the one before the latest, which was read 2026-10-26T09:05:00Z');
    for (const words of [['2026-10-20'], ['42', 'days', 'ago'], ['6 weeks ago']])
      expect((await inStore('snapshots', 'show', ...words)).out).toContain(
        '2026-10-05T14:20:00Z: none was read on 2026-10-20; this is the last before',
      );
    expect(json(await inStore('snapshots', 'show', '--json'))).toMatchObject({
      chosen: [{ collectedAt: '2026-10-26T09:05:00Z', exact: true }],
      counts: { roles: 11 },
    });
  });

  it('add takes snapshots that lie elsewhere', async () => {
    writeFileSync(at('old.json'), documentJson(snapshotOf(dayAfter(0))));
    writeFileSync(at('new.json'), documentJson(snapshotOf(dayAfter(1))));
    const { code, out } = await inStore('snapshots', 'add', at('old.json'), at('new.json'), '--gzip');
    expect({ code, lines: out.trim().split('\n').length }).toEqual({ code: 0, lines: 2 });
    expect(files()).toEqual([expect.stringMatching(/^20240101.*gz$/), expect.stringMatching(/^20240102.*gz$/)]);
    expect((await inStore('snapshots', 'add', at('old.json'))).out).toContain('the same content lies there already');
  });

  it('prune says what it would remove, and removes with --yes alone', async () => {
    for (const day of [0, 1, 2]) await storeSnapshot(store(), snapshotOf(dayAfter(day)));
    await storeSnapshot(store(), snapshotOf(dayAfter(0), OTHER));
    const rules = ['--keep', '1', '--older-than', '1 year'];
    const dry = await inStore('snapshots', 'prune', ...rules);
    expect(dry.code).toBe(0);
    for (const part of [
      'Would remove 2 snapshots',
      dayAfter(0),
      dayAfter(1),
      'old: read before 2025-12-01',
      'Stay: 2 the latest of an account',
      'Nothing was removed: add --yes',
    ])
      expect(dry.out).toContain(part);
    expect(files()).toHaveLength(3);
    expect(json(await inStore('snapshots', 'prune', ...rules, '--yes', '--json'))).toMatchObject({
      removed: [expect.stringContaining('20240101'), expect.stringContaining('20240102')],
    });
    expect(files()).toEqual([expect.stringContaining('20240103')]);
    expect((await inStore('snapshots', 'prune', ...rules, '--yes')).out).toContain('Removed nothing');
    expect((await inStore('snapshots', 'validate')).code).toBe(0);
  });

  it('does what the examples of its help say', async () => {
    await bothDays();
    const { out } = await run('snapshots', '--help');
    const lines = [...(out.split('Examples')[1] ?? '').matchAll(/^ {2}iam-dossier (snapshots.*)$/gm)].map(([, line = '']) =>
      line.replace(/ --store \S+$/, '').split(' '),
    );
    expect(lines).toHaveLength(4);
    for (const line of lines) expect({ line, ...(await inStore(...line)) }).toMatchObject({ code: 0, err: '' });
  });

  it('validate exits 1 with what is wrong, 0 for what is only to be known, 2 for no store', async () => {
    await bothDays();
    expect(await inStore('snapshots', 'validate')).toEqual({ code: 0, out: '2 snapshots checked: all are what was stored\n', err: '' });
    writeFileSync(join(store(), ACCOUNT, 'notes.txt'), '');
    expect(await inStore('snapshots', 'validate')).toMatchObject({ code: 0, out: expect.stringContaining('notes.txt') as string });
    const path = join(store(), ACCOUNT, files()[0] ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace('igs-terraform', 'igs-terraformer'));
    const { code, out } = await inStore('snapshots', 'validate');
    expect(code).toBe(1);
    expect(out).toContain('is not what was stored');
    expect(json(await inStore('snapshots', 'validate', '--account', ACCOUNT, '--json'))).toMatchObject({ exitCode: 1, problems: 1, checked: 2 });
    expect((await run('snapshots', 'validate', '--store', at('nowhere'))).code).toBe(2);
    expect(flat((await inStore('snapshots', 'show', 'first')).err)).toContain('Put the file back from a copy');
  });
});

describe('--at', () => {
  it('judges an account as it was, and says which snapshot that is', async () => {
    await bothDays();
    const engagement = ['-e', join(mended, 'engagement.yaml')];
    const [then, now] = [await inStore('evaluate', '--at', '2026-10-05', ...engagement), await inStore('evaluate', ...engagement)];
    expect([then.code, now.code]).toEqual([1, 0]);
    expect(then.out).toBe((await run('evaluate', join(asFound, 'aws'), ...engagement)).out);
    expect(now.out).toBe((await run('evaluate', join(mended, 'aws'), ...engagement)).out);
    expect(then.err).toContain(`Account ${ACCOUNT} as of 2026-10-05T14:20:00Z: the last read on 2026-10-05`);
    expect(json(await inStore('evaluate', '--at', '2026-10-25', ...engagement, '--json'))['chosen']).toMatchObject([
      { exact: false, collectedAt: '2026-10-05T14:20:00Z' },
    ]);
  });

  it('makes the documents of that day', async () => {
    await bothDays();
    const { code, err } = await inStore('report', '--at', 'first', '-e', join(asFound, 'engagement.yaml'), '-o', at('out'), '--format', 'md');
    expect(code).toBe(1);
    expect(err).toContain('the first of 2');
    const assessment = JSON.parse(readFileSync(at('out/internal/assessment.json'), 'utf8')) as { snapshots: unknown };
    expect(assessment.snapshots).toMatchObject([{ collectedAt: '2026-10-05T14:20:00Z' }]);
  });

  it('explains what could be done then', async () => {
    await bothDays();
    const question = ['--principal', 'igs-terraform', '--action', 'iam:CreateUser', '--none', 'all', '--absent', 'aws:MultiFactorAuthPresent'];
    const then = await inStore('explain', '--at', 'previous', ...question);
    await run('import', join(asFound, 'aws'), '-o', at('snapshot.json'));
    expect(then.out).toBe((await run('explain', at('snapshot.json'), ...question)).out);
    expect(then.code).toBe(0);
    expect(then.err).toContain('the one before the latest');
    expect((await inStore('explain', '--at', 'latest', ...question)).code).toBe(2);
  });

  it('takes the accounts of the engagement, or those named', async () => {
    await bothDays();
    await storeSnapshot(store(), snapshotOf(dayAfter(0), OTHER));
    expect(await inStore('evaluate')).toMatchObject({ code: 2, err: expect.stringContaining(`2 accounts: ${ACCOUNT}, ${OTHER}`) as string });
    const declared = json(await inStore('evaluate', '-e', join(asFound, 'engagement.yaml'), '--json'));
    expect(declared['accounts']).toMatchObject([{ account: ACCOUNT }]);
    const named = json(await inStore('evaluate', '--account', `${ACCOUNT}, ${OTHER}`, '--fail-on', 'none', '--json'));
    expect(named['accounts']).toMatchObject([{ account: ACCOUNT }, { account: OTHER }]);
    expect((await inStore('explain', '--account', OTHER, '--principal', 'root', '--action', 'iam:ListUsers', '--none', 'all')).code).toBe(0);
  });

  it('takes a stored file for an operand as well, packed or not, and holds it to its name', async () => {
    await inStore('import', join(asFound, 'aws'), '--gzip');
    const path = join(store(), ACCOUNT, files()[0] ?? '');
    expect((await run('evaluate', path)).out).toBe((await run('evaluate', join(asFound, 'aws'))).out);
    copyFileSync(path, at('20261006T142000Z-329f9567.snapshot.json.gz'));
    expect(flat((await run('evaluate', at('20261006T142000Z-329f9567.snapshot.json.gz'))).err)).toMatch(/has another name|is not what was stored/);
    expect((await run('evaluate', path, join(asFound, 'aws'))).err).toContain('several of the snapshots given are of account');
  });

  it('replaces nothing in the store', async () => {
    await bothDays();
    const path = join(store(), ACCOUNT, files()[0] ?? '');
    const before = readFileSync(path);
    expect((await inStore('evaluate', '-o', path, '--force')).err).toContain('it is never replaced');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('misuse', () => {
  it.each<[why: string, args: string[], said: string]>([
    ['a word that is none', ['snapshots', 'lst'], 'Did you mean list?'],
    ['a snapshot in its place', ['snapshots', '2026-10-05'], 'iam-dossier snapshots show 2026-10-05'],
    ['more than list takes', ['snapshots', 'list', 'x'], 'list takes no "x"'],
    ['rules without prune', ['snapshots', 'list', '--keep', '3'], '--keep goes with prune'],
    ['prune without rules', ['snapshots', 'prune'], 'prune needs --keep <number>, --older-than <time>, or both'],
    ['prune of everything', ['snapshots', 'prune', '--keep', '0'], 'the latest always stays'],
    ['a length that is none', ['snapshots', 'prune', '--older-than', 'long'], 'is no length of time'],
    ['--at with snapshots', ['snapshots', 'show', '--at', 'latest'], 'the words follow show'],
    ['add without files', ['snapshots', 'add'], 'add needs the files'],
    ['an account that is none', ['snapshots', '--account', '12'], 'an id of 12 digits'],
    ['an account that is not there', ['snapshots', '--account', OTHER], `It holds ${ACCOUNT}.`],
    ['words that say nothing', ['evaluate', '--at', '5.10.2026'], 'Did you mean 2026-10-05 or 2026-05-10?'],
    ['a day before the first', ['evaluate', '--at', '2026-01-01'], 'The nearest is the first, read 2026-10-05T14:20:00Z'],
    ['files beside a store', ['evaluate', 'export', '--at', 'latest'], 'give files or a store, not both'],
    ['--collected-at beside a store', ['evaluate', '--collected-at', '2026-10-05T14:20:00Z'], 'a stored snapshot says itself when it was read'],
    ['--at with import', ['import', 'export', '--at', 'latest'], 'import has no flag --at'],
  ])('%s', async (_, args, said) => {
    await inStore('import', join(asFound, 'aws'));
    const { code, out, err } = await inStore(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(flat(err)).toContain(said);
  });

  it('nothing to read, and a store in place of files', async () => {
    for (const command of ['evaluate', 'report', 'explain']) expect(flat((await run(command)).err)).toContain(`${command} needs <input>`);
    await bothDays();
    expect(flat((await run('evaluate', store())).err)).toContain('give the folder that holds the accounts with --store');
  });
});

describe.skipIf(process.platform === 'win32')('a store that somebody else filled', () => {
  it('moves no terminal and leads nowhere', async () => {
    await bothDays();
    mkdirSync(at('elsewhere'));
    copyFileSync(join(store(), ACCOUNT, files()[0] ?? ''), at('elsewhere', files()[0] ?? ''));
    symlinkSync(at('elsewhere'), join(store(), OTHER));
    writeFileSync(join(store(), ACCOUNT, 'a\u001b[2Jb\u202e.txt'), '');
    symlinkSync('/etc/passwd', join(store(), ACCOUNT, '20270101T000000Z-00000000.snapshot.json'));
    writeFileSync(join(store(), ACCOUNT, '20270102T000000Z-00000000.snapshot.json'), '{"\u001b[2J');
    for (const args of [
      ['snapshots'],
      ['snapshots', 'show'],
      ['snapshots', 'validate'],
      ['snapshots', 'prune', '--keep', '1'],
      ['evaluate'],
      ['snapshots', '--json'],
    ]) {
      const { out, err } = await runWith({ tty: false }, ...args, '--store', store());
      expect(out + err).not.toMatch(/[\u001b\u202e]|root:x|\n {4}at /);
    }
    const { out, err } = await inStore('snapshots');
    expect(out.match(/2026-10-\d\d/g)).toHaveLength(2);
    expect(err).toContain('it is a symbolic link, which is not followed');
    expect((await inStore('snapshots', 'validate')).code).toBe(1);
    expect(existsSync(at('elsewhere', 'index.json'))).toBe(false);
  });
});
