import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip } from './is-zip.ts';
import { unzip } from './zip.ts';

const limits = { total: 1_000_000, file: 100_000 };
const zipped = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const names = (files: Record<string, string>) => unzip({ name: 'x.zip', bytes: zipped(files) }, limits).map((file) => file.name);

/** Offsets of the entries of the zip's directory. */
function entries(bytes: Uint8Array): number[] {
  return [...bytes.keys()].filter((at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2);
}

function claiming(size: number): Uint8Array {
  const bytes = zipped({ 'a.json': 'x'.repeat(5000) });
  for (const at of entries(bytes)) new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, size, true);
  return bytes;
}

describe('a zip', () => {
  it('is known by its first bytes', () => {
    expect(isZip(zipped({ a: 'b' }))).toBe(true);
    expect(isZip(strToU8('{"a":1}'))).toBe(false);
  });

  it('gives its files in order of name, labelled with the zip', () => {
    const files = unzip({ name: 'x.zip', bytes: zipped({ 'z/b.json': '2', 'a.json': '1' }) }, limits);
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['x.zip/a.json', '1'],
      ['x.zip/z/b.json', '2'],
    ]);
  });

  it('leaves out what operating systems leave in it, and folders', () => {
    expect(names({ 'a.json': '1', '.DS_Store': 'x', '__MACOSX/._a.json': 'x', 'folder/': '' })).toEqual(['x.zip/a.json']);
  });

  it('tells a spreadsheet by what it holds, once', () => {
    const bytes = zipped({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>', 'xl/sheet1.xml': '<x/>' });
    expect(unzip({ name: 'report.xlsx', bytes }, limits)).toMatchObject([
      { name: 'report.xlsx', unread: expect.stringContaining('spreadsheet') as string },
    ]);
  });

  it('reads names that climb or are absolute as labels, and loses none', () => {
    const hostile = { '../../etc/passwd': '1', './list-users.json': '2', '/etc/shadow': '3', 'C:\\Windows\\x.json': '4', '..\\up.json': '5' };
    expect(names(hostile)).toHaveLength(5);
    expect(names({ './list-users.json': '2' })).toEqual(['x.zip/./list-users.json']);
  });

  it('refuses two files of one name: one would be lost', () => {
    const bytes = zipped({ 'a.json': '1', 'b.json': '2' });
    for (const at of entries(bytes)) bytes[at + 46] = 'a'.charCodeAt(0);
    expect(() => unzip({ name: 'x.zip', bytes }, limits)).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining('same name') as string }) as Error,
    );
  });

  it('notices one changed byte, also in a file that was not compressed', () => {
    const bytes = zipSync({ 'list.json': [strToU8('{"Users":["ana"]}'), { level: 0 }] });
    expect(unzip({ name: 'x.zip', bytes }, limits)).toHaveLength(1);
    const at = Buffer.from(bytes).indexOf('ana');
    bytes[at] = 'u'.charCodeAt(0);
    expect(() => unzip({ name: 'x.zip', bytes }, limits)).toThrow('x.zip is damaged: list.json is not what was put into it');
  });

  it('refuses a name that would vanish', () => {
    const bytes = zipped({ 'aaaaaaaaa': '1', 'b.json': '2' });
    const [first = 0] = entries(bytes);
    bytes.set(strToU8('__proto__'), first + 46);
    expect(() => unzip({ name: 'x.zip', bytes }, limits)).toThrow(expect.objectContaining({ code: 'input-invalid' }) as Error);
  });

  it.each([
    ['one file too large', zipped({ a: 'x'.repeat(100_001) })],
    ['many files too large together', zipped(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, 'x'.repeat(99_999)])))],
    ['a bomb that says so', claiming(0xffff_fff0)],
  ])('is refused before it is unpacked: %s', (_, bytes) => {
    expect(() => unzip({ name: 'x.zip', bytes }, limits)).toThrow(expect.objectContaining({ code: 'input-too-large' }) as Error);
  });

  it('is refused when its files are not what it says', () => {
    expect(() => unzip({ name: 'x.zip', bytes: claiming(9000) }, limits)).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining('damaged') as string }) as Error,
    );
  });

  it('cut anywhere is refused, never a crash', () => {
    const bytes = zipped({ 'a.json': '{"a":1}', 'b.json': 'x'.repeat(300) });
    for (let end = 4; end < bytes.byteLength; end += 1) {
      expect(() => unzip({ name: 'x.zip', bytes: bytes.subarray(0, end) }, limits), `at ${end}`).toThrow(
        expect.objectContaining({ code: 'input-invalid' }) as Error,
      );
    }
  });
});
