import { describe, expect, it } from 'vitest';
import { codesOf, file, caller, imported, userDetail, details } from './importing.test-helper.ts';
import { tarOf } from './tar.test-helper.ts';
import { importSources } from './import.ts';
import { decodeBase64Text, decodeText } from './text.ts';

const text = 'é{"a":1}\n';
const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
const big = Buffer.from(little).swap16();

describe('text of a file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 as PowerShell writes it', little],
    ['UTF-16 with the other byte order', big],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each<[string, number[]]>([
    ['a byte of 0', [0x7b, 0, 0x7d]],
    ['broken UTF-8', [0x7b, 0xc3, 0x28, 0x7d]],
    ['Latin-1', [0x22, 0xe9, 0x22]],
  ])('is not guessed from %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeNull();
  });

  it('of base64 may be in lines, and must be base64', () => {
    expect(decodeBase64Text('aGVs\nbG8=\n')).toBe('hello');
    expect(decodeBase64Text('hello, world')).toBeNull();
    expect(decodeBase64Text('')).toBeNull();
  });
});

describe('files that are not text, or in another text form', () => {
  it('reads an answer in UTF-16 like the same in UTF-8', () => {
    const answer = JSON.stringify(details([userDetail('ana')]));
    const snapshot = importSources([file('caller', caller), { name: 'wide', bytes: Buffer.from(`\uFEFF${answer}`, 'utf16le') }]);
    expect(snapshot.users.map((user) => user.userName)).toEqual(['ana']);
  });

  it.each<[string, unknown, string]>([
    ['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]), 'not-text'],
    ['a tar in an archive', tarOf({ 'a.json': '{}' }), 'nested-zip'],
    ['empty', '', 'empty'],
    ['blank', ' \r\n\t', 'empty'],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0]), 'compressed'],
    ['text output', 'USERDETAILLIST\tarn:aws:iam::111122223333:user/ana\t2020', 'other-output'],
    ['an entry without its list', { UserName: 'ana', Arn: 'arn:aws:iam::111122223333:user/ana', Tags: [] }, 'bare-list'],
    ['a JSON string', '"Dear reviewer"', 'foreign'],
    ['prose', 'Dear reviewer,', 'foreign'],
    ['YAML output', 'SummaryMap:\n  Users: 3\n', 'other-output'],
    ['table output', '------------\n|  ListUsers |\n+---+\n', 'other-output'],
    ['a bare list', [1, 2], 'bare-list'],
    ['another JSON', { hello: 1 }, 'foreign'],
    ['a snapshot of our own', { format: 'iam-dossier.snapshot', formatVersion: 1 }, 'own-format'],
  ])('tells %s', (_, content, code) => {
    const snapshot = imported([content]);
    expect(snapshot.notes.map(({ code: found, file: name }) => [found, name])).toEqual([[code, 'f1']]);
  });

  it('says input-empty when nothing is left, naming each file and why', () => {
    expect(() => importSources([file('a.txt', 'prose'), file('b.json', '{')])).toThrow(
      expect.objectContaining({
        code: 'input-empty',
        problems: [expect.objectContaining({ file: 'a.txt' }), expect.objectContaining({ file: 'b.json' })],
      }) as Error,
    );
    expect(() => importSources([])).toThrow(expect.objectContaining({ code: 'input-empty' }) as Error);
  });

  it('shows control characters of a file name, never sends them', () => {
    const snapshot = importSources([file('caller', caller), file('a\u001b[31m\u202e\n.json', '[1]')]);
    expect(codesOf(snapshot)).toEqual(['bare-list']);
    expect(snapshot.notes[0]?.file).toBe('a\\u001b[31m\\u202e\\u000a.json');
  });
});
