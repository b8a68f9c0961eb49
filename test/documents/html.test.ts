import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileDocuments } from './hostile.ts';
import { documentsOf, examples, foundBrowser, noBrowser } from './dossier.ts';

const widths = [1280, 390];

describe.skipIf(noBrowser)('the HTML documents in a browser', () => {
  let browser: Browser;
  let folder: string;
  const addresses: string[] = [];

  beforeAll(async () => {
    const { path, sandbox } = foundBrowser();
    browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args: sandbox ? [] : ['--no-sandbox'] });
    folder = await mkdtemp(join(tmpdir(), 'iam-dossier-html-'));
    const documents = (await Promise.all(examples.map(documentsOf))).flat();
    const hostile = (await hostileDocuments()).map(({ name, html }) => ({ name: `hostile-${name}`, html }));
    for (const { name, html } of [...documents, ...hostile]) {
      const file = join(folder, `${name}.html`);
      await writeFile(file, html);
      addresses.push(pathToFileURL(file).href);
    }
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  interface Visit {
    page: Page;
    asked: string[];
    complaints: string[];
  }

  /** Opens a document without network; says what it asked for, and what the browser complained of. */
  async function visit(address: string, { script = true, width = 1280 } = {}): Promise<Visit> {
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    await page.setViewport({ width, height: 900 });
    await page.setJavaScriptEnabled(script);
    await page.setOfflineMode(true);
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address, { waitUntil: 'load' });
    return { page, asked: asked.filter((url) => url !== address && !url.startsWith('data:')), complaints };
  }

  it.each(widths)('ask for nothing, complain of nothing and fit a screen %i wide', async (width) => {
    for (const address of addresses) {
      const { page, asked, complaints } = await visit(address, { width });
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect({ address, asked, complaints, wide }).toEqual({ address, asked: [], complaints: [], wide: width });
      await page.close();
    }
  });

  it('say without script all that they say with it', async () => {
    const seen = `[...document.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td')]
      .filter((element) => element.checkVisibility()).map((element) => element.textContent)`;
    const textsOf = async (address: string, script: boolean): Promise<string[]> => {
      const { page } = await visit(address, { script });
      const texts = (await page.evaluate(seen)) as string[];
      await page.close();
      return texts;
    };
    for (const address of addresses.filter((name) => !name.includes('hostile-'))) {
      const [bare, scripted] = [await textsOf(address, false), await textsOf(address, true)];
      expect(bare.length).toBeGreaterThan(80);
      expect(scripted.filter((text) => !bare.includes(text))).toEqual([]);
      expect(scripted.length).toBe(bare.length);
    }
  });

  it('filter tables and lists, and say how much is shown', async () => {
    const { page } = await visit(addresses.find((address) => address.includes('implementation')) ?? '');
    const counts = (await page.evaluate(`(() => {
      const rows = () => [...document.querySelectorAll('table[data-filterable] tbody tr')].filter((row) => row.offsetParent !== null).length;
      const before = rows();
      for (const input of document.querySelectorAll('input[type=search]')) {
        input.value = 'no such policy';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return [before, rows(), [...document.querySelectorAll('output')].map((output) => output.textContent).join(' ')];
    })()`)) as [number, number, string];
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(0);
    expect(counts[2]).toMatch(/\b0 of \d+/);
    await page.close();
  });

  it('have no script and image of anybody else’s, no style attribute and a policy that says so', async () => {
    for (const address of addresses) {
      const { page } = await visit(address);
      const found = await page.evaluate(`[
        document.querySelectorAll('script').length,
        document.querySelectorAll('[style], [onclick], [onload], [onerror], iframe, object, embed, form, link, base').length,
        document.querySelector('meta[http-equiv="Content-Security-Policy"]').content.startsWith("default-src 'none'"),
        document.querySelectorAll('a[href^="javascript:"], img:not([src^="data:"])').length,
        window.hostile ?? 'nothing ran',
      ]`);
      expect([address, found]).toEqual([address, [1, 0, true, 0, 'nothing ran']]);
      await page.close();
    }
  });
});
