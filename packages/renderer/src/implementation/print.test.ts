import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../pdf/browser/open.ts';
import { pageCount, readAll } from '../pdf/finished.test-helper.ts';
import { printPdf } from '../pdf/index.ts';
import { noBrowser } from '../pdf/real-browser.test-helper.ts';
import { assessmentOf, effectiveOf, policyOf, subjectOf, userProfileOf } from '../render/assessment.test-helper.ts';
import { renderImplementation } from './render.ts';
import { worstCase } from './worst-case.test-helper.ts';

/** 170 mm between the margins, in CSS pixels. */
const pageWidth = 643;

describe.skipIf(noBrowser)('the implementation document, printed', () => {
  it('stays within 40 pages and 4.5 MB with 5,000 principals, every list full and every text long, in the longest language', async () => {
    const { assessment, engagement } = worstCase(5000);
    const pdf = await printPdf(renderImplementation({ assessment: { ...assessment, locale: 'pt-BR' }, engagement }));
    expect(pageCount(readAll(pdf))).toBeLessThanOrEqual(40);
    expect(pdf.length).toBeLessThan(4_500_000);
  });

  it('stays within 500 pages as full document, and shows ten times as much', async () => {
    const { assessment, engagement } = worstCase(2000, 400);
    const document = renderImplementation({ assessment: { ...assessment, locale: 'pt-BR' }, engagement }, 'full');
    const pages = pageCount(readAll(await printPdf(document)));
    expect(pages).toBeLessThanOrEqual(500);
    expect(pages).toBeGreaterThan(200);
  });

  it('holds nothing wider than its page, which would make the browser print all of it smaller', async () => {
    const { browser, close } = await openBrowser({});
    const page = await browser.newPage();
    await page.setViewport({ width: pageWidth, height: 1000 });
    await page.emulateMediaType('print');
    await page.setContent(renderImplementation(worstCase(30)).printHtml ?? '', { waitUntil: 'load' });
    const width = await page.evaluate('document.querySelector(".cover").remove(), document.documentElement.scrollWidth');
    await close();
    expect(width).toBe(pageWidth);
  });

  it('runs no script of a hostile name and asks for nothing, while its own script runs', async () => {
    const server = createServer((_, response) => response.end());
    const hits: string[] = [];
    server.on('request', ({ url }) => hits.push(url ?? ''));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { browser, close } = await openBrowser({});
    const page = await browser.newPage();
    await page.setContent(renderImplementation({ assessment: hostile(at) }).html, { waitUntil: 'load' });
    const seen = await page.evaluate(
      '({ hacked: window.hacked ?? null, filters: document.querySelectorAll("main .finder:not([hidden])").length, images: document.images.length, titles: document.title })',
    );
    await close();
    await new Promise((resolve) => server.close(resolve));
    expect(seen).toMatchObject({ hacked: null, filters: 1, images: 0 });
    expect(hits).toEqual([]);
  });
});

function hostile(at: string) {
  const name = `"><img src="${at}/a" onerror="window.hacked=1"><script>window.hacked=2;fetch("${at}/b")</script></style><style>@import "${at}/c"</style>`;
  return assessmentOf({
    subjects: [subjectOf('user', name, { arn: `arn:aws:iam::111122223333:user/${name}` })],
    profiles: [
      userProfileOf(0, {
        tags: [{ key: name, value: `' onload='${name}` }],
        groups: [name],
        policies: [policyOf(name, { groups: [name] })],
        purpose: name,
      }),
    ],
    effectivePermissions: [effectiveOf(name)],
    directory: [],
    snapshots: assessmentOf().snapshots.map((snapshot) => ({
      ...snapshot,
      account: { ...snapshot.account, name, aliases: [name] },
      notes: [{ level: 'warning', code: name, file: name, message: name }],
    })),
  });
}
