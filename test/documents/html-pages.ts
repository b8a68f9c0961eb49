import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Page } from 'puppeteer';
import { foundBrowser } from './dossier.ts';

export interface Visit {
  page: Page;
  /** What the page fetched beside itself. */
  asked: string[];
  /** What the browser wrote to its console. */
  complaints: string[];
}

export interface Pages {
  /** One address of a file for each document. */
  addresses: string[];
  /** Opens a document without network. */
  visit(address: string, options?: { script?: boolean; width?: number; dark?: boolean }): Promise<Visit>;
  close(): Promise<void>;
}

/** Writes documents to a folder of their own, and opens them in a real browser. */
export async function openPages(documents: readonly { name: string; html: string }[]): Promise<Pages> {
  const { path, sandbox } = foundBrowser();
  const browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args: sandbox ? [] : ['--no-sandbox'] });
  const folder = await mkdtemp(join(tmpdir(), 'iam-dossier-html-'));
  const addresses: string[] = [];
  for (const { name, html } of documents) {
    const file = join(folder, `${name}.html`);
    await writeFile(file, html);
    addresses.push(pathToFileURL(file).href);
  }
  return {
    addresses,
    visit: async (address, { script = true, width = 1280, dark = false } = {}) => {
      const page = await browser.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      await page.setViewport({ width, height: 900 });
      await page.setJavaScriptEnabled(script);
      await page.setOfflineMode(true);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      page.on('request', (request) => {
        const url = request.url();
        if (url !== address.split('#')[0] && !url.startsWith('data:')) asked.push(url);
      });
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(address, { waitUntil: 'load' });
      return { page, asked, complaints };
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}
