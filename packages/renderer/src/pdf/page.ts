import type { Browser, Page } from './browser/puppeteer.ts';

/** Opens the HTML in a page that runs no script and reaches nothing outside itself. */
export async function openPage(browser: Browser, html: string, timeoutMs: number): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeoutMs);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.url().startsWith('data:') ? request.continue() : request.abort('blockedbyclient'));
  });
  await page.emulateMediaType('print');
  await page.setContent(html, { waitUntil: 'load' });
  // Page margins use fonts that the page itself may not have asked for.
  await page.evaluate('Promise.allSettled(Array.from(document.fonts, (font) => font.load())).then(() => document.fonts.ready).then(() => 0)');
  return page;
}

/** The ids whose page numbers the document shows. */
export async function readPageReferences(page: Page): Promise<string[]> {
  return (await page.evaluate(
    "Array.from(document.querySelectorAll('[data-page-of]'), (element) => element.getAttribute('data-page-of'))",
  )) as string[];
}

/** What each link says, by its `href`; of several to one place, the first that says something. */
export async function readLinkTexts(page: Page): Promise<Map<string, string>> {
  const found = (await page.evaluate(
    "Array.from(document.querySelectorAll('a[href]'), (link) => [link.getAttribute('href'), link.getAttribute('aria-label') ?? link.innerText])",
  )) as [string, string][];
  const texts = new Map<string, string>();
  for (const [target, said] of found) {
    const text = said.replace(/\s+/g, ' ').trim();
    if (text !== '' && !texts.has(target)) texts.set(target, text);
  }
  return texts;
}

export async function writePageNumbers(page: Page, numbers: ReadonlyMap<string, number>): Promise<void> {
  await page.evaluate(`((numbers) => {
    for (const element of document.querySelectorAll('[data-page-of]')) {
      element.textContent = numbers[element.getAttribute('data-page-of')] ?? '';
    }
  })(${JSON.stringify(Object.fromEntries(numbers))})`);
}

/** Prints with tags and bookmarks, or plainly where only the pages matter. */
export function printPage(page: Page, detail: 'full' | 'plain'): Promise<Uint8Array> {
  const full = detail === 'full';
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: full, outline: full });
}
