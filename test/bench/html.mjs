// Open the HTML of an account of 5,000 principals in the browser: what is written, and the browser's own work until it is idle.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importPaths } from '@iam-dossier/core/importer';
import { evaluate } from '@iam-dossier/evaluator';
import { inspectBrowser, renderImplementation, renderReadiness } from '@iam-dossier/renderer';
import puppeteer from 'puppeteer';
import { withAccount } from './account-files.mjs';
import { mb, median, ms, table, verdict } from './measure.mjs';

const TARGET_MS = 1000;
const RUNS = Number(process.argv[2] ?? 5);
const size = { users: 3000, groups: 250, roles: 2000, policies: 5000 };

const browserAt = await inspectBrowser();
if (!browserAt.found) throw new Error(browserAt.hint);
const folder = mkdtempSync(join(tmpdir(), 'iam-dossier-bench-'));
try {
  await withAccount(size, async ({ folder: files }) => {
    const assessment = evaluate({ snapshots: [await importPaths([files])], issuedAt: '2026-10-01' });
    const rows = [];
    for (const render of [renderImplementation, renderReadiness]) {
      const begin = performance.now();
      const { name, html } = render({ assessment });
      const written = performance.now() - begin;
      const file = join(folder, `${name}.html`);
      writeFileSync(file, html);
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await open(file));
      const of = (member) => median(runs.map((run) => run[member]));
      rows.push([name, mb(Buffer.byteLength(html)), ms(written), ms(of('seen')), ms(of('idle')), ms(of('work')), verdict(of('work') <= TARGET_MS)]);
    }
    console.log(`${size.users} users, ${size.roles} roles, ${size.policies} policies; medians of ${RUNS} new browsers\n`);
    table(['document', 'size', 'rendered in', 'first contents', 'loaded and idle', 'work of the page', `target ${TARGET_MS} ms`], rows);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** From the start of navigation. The work is the processor time of the page's main thread: a busy machine leaves it nearly as it is. */
async function open(file) {
  const { path, sandbox } = browserAt;
  const browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args: sandbox ? [] : ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const [seen, idle] = await page.evaluate(
      `new Promise((tell) => requestIdleCallback(() => tell([performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.now()])))`,
    );
    const { metrics } = await session.send('Performance.getMetrics');
    return { seen, idle, work: metrics.find(({ name }) => name === 'TaskDuration').value * 1000 };
  } finally {
    await browser.close();
  }
}
