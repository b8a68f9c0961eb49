import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { asFound, mended, run, runWith, useFolder } from './running.test-helper.ts';

const at = useFolder();
const aws = join(asFound, 'aws');
const identity = '{"UserId":"AIDAEXAMPLE","Account":"111122223333","Arn":"arn:aws:iam::111122223333:user/a"}';

describe('import', () => {
  it.each(['import', 'evaluate'])('%s replaces no file of a folder that is read, with --force neither', async (command) => {
    mkdirSync(at(command, 'deep'), { recursive: true });
    const target = at(command, 'deep', 'get-caller-identity.json');
    writeFileSync(target, identity);
    const { code, err } = await run(command, at(command), '-o', target, '--force');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('is one of the files read; it is never replaced') as string });
    expect(readFileSync(target, 'utf8')).toBe(identity);
    expect((await run('import', at(command), '-o', at(command, 'new.json'))).code).toBe(0);
  });

  it('writes a snapshot, and says on stderr what was read', async () => {
    const { code, out, err } = await run('import', aws, '-o', at('new/folder/snapshot.json'));
    expect({ code, out }).toEqual({ code: 0, out: '' });
    for (const part of [
      'Account 111122223333 (aws), read 2026-10-05T14:20:00Z',
      '2 users',
      'accessKeys',
      'partial',
      'generate-credential-report.json',
      'Written:',
    ])
      expect(err).toContain(part);
    expect(readSnapshot(JSON.parse(readFileSync(at('new/folder/snapshot.json'), 'utf8'))).users).toHaveLength(2);
  });

  it('without -o says that nothing was written', async () => {
    const { code, err } = await run('import', aws);
    expect(code).toBe(0);
    expect(err).toContain('Nothing was written');
  });

  it('names the calls that were not handed in', async () => {
    writeFileSync(at('identity.json'), identity);
    const { code, err } = await run('import', at('identity.json'));
    expect(code).toBe(0);
    for (const call of [
      'aws iam get-account-authorization-details',
      'aws iam get-credential-report',
      'aws iam list-virtual-mfa-devices',
      'aws iam list-open-id-connect-providers',
    ])
      expect(err).toContain(call);
    expect(err).toContain('time unknown');
  });

  it('prints its result as JSON, and nothing else on stdout', async () => {
    const { out } = await run('import', aws, '--json');
    expect(JSON.parse(out)).toMatchObject({
      format: 'iam-dossier.result',
      command: 'import',
      exitCode: 0,
      account: { id: '111122223333' },
      counts: { users: 2, roles: 3 },
      notes: [{ level: 'ignored', file: 'generate-credential-report.json' }],
      written: [],
    });
  });

  it('is silent with --quiet, but for errors', async () => {
    expect(await run('import', aws, '--quiet')).toEqual({ code: 0, out: '', err: '' });
    expect((await run('import', at('nowhere'), '--quiet')).err).toContain('does not exist');
  });
});

describe('output of import', () => {
  it('is not replaced without --force, and nothing is read before that is known', async () => {
    writeFileSync(at('there.json'), 'mine');
    const { code, err } = await run('import', at('no-such-input'), '-o', at('there.json'));
    expect(code).toBe(2);
    expect(err).toContain('is there already. Nothing was written.');
    expect(err).toContain('--force');
    expect(readFileSync(at('there.json'), 'utf8')).toBe('mine');
    expect((await run('import', aws, '-o', at('there.json'), '--force')).code).toBe(0);
    expect(readFileSync(at('there.json'), 'utf8')).toContain('iam-dossier.snapshot');
  });

  it('never replaces what is read', async () => {
    writeFileSync(at('only.json'), identity);
    const { code, err } = await run('import', at('only.json'), '-o', at('only.json'), '--force');
    expect(code).toBe(2);
    expect(err).toContain('is one of the files read');
    expect(readFileSync(at('only.json'), 'utf8')).toBe(identity);
  });

  it('may not be a folder, nor lie below a file', async () => {
    mkdirSync(at('folder'));
    expect((await run('import', aws, '-o', at('folder'), '--force')).err).toContain('is a folder; name a file in it');
    expect((await run('import', aws, '-o', `${at('new-folder')}/`)).err).toContain('is a folder; name a file in it');
    writeFileSync(at('file'), '');
    expect((await run('import', aws, '-o', at('file/snapshot.json'))).err.replace(/\s+/g, ' ')).toContain('is not a folder');
  });

  it('is refused in a folder that takes no files', async () => {
    mkdirSync(at('locked'), { mode: 0o500 });
    chmodSync(at('locked'), 0o500);
    const target = process.getuid?.() === 0 ? '/proc/iam-dossier/snapshot.json' : at('locked/snapshot.json');
    const { code, err } = await run('import', aws, '-o', target);
    expect(code).toBe(2);
    expect(err).toMatch(/could not be written|cannot be written/);
    expect(existsSync(target)).toBe(false);
  });
});

