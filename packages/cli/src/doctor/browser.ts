import type { BrowserReport } from '@iam-dossier/renderer';
import type { Check } from './check.ts';

/** The browser that would print, and those before it that would not. */
export function checkBrowser(report: BrowserReport, from: string | undefined): Check[] {
  const given = (source: string) => (source === 'given' && from !== undefined ? `given by ${from}` : source);
  const refused = report.refusals.map(({ source, path, reason }): Check => ({
    name: 'browser',
    status: 'warn',
    text: `${given(source)}${path === undefined ? '' : ` ${path}`}: ${reason}`,
  }));
  if (!report.found)
    return [...refused, { name: 'browser', status: 'fail', text: 'none could be used: no PDF can be made here. HTML, Markdown and JSON can.' }];
  const { source, path, version, startMs, sandbox } = report;
  return [
    ...refused,
    { name: 'browser', status: 'ok', text: `${given(source)}: ${version}, ready after ${startMs} ms; ${path}` },
    {
      name: 'sandbox',
      status: 'ok',
      text: sandbox ? 'on' : 'off: not to be had here (root, or no user namespaces). The browser prints only documents made here, without network',
    },
  ];
}

/** Every way to a browser, the one without network first. */
export function waysToBrowser(): string[] {
  return [
    'Ways to a browser, any one of them:',
    '  1. Linux x64: install the packages again with optional ones; they bring a browser (no root, no other download).',
    '  2. Install Chrome, Chromium or Edge. Debian, Ubuntu: apt-get install chromium-headless-shell, or chromium',
    '  3. iam-dossier doctor --install-browser fetches chrome-headless-shell (network, about 100 MB).',
    '  4. Name one that is there: --browser /path/to/chrome, or IAM_DOSSIER_BROWSER=/path/to/chrome',
  ];
}
