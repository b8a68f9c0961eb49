// Print documents, against the same browser that prints the same HTML twice: plainly for the page numbers, then with tags.
import { fileURLToPath } from 'node:url';
import { importPaths } from '@iam-dossier/core/importer';
import { readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { evaluate } from '@iam-dossier/evaluator';
import { inspectBrowser, printPdf, printPdfs, renderImplementation, renderReadiness, renderResponse, renderSop } from '@iam-dossier/renderer';
import puppeteer from 'puppeteer';
import { withAccount } from './account-files.mjs';
import { mb, median, ms, table, verdict } from './measure.mjs';

const TARGET_RATIO = 1.25;
const TARGET_MS = 5000;
const RUNS = Number(process.argv[2] ?? 5);
const examples = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));
const quota = { users: 5000, groups: 300, roles: 5000, policies: 10000 };

const browserAt = await inspectBrowser();
if (!browserAt.found) throw new Error(browserAt.hint);

const partner = await readPartnerFile(`${examples}partner.yaml`);
const folder = `${examples}infinity-gifts-souvenirs-mended`;
const engagement = await readEngagementFile(`${folder}/engagement.yaml`);
const issuedAt = engagement.document.date;
const small = { assessment: evaluate({ snapshots: [await importPaths([`${folder}/aws`])], engagement, partner, issuedAt }), engagement, partner };

await withAccount(quota, async ({ folder: files }) => {
  const large = { assessment: evaluate({ snapshots: [await importPaths([files])], issuedAt: '2026-10-01' }) };
  const rows = [];
  for (const document of [renderImplementation(small), renderReadiness(small), renderSop({ partner, issuedAt }), renderImplementation(large)]) {
    rows.push(await rowOf(document));
  }
  console.log(`Medians of ${RUNS} runs in turns, each with a new browser\n`);
  table(['document', 'size', 'printed', 'browser alone', 'ratio', `target ${TARGET_RATIO}`], rows);
  await submission(large);
});

async function rowOf(document) {
  const ours = [];
  const alone = [];
  let pdf;
  for (let run = 0; run <= RUNS; run += 1) {
    ours.push(await timed(async () => (pdf = await printPdf(document))));
    alone.push(await timed(() => printTwice(document.printHtml ?? document.html)));
  }
  // The first of each warms the disk.
  const [own, other] = [median(ours.slice(1)), median(alone.slice(1))];
  return [document.name, mb(pdf.length), ms(own), ms(other), (own / other).toFixed(2), verdict(own / other <= TARGET_RATIO)];
}

/** From an assessment in memory to every file for AWS, of the account of quota size. */
async function submission(input) {
  const time = await timed(async () => {
    renderResponse(input);
    await printPdfs([renderImplementation(input), renderSop({ partner, issuedAt: input.assessment.issuedAt })]);
  });
  console.log(
    `\n${quota.users} users, ${quota.roles} roles, ${quota.policies} policies: ${ms(time)} from assessment to files, target ${ms(TARGET_MS)}: ${verdict(time <= TARGET_MS)}`,
  );
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function printTwice(html) {
  const { path, sandbox } = browserAt;
  const browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args: sandbox ? [] : ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.emulateMediaType('print');
    await page.setContent(html, { waitUntil: 'load' });
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false });
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await browser.close();
  }
}
