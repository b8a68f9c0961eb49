import { access, constants } from 'node:fs/promises';
import type { BrowserOptions } from '../options.ts';
import { prepareBundled } from './bundled.ts';
import { findInstalledBrowsers } from './installed.ts';
import { bundledRunsHere, findPackFolder } from './pack.ts';
import type { BrowserLocation, BrowserRefusal, BrowserSource } from './report.ts';
import { findSystemBrowsers } from './system.ts';

type Candidate = BrowserLocation | BrowserRefusal;

export function isLocation(candidate: Candidate): candidate is BrowserLocation {
  return !('reason' in candidate);
}

/** The browsers to try, best first, each looked for only when it is asked for. A named browser has no alternative. */
export async function* findBrowsers(options: BrowserOptions): AsyncGenerator<Candidate> {
  if (options.browser !== undefined) {
    yield await givenBrowser(options.browser);
    return;
  }
  if (bundledRunsHere) yield await bundledBrowser(options.cacheFolder);
  yield* await listed('installed', findInstalledBrowsers, 'none was fetched');
  yield* await listed('system', findSystemBrowsers, 'no Chrome, Chromium or Edge at the usual places');
}

async function givenBrowser(path: string): Promise<Candidate> {
  try {
    await access(path, constants.X_OK);
    return { source: 'given', path };
  } catch {
    return { source: 'given', path, reason: 'there is no program at this path' };
  }
}

async function bundledBrowser(cacheFolder?: string): Promise<Candidate> {
  const packs = findPackFolder();
  if (packs === undefined) return { source: 'bundled', reason: 'the optional package @sparticuz/chromium is not installed' };
  try {
    return await prepareBundled(packs, cacheFolder);
  } catch (error) {
    return { source: 'bundled', reason: `it could not be unpacked: ${messageOf(error)}` };
  }
}

async function listed(source: BrowserSource, find: () => Promise<string[]>, none: string): Promise<Candidate[]> {
  try {
    const paths = await find();
    return paths.length > 0 ? paths.map((path) => ({ source, path })) : [{ source, reason: none }];
  } catch (error) {
    return [{ source, reason: messageOf(error) }];
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
