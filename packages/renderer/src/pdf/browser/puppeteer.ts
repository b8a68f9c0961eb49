import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, LaunchOptions, Page } from 'puppeteer';

export type { Browser, Page };

interface Puppeteer {
  launch(options: LaunchOptions): Promise<Browser>;
  PUPPETEER_REVISIONS: Record<'chrome-headless-shell', string>;
}

/** The members of @puppeteer/browsers that are used. */
interface BrowserTools {
  install(options: InstallRequest): Promise<{ executablePath: string }>;
  getInstalledBrowsers(options: { cacheDir: string }): Promise<{ browser: string; executablePath: string }[]>;
}

interface InstallRequest {
  browser: string;
  buildId: string;
  cacheDir: string;
  downloadProgressCallback: (downloadedBytes: number, totalBytes: number) => void;
}

const require = createRequire(import.meta.url);

// `puppeteer` itself runs a configuration script that it finds in the working folder; its core does not. Both packages
// come with puppeteer and are found through it.
export function loadPuppeteer(): Promise<Puppeteer> {
  return load('puppeteer-core');
}

export function loadBrowserTools(): Promise<BrowserTools> {
  return load('@puppeteer/browsers');
}

/** False when the optional package was not installed. */
export function hasPuppeteer(): boolean {
  try {
    require.resolve('puppeteer');
    return true;
  } catch {
    return false;
  }
}

async function load<T>(name: string): Promise<T> {
  const path = createRequire(require.resolve('puppeteer')).resolve(name);
  const loaded = (await import(pathToFileURL(path).href)) as { default: T };
  return loaded.default;
}
