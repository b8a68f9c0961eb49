import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf, examples, noBrowser } from './dossier.ts';
import { hostileDocuments } from './hostile.ts';
import { longDocuments } from './html-long.ts';
import { openPages, type Pages } from './html-pages.ts';

/** The narrowest telephone, tablets, desks, and one wide screen. */
const widths = [320, 360, 768, 1280, 1920];

describe.skipIf(noBrowser)('the HTML documents in a browser', () => {
  let pages: Pages;
  const addresses: string[] = [];

  beforeAll(async () => {
    const documents = (await Promise.all(examples.map((name) => documentsOf(name)))).flat();
    const hostile = (await hostileDocuments()).map(({ name, html }) => ({ name: `hostile-${name}`, html }));
    const long = longDocuments().map(({ name, html }) => ({ name: `hostile-long-${name}`, html }));
    pages = await openPages([...documents, ...hostile, ...long]);
    addresses.push(...pages.addresses);
  });

  afterAll(async () => {
    await pages.close();
  });

  const visit: Pages['visit'] = (...given) => pages.visit(...given);

  it('ask for nothing, complain of nothing and fit every screen', async () => {
    for (const address of addresses) {
      const { page, asked, complaints } = await visit(address);
      const wide: number[] = [];
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        wide.push((await page.evaluate('document.documentElement.scrollWidth')) as number);
      }
      expect({ address, asked, complaints, wide }).toEqual({ address, asked: [], complaints: [], wide: widths });
      await page.close();
    }
  });

  it('say without script all that they say with it', async () => {
    const seen = `[...document.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td')]
      .filter((element) => element.checkVisibility()).map((element) => {
        const copy = element.cloneNode(true);
        for (const control of copy.querySelectorAll('button, [role=status]')) control.remove();
        return copy.textContent.trim();
      })`;
    const textsOf = async (address: string, script: boolean): Promise<string[]> => {
      const { page } = await visit(address, { script });
      const texts = (await page.evaluate(seen)) as string[];
      await page.close();
      return texts;
    };
    for (const address of addresses.filter((name) => !name.includes('hostile-'))) {
      const [bare, scripted] = [await textsOf(address, false), await textsOf(address, true)];
      expect(bare.length).toBeGreaterThan(40);
      expect(scripted.filter((text) => !bare.includes(text))).toEqual([]);
      expect(scripted.length).toBe(bare.length);
    }
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
