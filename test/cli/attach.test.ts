import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../documents/dossier.ts';
import { openPdf } from '../documents/read-pdf.ts';
import { mended, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const ready = [join(mended, 'aws'), '-e', join(mended, 'engagement.yaml')];
const readiness = 'internal/ACCT-002-readiness-infinity-gifts-souvenirs-mended.pdf';
const implementation = 'ACCT-002-implementation-infinity-gifts-souvenirs-mended.pdf';

function fileOf(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

async function attachedIn(path: string): Promise<Record<string, string>> {
  const found = (await (await openPdf(readFileSync(path))).getAttachments()) as Record<string, { filename: string; content: Uint8Array }>;
  return Object.fromEntries(Object.values(found).map(({ filename, content }) => [filename, Buffer.from(content).toString('utf8')]));
}

describe.skipIf(noBrowser)('--attach', () => {
  it('puts files inside the readiness PDF alone, and says what is in them', async () => {
    const [notes, list] = [fileOf('notes – é.txt', 'for 111122223333, a@b.example'), fileOf('list.csv', 'x\n')];
    const { code, err } = await run('report', ...ready, '--format', 'pdf', '--attach', notes, '--attach', list, '-o', at('out'));
    expect(code).toBe(0);
    expect(err).toContain('Attached to the readiness PDF; whoever gets it, gets these:');
    expect(err).toContain('notes – é.txt (29 bytes): 1 account id, 1 e-mail address');
    expect(err).toContain('list.csv (2 bytes): no identifiers found');
    const { 'provenance.json': manifest, ...others } = await attachedIn(at(`out/${readiness}`));
    expect(manifest).toContain('iam-dossier.provenance');
    expect(others).toEqual({ 'notes – é.txt': 'for 111122223333, a@b.example', 'list.csv': 'x\n' });
    expect(Object.keys(await attachedIn(at(`out/${implementation}`)))).toEqual(['provenance.json']);
  });
});

describe('--attach', () => {
  it.each([
    ['documents for AWS', ['--audience', 'submission'], 'nothing is attached for AWS'],
    ['no PDF', ['--format', 'html'], '--format makes none'],
  ])('is refused with %s', async (_, args, reason) => {
    const { code, err } = await run('report', ...ready, ...args, '--attach', fileOf('a.txt', ''), '-o', at('never'));
    expect([code, existsSync(at('never'))]).toEqual([2, false]);
    expect(err).toContain(reason);
  });

  it.each([
    ['a file that is not there', () => at('missing.txt'), 'missing.txt is not there'],
    ['a folder', () => at(''), 'cannot be read'],
    ['a secret', () => fileOf('key.pem', '-----BEGIN PRIVATE KEY-----'), '"key.pem" holds a key'],
    ['too much', () => fileOf('big.bin', 'x'.repeat(3_000_001)), '3000001 bytes together; 3000000 are the most allowed'],
    ['the name of its own file', () => fileOf('provenance.json', '{}'), 'already holds a file named "provenance.json"'],
  ])('refuses %s, and writes nothing', async (_, path, reason) => {
    const { code, err } = await run('report', ...ready, '--format', 'pdf', '--attach', path(), '-o', at('never'));
    expect([code, existsSync(at('never'))]).toEqual([2, false]);
    expect(err).toContain(reason);
  });
});
