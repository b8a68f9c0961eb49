import type { BrowserOptions } from '../options.ts';
import { missingHint, searchBrowser } from './open.ts';
import type { BrowserReport } from './report.ts';

/** Starts the browser that printing would use, and tells about it. Never throws for a missing browser. */
export async function inspectBrowser(options: BrowserOptions = {}): Promise<BrowserReport> {
  const before = performance.now();
  const { opened, refusals } = await searchBrowser(options);
  if (!opened) return { found: false, refusals, hint: missingHint };
  const startMs = Math.round(performance.now() - before);
  const { location, version, sandbox } = opened;
  await opened.close();
  return { found: true, source: location.source, path: location.path, version, sandbox, startMs, refusals };
}
