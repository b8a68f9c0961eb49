import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenBrowser } from './browser/launch.ts';
import { openBrowser } from './browser/open.ts';
import { listPages } from './finish/pages.ts';
import { openPage } from './page.ts';
import { paginate } from './paginate.ts';
import { documentOf, noBrowser } from './real-browser.test-helper.ts';

describe.skipIf(noBrowser)('paginate', () => {
  let opened: OpenBrowser;
  beforeAll(async () => {
    opened = await openBrowser({});
  });
  afterAll(() => opened.close());

  async function numbersOf(body: string, css = ''): Promise<{ shown: string; pages: number }> {
    const page = await openPage(opened.browser, documentOf(body, {}, css).html, 30_000);
    const source = await paginate(page, 'test', () => undefined);
    const shown = await page.evaluate("Array.from(document.querySelectorAll('[data-page-of]'), (e) => e.textContent).join()");
    return { shown: String(shown), pages: listPages(source).length };
  }

  const contents = (...ids: string[]): string => ids.map((id) => `<p><a href="#${id}">${id} <span data-page-of="${id}"></span></a></p>`).join('');
  const section = (id: string, heightMm: number): string =>
    `<section id="${id}" style="break-before: page"><h2>${id}</h2><div style="height: ${heightMm}mm"></div></section>`;

  it('writes the page of each section into the contents', async () => {
    const body = contents('a', 'b', 'ção') + section('a', 10) + section('b', 400) + section('ção', 10);
    expect(await numbersOf(body)).toEqual({ shown: '2,3,5', pages: 5 });
  });

  it('prints again when writing the numbers moves the pages', async () => {
    const body = contents('a', 'b') + section('a', 10) + section('b', 10);
    expect(await numbersOf(body, '[data-page-of]:not(:empty) { display: block; height: 230mm }')).toEqual({
      shown: '3,4',
      pages: 4,
    });
  });

  it('prints a document that asks for no numbers', async () => {
    expect(await numbersOf('<p>x</p>')).toEqual({ shown: '', pages: 1 });
  });

  it('names the section that is not there', async () => {
    await expect(numbersOf(contents('missing'))).rejects.toMatchObject({
      code: 'template-invalid',
      message: expect.stringContaining('"missing"'),
    });
  });
});
