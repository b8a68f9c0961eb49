import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readSnapshotFile } from '@iam-dossier/core/store';
import { documentLines } from '@iam-dossier/core/json';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectFrom, fullAccount, now, stubAws } from '../collect/collecting.test-helper.ts';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { mfaSeed, startIamServer, type IamServer } from '../iam-server/index.ts';
import { bin, run, runWith, useFolder } from './running.test-helper.ts';

const at = useFolder();
const account = fullAccount({ users: 3, groups: 1, roles: 2, policies: 3 });
const other = makeAccount(sizes.small, { id: '999988887777' });
const role = (id: string, name = 'reader') => `arn:aws:iam::${id}:role/${name}`;
let server: IamServer;
const collect = (...args: string[]) => run('collect', '--endpoint-url', server.url, ...args);
const asked = () => server.calls.map(({ operation }) => operation);

beforeAll(async () => {
  server = await startIamServer({
    snapshot: account,
    others: [other],
    now,
    assumable: { [role('999988887777')]: { externalId: 'x-7' }, [role(account.account.id)]: {} },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  stubAws();
  server.reset();
});

function engagement(name: string, accounts: string, scope = ''): string {
  const path = at(name);
  writeFileSync(
    path,
    `format: iam-dossier.engagement\nformatVersion: 1\nid: two\ncustomer: { name: Two }\ndocument: { version: '1.0', date: 2026-10-27, author: A }\naccounts:\n${accounts}${scope}`,
  );
  return path;
}

describe('collect', () => {
  it('shows before what it would ask, without credentials and without asking', async () => {
    stubAws({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    const { code, out } = await collect('--dry-run', '-o', at('never.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/ {2}1 {2}iam:GetAccountAuthorizationDetails +once per 1,000 roles/);
    expect(out).toContain('20 calls at least. Nothing was asked, nothing was written.');
    expect([asked(), existsSync(at('never.json'))]).toEqual([[], false]);
  });

  it('writes what the library collects, and tells on stderr what was read, counted and refused', async () => {
    server.addFault({ operation: 'ListServerCertificates', kind: 'denied' });
    const { code, out, err } = await collect('-o', at('one.json'));
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`Account ${account.account.id} (aws), read ${now}`);
    expect(err).toContain('3 users, 1 group, 2 roles');
    expect(err).toMatch(/denied +serverCertificates +.*AccessDenied/);
    expect(err).toMatch(new RegExp(`${asked().length} requests to AWS, of 17 kinds`));
    expect(err).toContain(`Written: ${at('one.json')}\nNext: iam-dossier evaluate ${at('one.json')}`);
    server.addFault({ operation: 'ListServerCertificates', kind: 'denied' });
    const { snapshot } = await collectFrom(server);
    expect(readFileSync(at('one.json'), 'utf8')).toBe([...documentLines(snapshot)].join(''));
    expect(readdirSync(at('.')).filter((name) => name.includes('journal'))).toEqual([]);
  });

  it('prints one object with --json, and nothing with --quiet', async () => {
    const { out } = await collect('-o', at('json.json'), '--json');
    const said = JSON.parse(out) as { calls: { call: string; count: number }[]; attempts: number };
    expect(said).toMatchObject({ command: 'collect', exitCode: 0, written: [at('json.json')], attempts: asked().length });
    expect(said.calls.find(({ call }) => call === 'iam:GetAccountAuthorizationDetails')?.count).toBe(5);
    expect(await collect('-o', at('json.json'), '--force', '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('names each request with --verbose', async () => {
    const { err } = await collect('-o', at('verbose.json'), '--verbose');
    expect(err).toMatch(/^iam:ListUsers: 3 entries, request [0-9a-f-]{36}$/m);
  });

  it('asks nothing when it could not write, or was not told where', async () => {
    writeFileSync(at('mine.json'), 'mine');
    expect(await collect('-o', at('mine.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already. Nothing was written.') as string,
    });
    expect(await collect()).toMatchObject({ code: 2, err: expect.stringContaining('say where the snapshot goes') as string });
    expect(await collect('-o', at('r.json'), '--resume')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is nothing to go on from') as string,
    });
    expect(asked()).toEqual([]);
  });

  it('says what to do without credentials, and without a terminal for an MFA code', async () => {
    const mfa = await collect(
      '-o',
      at('mfa.json'),
      '--role-arn',
      role(account.account.id),
      '--mfa-serial',
      'arn:aws:iam::111122223333:mfa/\u001b[31mme',
    );
    expect(mfa).toMatchObject({ code: 2, err: expect.stringContaining('there is no terminal to ask for it on') as string });
    expect(mfa.err).not.toContain('\u001b');
    stubAws({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(await collect('-o', at('none.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('Sign in (aws sso login, aws configure)') as string,
    });
  });

  it('stores a snapshot once', async () => {
    const first = await collect('--store', at('store'));
    const second = await collect('--store', at('store'), '--json');
    expect(first.err).toMatch(/Stored: .*20261001T090000Z-[0-9a-f]{8}\.snapshot\.json/);
    expect(JSON.parse(second.out)).toMatchObject({ stored: { status: 'present' } });
    expect(readdirSync(at('store', account.account.id)).filter((name) => name !== 'index.json')).toHaveLength(1);
  });
});

describe('a run that was stopped', () => {
  it('by credentials that expire keeps what was complete, and goes on from it to the same bytes', async () => {
    expect((await collect('-o', at('whole.json'), '--depth', 'full')).code).toBe(0);
    server.reset();
    server.addFault({ operation: 'ListAccessKeys', kind: 'expiredToken' });
    const stopped = await collect('-o', at('cut.json'), '--depth', 'full');
    expect(stopped).toMatchObject({
      code: 2,
      err: expect.stringMatching(/the credentials expired before all was read\. No snapshot was written; \d+ complete answers are kept/) as string,
    });
    expect([existsSync(at('cut.json')), statSync(at('cut.json.journal')).mode & 0o077]).toEqual([false, 0]);
    expect(readFileSync(at('cut.json.journal'), 'utf8')).not.toContain(mfaSeed);
    expect(await collect('-o', at('cut.json'), '--depth', 'full')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Go on from it with --resume') as string,
    });
    server.reset();
    expect((await collect('-o', at('cut.json'), '--depth', 'full', '--resume')).code).toBe(0);
    expect(asked()).not.toContain('GetAccountAuthorizationDetails');
    expect(readFileSync(at('cut.json'), 'utf8')).toBe(readFileSync(at('whole.json'), 'utf8'));
    expect(existsSync(at('cut.json.journal'))).toBe(false);
  });
});

describe('a run that was killed', () => {
  it('leaves no half snapshot, and is gone on from to the bytes of one that was not', async () => {
    const slow = await startIamServer({ snapshot: account, now, latency: () => 40 });
    const args = ['collect', '--endpoint-url', slow.url, '--depth', 'full', '-o'];
    const child = spawn(process.execPath, [bin, ...args, at('killed.json')], { stdio: 'ignore' });
    const journal = at('killed.json.journal');
    const lines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length : 0);
    while (child.exitCode === null && lines() < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([child.signalCode, existsSync(at('killed.json')), existsSync(journal)]).toEqual(['SIGKILL', false, true]);
    expect((await run(...args, at('killed.json'), '--resume')).code).toBe(0);
    expect((await run(...args, at('not-killed.json'))).code).toBe(0);
    expect(readFileSync(at('killed.json'), 'utf8')).toBe(readFileSync(at('not-killed.json'), 'utf8'));
    await slow.close();
  });
});

describe('an engagement', () => {
  const own = `  - { id: '${account.account.id}', role: workload, collect: { roleArn: '${role(account.account.id)}' } }\n`;
  const theirs = (externalId: string) =>
    `  - { id: '999988887777', role: workload, collect: { roleArn: '${role('999988887777')}', externalId: ${externalId} } }\n`;

  it('has each of its accounts read by its role, into a file of its own', async () => {
    const path = engagement('both.yaml', own + theirs('x-7'));
    const { code, err } = await collect('-e', path, '-o', at('both'));
    expect(code).toBe(0);
    expect(readdirSync(at('both')).sort()).toEqual([`${account.account.id}.snapshot.json`, '999988887777.snapshot.json']);
    expect((await readSnapshotFile(at('both/999988887777.snapshot.json'))).callerIdentity?.arn).toContain(':assumed-role/reader/');
    expect(err).toContain('Account 999988887777: ');
  });

  it('of which one account cannot be read still gives the others, and exits 2', async () => {
    const path = engagement('one-fails.yaml', theirs('wrong') + own);
    const { code, err } = await collect('-e', path, '-o', at('one-fails'));
    expect(code).toBe(2);
    expect(readdirSync(at('one-fails'))).toEqual([`${account.account.id}.snapshot.json`]);
    expect(err).toContain('1 of 2 accounts could not be read');
    expect(err).not.toContain('wrong');
  });

  it('whose credentials are those of another account ends before anything is read', async () => {
    const path = engagement('another.yaml', "  - { id: '444455556666', role: workload }\n");
    const { code, err } = await collect('-e', path, '-o', at('another.json'));
    expect([code, asked()]).toEqual([2, ['GetCallerIdentity']]);
    expect(err).toContain(`these are credentials of account ${account.account.id}, and 444455556666 is expected`);
  });

  it('has users and roles in scope asked about one by one, and not the others', async () => {
    const [user] = account.users;
    const names = account.users.slice(1).map(({ userName }) => userName);
    const scope = `principals:\n${names.map((name) => `  - { arn: 'arn:aws:iam::*:user*/${name}', party: customer }\n`).join('')}`;
    const path = engagement('scope.yaml', `  - { id: '${account.account.id}', role: workload }\n`, scope);
    expect((await collect('-e', path, '-o', at('scope.json'))).code).toBe(0);
    const keys = server.calls.filter(({ operation }) => operation === 'ListAccessKeys').map(({ params }) => params['UserName']);
    expect(keys).toEqual([user?.userName]);
  });

  it('with two accounts needs a folder, and names no account twice', async () => {
    const both = engagement('folder.yaml', own + theirs('x-7'));
    expect((await collect('-e', both, '-o', at('both.json'))).err).toContain('name a folder');
    expect((await collect('-e', engagement('twice.yaml', own + own), '-o', at('twice'))).err).toContain('names account 111122223333 twice');
    expect(asked()).toEqual([]);
  });
});

describe('on a terminal', () => {
  it('shows on one line what is read, how many answers and how long', async () => {
    const { err } = await runWith({ tty: true, columns: 80 }, 'collect', '--endpoint-url', server.url, '-o', at('tty.json'));
    const steps = err.split('\r').filter((step) => step.includes(' s  '));
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps) expect(step.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').split('\n')[0]?.length).toBeLessThanOrEqual(80);
    expect(steps.some((step) => /\d+ answers, \d+\.\d s {2}iam:/.test(step))).toBe(true);
  });
});
