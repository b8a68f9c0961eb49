import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printPdf } from '../print.ts';
import { documentOf } from '../real-browser.test-helper.ts';
import { prepareBundled } from './bundled.ts';
import { guardProcess } from './guard.ts';
import { inspectBrowser } from './inspect.ts';
import { launchBrowser } from './launch.ts';
import { withLock } from './lock.ts';
import { browserPack, bundledRunsHere, findPackFolder, librariesPack } from './pack.ts';
import { openCacheFolder } from './private-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iam-dossier-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a named browser', () => {
  it('that is not there is missing, and no other is taken', async () => {
    const browser = join(folder, 'none');
    await expect(printPdf(documentOf('x'), { browser })).rejects.toMatchObject({
      code: 'browser-missing',
      problems: [{ file: browser, message: 'given browser: there is no program at this path' }],
    });
    expect(await inspectBrowser({ browser })).toMatchObject({ found: false, refusals: [{ source: 'given', path: browser }] });
  });

  it.skipIf(process.platform === 'win32').each([
    ['ends at once', 'exit 3'],
    ['never answers', 'exec sleep 60'],
  ])('that %s has failed', async (_, script) => {
    const browser = join(folder, 'browser');
    await writeFile(browser, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    await expect(printPdf(documentOf('x'), { browser, timeoutMs: 500 })).rejects.toMatchObject({ code: 'browser-failed' });
  });
});

describe.runIf(bundledRunsHere)('the bundled browser', () => {
  const packs = findPackFolder() ?? '';

  it('is unpacked once by processes that start together, and taken as it is afterwards', async () => {
    const [first, second] = await Promise.all([prepareBundled(packs, folder), prepareBundled(packs, folder)]);
    expect(second).toEqual(first);
    const before = await stat(first.path);
    expect(before).toMatchObject({ size: browserPack.bytes });
    expect(before.mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toHaveLength(1);
    await prepareBundled(packs, folder);
    expect((await stat(first.path)).ino).toBe(before.ino);
  });

  it('gets its own libraries where the system lacks them', async () => {
    const { path, libraries = '' } = await prepareBundled(packs);
    const lacking = join(folder, 'browser');
    const complaint = 'error while loading shared libraries: libnspr4.so: cannot open shared object file';
    await writeFile(lacking, `#!/bin/sh\n[ -n "$LD_LIBRARY_PATH" ] || { echo "${complaint}" >&2; exit 127; }\nexec ${path} "$@"\n`, {
      mode: 0o755,
    });
    const opened = await launchBrowser({ source: 'bundled', path: lacking, libraries }, {});
    expect(opened.version).toContain('Chrome/');
    await opened.close();
    await expect(launchBrowser({ source: 'given', path: lacking }, {})).rejects.toThrow(complaint);
  });

  it('is refused, and nothing kept, when a pack is not the known one', async () => {
    const forged = join(folder, 'packs');
    await mkdir(forged);
    await writeFile(join(forged, librariesPack.file), 'forged');
    const cache = join(folder, 'cache');
    await expect(prepareBundled(forged, cache)).rejects.toThrow(/al2023\.tar\.br is not the file this version knows/);
    expect(await readdir(cache)).toEqual([]);
  });
});

describe('withLock', () => {
  it('lets one in at a time', async () => {
    const path = join(folder, 'lock');
    let inside = 0;
    const work = async (): Promise<number> => {
      const now = ++inside;
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
      return now;
    };
    expect(await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)])).toEqual([1, 1, 1]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['of a process that has ended', `${2 ** 30} ${hostname()}`, 0],
    ['that nobody refreshed', '1 another-machine', 60],
  ])('takes a lock %s', async (_, owner, ageSeconds) => {
    const path = join(folder, 'lock');
    await writeFile(path, owner);
    const then = Date.now() / 1000 - ageSeconds;
    await utimes(path, then, then);
    expect(await withLock(path, async () => 'done')).toBe('done');
  });

  it('is free again after a failure', async () => {
    const path = join(folder, 'lock');
    await expect(withLock(path, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await withLock(path, async () => 'done')).toBe('done');
  });
});

describe.skipIf(process.platform === 'win32')('openCacheFolder', () => {
  it('closes the folder to others', async () => {
    const open = join(folder, 'open');
    await mkdir(open);
    await chmod(open, 0o755);
    expect(await openCacheFolder(open)).toBe(open);
    expect((await stat(open)).mode & 0o777).toBe(0o700);
  });

  it('does not follow a link', async () => {
    const link = join(folder, 'link');
    await symlink(tmpdir(), link);
    await expect(openCacheFolder(link)).rejects.toThrow('not a folder');
  });
});

describe('guardProcess', () => {
  it('releases on a signal, and not after its end', () => {
    let released = 0;
    const other = (): void => undefined;
    process.on('SIGHUP', other);
    const listeners = process.listenerCount('SIGHUP');
    const end = guardProcess(() => released++);
    process.emit('SIGHUP', 'SIGHUP');
    expect(released).toBe(1);
    end();
    expect(process.listenerCount('SIGHUP')).toBe(listeners);
    process.emit('SIGHUP', 'SIGHUP');
    expect(released).toBe(1);
    process.off('SIGHUP', other);
  });
});
