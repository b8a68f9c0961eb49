import { DossierError, type Problem } from '@iam-dossier/core/errors';
import type { BrowserOptions } from '../options.ts';
import { findBrowsers, isLocation } from './find.ts';
import { launchBrowser, type OpenBrowser } from './launch.ts';
import { hasPuppeteer } from './puppeteer.ts';
import type { BrowserRefusal } from './report.ts';

export type Search = { opened: OpenBrowser; refusals: BrowserRefusal[] } | { opened?: undefined; refusals: BrowserRefusal[] };

/** Starts the first browser that will, and tells why those before it did not. */
export async function searchBrowser(options: BrowserOptions): Promise<Search> {
  const refusals: BrowserRefusal[] = [];
  if (!hasPuppeteer()) return { refusals: [{ source: 'installed', reason: 'the optional package puppeteer is not installed' }] };
  for await (const candidate of findBrowsers(options)) {
    if (!isLocation(candidate)) {
      refusals.push(candidate);
      continue;
    }
    try {
      return { opened: await launchBrowser(candidate, options), refusals };
    } catch (error) {
      refusals.push({ source: candidate.source, path: candidate.path, reason: `it does not start: ${firstLines(error)}` });
    }
  }
  return { refusals };
}

export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  const { opened, refusals } = await searchBrowser(options);
  if (opened) return opened;
  const started = refusals.some(({ reason }) => reason.startsWith('it does not start'));
  const problems = refusals.map(problemOf);
  if (started) throw new DossierError('browser-failed', 'No browser could be started, so no PDF was made.', { problems });
  throw new DossierError('browser-missing', 'No browser was found, so no PDF was made.', { problems, hint: missingHint });
}

export const missingHint =
  'Install Chrome, Chromium or Edge, name a browser with --browser, or run iam-dossier doctor to see what was looked for. ' +
  'On Linux x64, install with optional packages: they bring a browser.';

function problemOf(refusal: BrowserRefusal): Problem {
  return { ...(refusal.path === undefined ? {} : { file: refusal.path }), message: `${refusal.source} browser: ${refusal.reason}` };
}

function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.slice(0, 4).join(' ').slice(0, 400);
}
