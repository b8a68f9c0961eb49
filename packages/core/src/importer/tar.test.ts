import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackArchive } from './archive.ts';
import { headerOf, padded, tarOf } from './tar.test-helper.ts';
import { isTar, untar } from './tar.ts';

const limits = { total: 1_000_000, file: 100_000 };
const unpacked = (bytes: Uint8Array) =>
  untar({ name: 'x.tar', bytes }).map(({ name, bytes: held, unread }) => [name, unread ?? Buffer.from(held).toString()]);

describe('a tar archive', () => {
  it('is known by its first header', () => {
    expect([isTar(tarOf({ a: 'b' })), isTar(Buffer.from('{"a":1}')), isTar(new Uint8Array(512))]).toEqual([true, false, false]);
  });

  it('gives its files in order of name, labelled, without what operating systems leave', () => {
    const files = { 'export/z.json': '2', './a.json': '1', '.DS_Store': 'x', 'export/._a.json': 'x', '../../etc/passwd': '3' };
    expect(unpacked(tarOf(files))).toEqual([
      ['x.tar/../../etc/passwd', '3'],
      ['x.tar/./a.json', '1'],
      ['x.tar/export/z.json', '2'],
    ]);
  });

  it('tells links and devices, and follows none', () => {
    expect(unpacked(tarOf({ a: '' }, '2'))).toEqual([['x.tar/a', expect.stringContaining('link')]]);
    expect(unpacked(tarOf({ a: '' }, '3'))).toEqual([['x.tar/a', 'it is not a file']]);
  });

  it('has names longer than its headers take, in both ways of saying so', () => {
    const long = `${'d/'.repeat(80)}a.json`;
    const record = ` path=${long}\n`;
    const length = record.length + String(record.length + 3).length;
    const pax = `${length}${record}`;
    const end = Buffer.alloc(1024);
    const gnu = Buffer.concat([headerOf('././@LongLink', long.length + 1, 'L'), padded(`${long}\0`), headerOf('cut', 1, '0'), padded('1'), end]);
    const posix = Buffer.concat([headerOf('PaxHeader', pax.length, 'x'), padded(pax), headerOf('cut', 1, '0'), padded('1'), end]);
    expect([unpacked(gnu), unpacked(posix)]).toEqual([[[`x.tar/${long}`, '1']], [[`x.tar/${long}`, '1']]]);
  });

  it('with two files of one name is refused: one would be lost', () => {
    const twice = Buffer.concat([tarOf({ a: '1' }).subarray(0, 1024), tarOf({ a: '2' })]);
    expect(() => untar({ name: 'x.tar', bytes: twice })).toThrow('same name');
  });

  it('cut anywhere is refused, never read as less', () => {
    const bytes = tarOf({ 'a.json': '{"a":1}', 'b.json': 'x'.repeat(700) });
    for (let end = 512; end < bytes.byteLength - 1024; end += 37) {
      expect(() => untar({ name: 'x.tar', bytes: bytes.subarray(0, end) }), `at ${end}`).toThrow(
        expect.objectContaining({ code: 'input-invalid' }) as Error,
      );
    }
  });

  it('with a changed header is refused', () => {
    const bytes = tarOf({ 'a.json': '1', 'b.json': '2' });
    bytes[1024] = 'c'.charCodeAt(0);
    expect(() => untar({ name: 'x.tar', bytes })).toThrow('x.tar is damaged: the header at byte 1024 is not what was put into it');
  });
});

describe('a gzip file', () => {
  const unpack = (name: string, bytes: Uint8Array) => unpackArchive({ name, bytes }, limits);

  it('is the file in it, or the files of the archive in it', async () => {
    expect(await unpack('list-users.json.gz', gzipSync('{}'))).toMatchObject([{ name: 'list-users.json.gz/list-users.json' }]);
    expect(await unpack('e.tar.gz', gzipSync(tarOf({ 'a.json': '1' })))).toMatchObject([{ name: 'e.tar.gz/a.json' }]);
  });

  it('that is cut, changed or far larger than it looks is refused', async () => {
    const bytes = gzipSync('{"a":1}'.repeat(100));
    await expect(unpack('a.gz', bytes.subarray(0, bytes.byteLength - 5))).rejects.toMatchObject({ code: 'input-invalid' });
    const changed = Uint8Array.from(bytes);
    changed[changed.byteLength - 6] = (changed[changed.byteLength - 6] ?? 0) ^ 1;
    await expect(unpack('a.gz', changed)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(unpack('bomb.gz', gzipSync(Buffer.alloc(2_000_000)))).rejects.toMatchObject({ code: 'input-too-large' });
  });

  const tar = spawnSync('tar', ['--version'], { encoding: 'utf8' });
  it.skipIf(tar.status !== 0)('is read as the tar of this machine writes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tar-'));
    const names = ['export/a.json', `export/${'deep/'.repeat(30)}b.json`, 'export/é.json'];
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), name);
    }
    symlinkSync('a.json', join(folder, 'export/link'));
    for (const format of ['gnu', 'pax']) {
      spawnSync('tar', ['-C', folder, `--format=${format}`, '-czf', join(folder, 'e.tar.gz'), 'export']);
      const files = (await unpack('e.tar.gz', readFileSync(join(folder, 'e.tar.gz')))) ?? [];
      expect(new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]))).toEqual(
        new Map([...names, 'export/link'].map((name) => [`e.tar.gz/${name}`, name === 'export/link' ? '' : name])),
      );
    }
    rmSync(folder, { recursive: true });
  });
});
