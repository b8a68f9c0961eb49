import process from 'node:process';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import { inspectBrowser, installBrowser } from '@iam-dossier/renderer';
import { checkBrowser, waysToBrowser } from '../doctor/browser.ts';
import type { Check } from '../doctor/check.ts';
import { checkCache, checkDisk, checkMemory, checkPlace } from '../doctor/machine.ts';
import { checkFonts, checkNode, checkOptional, checkPackages } from '../doctor/packages.ts';
import { browserOf } from '../dossier/browser.ts';
import type { Result } from '../output/result.ts';
import { grouped } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';

interface Args {
  'browser'?: string;
  'install-browser'?: boolean;
}

export async function run(args: Args, session: Session): Promise<Result> {
  if (args['install-browser'] === true) await fetchBrowser(session);
  session.progress.step('Starting the browser');
  const { browser, from } = browserOf(args.browser, session);
  const report = await inspectBrowser(browser === undefined ? {} : { browser });
  const checks = [
    checkNode(),
    checkPackages(),
    checkOptional(),
    checkFonts(),
    ...checkBrowser(report, from),
    await checkCache(report),
    await checkDisk(),
    checkMemory(),
    checkPlace(session.env),
  ];
  const failed = checks.some((check) => check.status === 'fail');
  return {
    exitCode: failed ? 2 : 0,
    json: { platform: `${process.platform} ${process.arch}`, checks, browser: report },
    lines: [
      ...checkLines(checks, session),
      ...(report.found ? [] : ['', ...waysToBrowser()]),
      '',
      failed ? 'Something is missing; see above.' : 'Everything can be made here.',
    ],
  };
}

async function fetchBrowser({ progress, announce }: Session): Promise<void> {
  announce('Fetching chrome-headless-shell over the network');
  const path = await installBrowser((done, total) => progress.step(`Fetched ${megabytes(done)} of ${megabytes(total)} MB`)).catch(tellOtherWays);
  progress.done();
  announce(`Fetched: ${path}`);
}

function tellOtherWays(error: unknown): never {
  if (!isDossierError(error)) throw error;
  throw new DossierError(error.code, error.message, {
    cause: error,
    hint: 'There are ways without this download: iam-dossier doctor lists them when no browser is found.',
  });
}

function megabytes(bytes: number): string {
  return grouped(Math.round(bytes / 1_000_000));
}

function checkLines(checks: readonly Check[], { paint, columns }: Session): string[] {
  const brush = { ok: paint.green, warn: paint.yellow, fail: paint.red };
  const rows = checks.map(({ status, name, text, fix }) => [brush[status](status), name, paint.plain(fix === undefined ? text : `${text}. ${fix}`)]);
  return tableLines(rows, { columns, indent: '' });
}
