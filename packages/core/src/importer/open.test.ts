import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentJson } from '../json/index.ts';
import { ACCOUNT, caller, codesOf, details, imported, userDetail } from './importing.test-helper.ts';
import { importPaths, openSnapshots } from './open.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'importer-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
async function put(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content instanceof Uint8Array ? content : text(content));
  return path;
}
const users = details([userDetail('ana')]);
const zipOf = (files: Record<string, unknown>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, value instanceof Uint8Array ? value : strToU8(text(value))])));

describe('paths', () => {
  it('of files, folders and zips give the same snapshot, but for the names of the files', async () => {
    await put('in/caller.json', caller);
    await put('in/deep/er/users.json', users);
    const zip = await put('all.zip', zipOf({ 'caller.json': caller, 'deep/er/users.json': users }));
    const [fromFolder, fromFiles, fromZip] = await Promise.all([
      importPaths([join(folder, 'in')]),
      importPaths([join(folder, 'in/caller.json'), join(folder, 'in/deep/er/users.json')]),
      importPaths([zip]),
    ]);
    expect(fromFolder.parts.userDetails.sources).toMatchObject([{ name: 'deep/er/users.json' }]);
    expect(fromZip.parts.userDetails.sources).toMatchObject([{ name: 'all.zip/deep/er/users.json' }]);
    expect({ ...fromFiles, parts: 0 }).toEqual({ ...fromFolder, parts: 0 });
    expect({ ...fromZip, parts: 0 }).toEqual({ ...fromFolder, parts: 0 });
  });

  it('hold no trace of where the folder stands', async () => {
    await put('in/caller.json', caller);
    expect(documentJson(await importPaths([join(folder, 'in')]))).not.toContain(folder);
  });

  it('tell symbolic links in a folder and do not follow them', async () => {
    await put('in/caller.json', caller);
    const outside = await put('users.json', users);
    await symlink(outside, join(folder, 'in/users.json'));
    await symlink(folder, join(folder, 'in/loop'));
    const snapshot = await importPaths([join(folder, 'in')]);
    expect(snapshot.users).toEqual([]);
    expect(snapshot.notes.map(({ code, file }) => [code, file])).toEqual([
      ['not-read', 'loop'],
      ['not-read', 'users.json'],
    ]);
  });

  it('that are symbolic links themselves are followed', async () => {
    await put('caller.json', caller);
    await symlink(join(folder, 'caller.json'), join(folder, 'link'));
    expect((await importPaths([join(folder, 'link')])).account.id).toBe(ACCOUNT);
  });

  it('tell a zip inside a zip', async () => {
    const zip = await put('outer.zip', zipOf({ 'caller.json': caller, 'inner.zip': zipOf({ 'users.json': users }) }));
    const snapshot = await importPaths([zip]);
    expect(codesOf(snapshot)).toEqual(['nested-zip']);
    expect(snapshot.notes[0]?.file).toBe('outer.zip/inner.zip');
  });

  it('with files of one name in two folders keep both', async () => {
    await put('a/users.json', details([userDetail('ana')]));
    await put('b/users.json', details([userDetail('bob')]));
    await put('a/caller.json', caller);
    const one = await importPaths([join(folder, 'a'), join(folder, 'b')]);
    const other = await importPaths([join(folder, 'b'), join(folder, 'a')]);
    expect(one.users.map((user) => user.userName)).toEqual(['ana', 'bob']);
    expect(documentJson(other)).toBe(documentJson(one));
  });

  it.each<[string, string, () => Promise<string>]>([
    ['that do not exist', 'input-not-found', () => Promise.resolve(join(folder, 'none'))],
    ['below a file', 'input-not-found', async () => join(await put('file', 'x'), 'below')],
    ['of a link to itself', 'input-unreadable', () => symlink('loop', join(folder, 'loop')).then(() => join(folder, 'loop'))],
    ['of an empty folder', 'input-empty', () => Promise.resolve(folder)],
    ['of an empty file', 'input-empty', () => put('empty.json', '')],
    ['of a cut zip', 'input-invalid', () => put('cut.zip', zipOf({ 'caller.json': caller }).subarray(0, 40))],
  ])('%s are told', async (_, code, make) => {
    await expect(importPaths([await make()])).rejects.toMatchObject({ name: 'DossierError', code });
  });

  it('nested without end are refused', async () => {
    await mkdir(join(folder, 'd/'.repeat(20)), { recursive: true });
    await expect(importPaths([folder])).rejects.toMatchObject({ code: 'input-too-large' });
  });
});

describe('snapshots of paths', () => {
  const otherCaller = { Account: '999988887777', Arn: 'arn:aws:iam::999988887777:user/x' };

  it('are the stored ones and one of all other files, by account id', async () => {
    const stored = imported([users]);
    const snapshot = await put('snapshot.json', documentJson(stored));
    const files = await put('other/caller.json', otherCaller);
    const opened = await openSnapshots([files, snapshot]);
    expect(opened.map((entry) => entry.account.id)).toEqual([ACCOUNT, '999988887777']);
    expect(opened[0]).toEqual(stored);
  });

  it('of one account twice are refused', async () => {
    const snapshot = await put('snapshot.json', documentJson(imported([users])));
    const files = await put('caller.json', caller);
    await expect(openSnapshots([files, snapshot])).rejects.toMatchObject({ code: 'snapshots-conflict' });
  });

  it('of a newer version or another shape are told', async () => {
    const newer = await put('newer.json', { format: 'iam-dossier.snapshot', formatVersion: 99 });
    const broken = await put('broken.json', { format: 'iam-dossier.snapshot', formatVersion: 1 });
    await expect(openSnapshots([newer])).rejects.toMatchObject({ code: 'format-newer' });
    await expect(openSnapshots([broken])).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('cut in the middle are told as cut', async () => {
    const cut = await put('snapshot.json', documentJson(imported([users])).slice(0, 900));
    await expect(openSnapshots([cut])).rejects.toMatchObject({
      code: 'input-empty',
      problems: [{ message: expect.stringContaining('cut') as string }],
    });
  });
});
