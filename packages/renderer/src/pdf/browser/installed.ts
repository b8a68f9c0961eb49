import { homedir } from 'node:os';
import { join } from 'node:path';
import { DossierError } from '@iam-dossier/core/errors';
import { loadBrowserTools, loadPuppeteer } from './puppeteer.ts';

const browser = 'chrome-headless-shell';
// Where puppeteer's own commands keep browsers too.
const cacheDir = join(homedir(), '.cache', 'puppeteer');

/** Browsers that `installBrowser`, or puppeteer's own command, has fetched. */
export async function findInstalledBrowsers(): Promise<string[]> {
  const { getInstalledBrowsers } = await loadBrowserTools();
  const found = await getInstalledBrowsers({ cacheDir });
  return found
    .filter((one) => one.browser === browser)
    .map(({ executablePath }) => executablePath)
    .sort()
    .reverse();
}

/** Fetches chrome-headless-shell over the network and gives its path. Nothing else of this package calls it. */
export async function installBrowser(onProgress: (downloadedBytes: number, totalBytes: number) => void = () => undefined): Promise<string> {
  try {
    const [{ install }, { PUPPETEER_REVISIONS }] = await Promise.all([loadBrowserTools(), loadPuppeteer()]);
    const buildId = PUPPETEER_REVISIONS[browser];
    const { executablePath } = await install({ browser, buildId, cacheDir, downloadProgressCallback: onProgress });
    return executablePath;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DossierError('browser-missing', `The browser could not be fetched: ${reason}`, { cause });
  }
}
