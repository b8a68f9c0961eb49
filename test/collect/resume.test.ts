import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentJson } from '@iam-dossier/core/json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mfaPicture, mfaSeed, startIamServer, type IamServer } from '../iam-server/index.ts';
import { collectFrom, fullAccount, limits, now } from './collecting.test-helper.ts';

let server: IamServer;
let folder: string;
let whole: string;
let journalText: string;
const path = () => join(folder, 'journal');
const options = { depth: 'full', limits } as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  server = await startIamServer({ snapshot: fullAccount({ users: 4, groups: 1, roles: 2, policies: 3 }), now });
  whole = documentJson((await collectFrom(server, { ...options, journal: path() })).snapshot);
  journalText = readFileSync(path(), 'utf8');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function resumed(text: string) {
  writeFileSync(path(), text);
  server.reset();
  const { snapshot, discardJournal } = await collectFrom(server, { ...options, journal: path(), resume: true });
  await discardJournal();
  return { text: documentJson(snapshot), asked: server.calls.map(({ operation }) => operation) };
}

describe('a journal', () => {
  it('holds what was answered, for its owner alone, without secrets', () => {
    writeFileSync(path(), journalText);
    expect(journalText.split('\n').length).toBeGreaterThan(20);
    for (const secret of [mfaSeed, mfaPicture, 'secretOfTheTest']) expect(journalText).not.toContain(secret);
  });

  it.skipIf(process.platform === 'win32')('is readable by nobody else', async () => {
    rmSync(path(), { force: true });
    await collectFrom(server, { journal: path() });
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('cut anywhere, as a run that is killed leaves it, is gone on from to the same bytes', async () => {
    const cuts = Array.from({ length: 12 }, (_, index) => Math.floor((journalText.length * index) / 12));
    for (const cut of [...cuts, journalText.indexOf('\n') + 1, journalText.length - 3, journalText.length]) {
      const { text } = await resumed(journalText.slice(0, cut));
      expect(text === whole ? 'the same' : cut).toBe('the same');
      expect(existsSync(path())).toBe(false);
    }
  });

  it('that is whole leaves nothing to ask for', async () => {
    expect((await resumed(journalText)).asked).toEqual([]);
  });

  it('goes on where credentials expired', async () => {
    rmSync(path(), { force: true });
    server.reset();
    server.addFault({ operation: 'ListSSHPublicKeys', kind: 'expiredToken', after: 1 });
    const cut = await collectFrom(server, { ...options, journal: path() });
    expect([cut.interrupted, cut.snapshot.parts.sshPublicKeys.status, cut.snapshot.parts.servicesLastAccessed.status]).toEqual([
      'credentialsExpired',
      'partial',
      'failed',
    ]);
    server.reset();
    const { snapshot, interrupted, attempts } = await collectFrom(server, { ...options, journal: path(), resume: true });
    expect([documentJson(snapshot) === whole, interrupted]).toEqual([true, undefined]);
    expect(attempts).toBeLessThan(whole.split('\n').length);
  });

  it('does not keep refusals: they are asked about again', async () => {
    rmSync(path(), { force: true });
    server.addFault({ operation: 'ListUsers', kind: 'denied', times: 1 });
    await collectFrom(server, { ...options, journal: path() });
    expect((await resumed(readFileSync(path(), 'utf8'))).text).toBe(whole);
  });

  it.each([
    ['of another depth', { depth: 'account' }],
    ['with other things included', { include: ['contacts'] }],
  ] as const)('%s is refused', async (_, other) => {
    writeFileSync(path(), journalText);
    await expect(collectFrom(server, { ...options, ...other, journal: path(), resume: true })).rejects.toMatchObject({ code: 'journal-mismatch' });
    expect(readFileSync(path(), 'utf8')).toBe(journalText);
  });

  it('of another account or version is refused', async () => {
    for (const [from, to] of [
      ['111122223333', '999988887777'],
      ['"generator":"', '"generator":"9'],
    ] as const) {
      writeFileSync(path(), journalText.replace(from, to));
      await expect(collectFrom(server, { ...options, journal: path(), resume: true })).rejects.toMatchObject({ code: 'journal-mismatch' });
    }
  });

  it('in which somebody wrote what we never write is asked about again', async () => {
    const lines = journalText.split('\n');
    const forged = ['"pages":-0.5,', '"cut":"x","pages":1,', '"failure":{"kind":"denied","code":"x"},"pages":1,', '"time":"now","pages":1,'];
    const changed = lines.map((line, index) =>
      index === 0 || line === '' ? line : line.replace(/"pages":\d+,?/, forged[index % forged.length] ?? ''),
    );
    const { text, asked } = await resumed(changed.join('\n'));
    expect(text).toBe(whole);
    expect(asked.length).toBeGreaterThan(20);
  });

  it('never takes the place of another file', async () => {
    for (const text of ['notes of mine\n', '{"format":"iam-dossier.snapshot"}', '{}\n{}']) {
      writeFileSync(path(), text);
      await expect(collectFrom(server, { ...options, journal: path() })).rejects.toMatchObject({ code: 'journal-unreadable' });
      expect(readFileSync(path(), 'utf8')).toBe(text);
    }
  });

  it('without resume is begun anew', async () => {
    writeFileSync(path(), journalText.replaceAll('user-1', 'user-x'));
    const { snapshot } = await collectFrom(server, { ...options, journal: path() });
    expect(documentJson(snapshot)).toBe(whole);
  });
});