describe('input that is no export', () => {
  const inputs: [name: string, content: string | Buffer, said: string][] = [
    ['empty.json', '', 'the file is empty'],
    ['cut.json', '{"UserDetailList": [{"UserName": "a"', 'the file is cut'],
    ['garbage.json', '{]', 'input-empty|not|JSON|Unexpected|broken'],
    ['binary.bin', Buffer.from([0, 1, 2, 255, 254, 0, 7]), 'it is not text in UTF-8'],
    ['prose.txt', 'Dear reviewer', 'it is not output of the AWS CLI'],
    ['table.txt', '-----\n|  GetAccountSummary  |\n', '--output json'],
    ['list.json', '[]', 'a bare list'],
    ['deep.json', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'levels deep'],
  ];

  it.each(inputs)('%s is told with its reason', async (name, content, said) => {
    writeFileSync(at(name), content);
    const { code, out, err } = await run('import', at(name));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toMatch(new RegExp(said));
    expect(err).toContain(name);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('lists the first twenty problems and counts the rest', async () => {
    mkdirSync(at('many'));
    for (let index = 0; index < 30; index += 1) writeFileSync(at('many', `note-${String(index).padStart(2, '0')}.txt`), 'hello');
    const { err } = await run('import', at('many'));
    expect(err.match(/note-\d\d/g)).toHaveLength(20);
    expect(err).toContain('10 more problems');
    expect((await run('import', at('many'), '--verbose')).err.match(/note-\d\d/g)).toHaveLength(30);
  });

  it('two accounts are refused, with the files that speak of each', async () => {
    const other = identity.replaceAll('111122223333', '999988887777');
    writeFileSync(at('other-account.json'), other);
    const { code, err } = await run('import', aws, at('other-account.json'));
    expect(code).toBe(2);
    expect(err).toContain('999988887777');
    expect(err).toContain('other-account.json');
  });

  it('a file name cannot steer the terminal', async () => {
    mkdirSync(at('hostile'));
    const name = 'a\u001b[2J\u001b]0;owned\u0007\u202egnp.txt';
    writeFileSync(at('hostile', name), 'hello');
    writeFileSync(at('hostile', 'identity.json'), identity);
    for (const path of [at('hostile'), at('hostile', name)]) {
      const { err, out } = await runWith({ tty: true, env: { NO_COLOR: '1', TERM: 'dumb' } }, 'import', path);
      expect(err + out).not.toMatch(/[\u001b\u0007\u202e]/);
      expect(err).toContain('\\u001b[2J');
      expect((await run('import', path, '--json')).out).not.toMatch(/[\u001b\u0007\u202e]/);
    }
  });
});

it('a snapshot does not depend on where its files lie', async () => {
  await run('import', join(mended, 'aws'), '-o', at('one.json'));
  await run('import', join(mended, 'aws') + '/', '-o', at('two.json'));
  expect(readFileSync(at('one.json'))).toEqual(readFileSync(at('two.json')));
});
