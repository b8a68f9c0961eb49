import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf, noBrowser } from './dossier.ts';
import { manyPrincipals } from './html-long.ts';
import { openPages, type Pages } from './html-pages.ts';

const many = 90;
const shown = `[...document.querySelectorAll('.named tbody tr')].filter((row) => row.checkVisibility()).length`;
const counted = (text: string) => `document.querySelector('.finder output').textContent.startsWith('${text}')`;

describe.skipIf(noBrowser)('using the HTML documents', () => {
  let pages: Pages;
  const of = (part: string) => pages.addresses.find((address) => address.includes(part)) ?? '';
  const opened = async (part: string, script = true): Promise<Page> => (await pages.visit(of(part), { script })).page;

  beforeAll(async () => {
    pages = await openPages([...(await documentsOf('infinity-gifts-souvenirs')), { name: 'many', html: manyPrincipals(many).html }]);
  });

  afterAll(async () => {
    await pages.close();
  });

  it('find by name with the keyboard alone, say how much is shown, and show all again on Escape', async () => {
    const page = await opened('/many');
    const total = (await page.evaluate(shown)) as number;
    expect(total).toBe(many + 10);
    await page.keyboard.press('/');
    await page.keyboard.type('USER-7');
    await page.waitForFunction(counted('11 of 100'));
    expect(await page.evaluate(shown)).toBe(11);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.panel:not(.filtered-out)[id]')].filter((panel) => panel.id.startsWith('principal-')).length`,
      ),
    ).toBe(11);
    await page.keyboard.press('Escape');
    await page.waitForFunction(counted('100 of 100'));
    expect(await page.evaluate(shown)).toBe(total);
    await page.close();
  });

  it('filter by type', async () => {
    const page = await opened('/many');
    await page.waitForFunction(`document.querySelector('.finder select[name=type]').options.length === 3`);
    await page.select('.finder select[name=type]', 'IAM role');
    expect(await page.evaluate(shown)).toBe(10);
    expect(await page.evaluate(counted('10 of 100'))).toBe(true);
    await page.close();
  });

  it('sort the list, and the panels with it', async () => {
    const page = await opened('/many');
    const orders = `[
      [...document.querySelectorAll('.named tbody th')].map((cell) => cell.textContent),
      [...document.querySelectorAll('#principals .panel h3')].map((name) => name.textContent),
    ]`;
    await page.waitForFunction(`document.querySelector('.finder select[name=sort]').options.length > 3`);
    const [before = []] = (await page.evaluate(orders)) as string[][];
    await page.select('.finder select[name=sort]', '0');
    const [rows = [], panels] = (await page.evaluate(orders)) as string[][];
    const key = (name: string) => name.replace(/\d+/, (digits) => digits.padStart(3, '0'));
    expect(rows.map(key)).toEqual(before.map(key).sort());
    expect(rows).not.toEqual(before);
    expect(panels).toEqual(rows);
    await page.select('.finder select[name=sort]', '');
    expect(((await page.evaluate(orders)) as string[][])[0]).toEqual(before);
    await page.close();
  });

  it('fold and unfold a panel, and all of them', async () => {
    const page = await opened('implementation');
    const seen = `[...document.querySelectorAll('#principals .panel dl')].filter((list) => list.checkVisibility({ contentVisibilityAuto: true })).length`;
    expect(await page.evaluate(seen)).toBe(2);
    await page.focus('.fold');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(seen)).toBe(1);
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-expanded')`)).toBe('false');
    // What folds moves the button: a click by its place could come beside it.
    const foldAll = () => page.$eval('.fold-all', (button) => (button as { click?: () => void }).click?.());
    await foldAll();
    await page.waitForFunction(`${seen} === 0`);
    await foldAll();
    await page.waitForFunction(`${seen} === 2`);
    await page.close();
  });

  it('copy an ARN, and say so', async () => {
    const page = await opened('implementation');
    const arn = await page.$eval('#principals .panel .wide .mono', (cell) => cell.firstElementChild?.textContent ?? '');
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })`);
    await page.click('.copy');
    await page.waitForFunction(`document.querySelector('.copied').textContent !== ''`);
    expect(await page.evaluate('window.copied')).toBe(arn);
    expect(arn).toMatch(/^arn:aws:iam::\d{12}:user\/igs-/);
    await page.close();
  });

  it('show what an address names, though it is folded and filtered out', async () => {
    const page = await opened('/many');
    const last = (await page.evaluate(`[...document.querySelectorAll('#principals .panel')].at(-1).id`)) as string;
    await page.click('.fold-all');
    await page.type('.finder input', 'no such principal');
    await page.waitForFunction(counted('0 of'));
    await page.evaluate(`location.hash = '${last}'`);
    await page.waitForFunction(`document.querySelector('#${last} dl').checkVisibility({ contentVisibilityAuto: true })`);
    expect(await page.evaluate(`document.querySelector('#${last}').matches(':target:not(.folded)')`)).toBe(true);
    await page.close();
  });

  it('lead the keyboard past the contents first, and through the whole page without a trap', async () => {
    const page = await opened('readiness');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip-link');
    await page.evaluate(`document.activeElement.dataset.seen = '', addEventListener('focusin', ({ target }) => (target.dataset.seen = ''))`);
    const stops = (more: string) =>
      `[...document.querySelectorAll('a[href]${more}, button${more}, input${more}, select${more}')].filter((stop) => stop.checkVisibility({ visibilityProperty: true })).length`;
    const most = (await page.evaluate(stops(''))) as number;
    expect(most).toBeGreaterThan(80);
    // Browsers stop at boxes that scroll, too: more stops than the page has controls. A trap would hold it for ever.
    let unseen = most;
    for (let press = 0; press < most * 3 && unseen > 0; press += 1) {
      await page.keyboard.press('Tab');
      // As fast as no person presses it, the browser steps over what it has not laid out yet.
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      unseen = (await page.evaluate(stops(':not([data-seen])'))) as number;
    }
    expect(unseen).toBe(0);
    await page.close();
  });

  it('show nothing that is dead without script', async () => {
    for (const part of ['implementation', 'readiness', 'sop']) {
      const page = await opened(part, false);
      const controls = `[...document.querySelectorAll('button, input, select, output')].filter((control) => control.checkVisibility()).length`;
      expect([part, await page.evaluate(controls)]).toEqual([part, 0]);
      await page.close();
    }
  });

  it('keep their controls off paper, and show there what is folded', async () => {
    const page = await opened('implementation');
    await page.click('.fold-all');
    await page.emulateMediaType('print');
    const controls = `[...document.querySelectorAll('button, input, select, output, .notice')].filter((control) => control.checkVisibility()).length`;
    expect(await page.evaluate(controls)).toBe(0);
    expect(await page.evaluate(`document.querySelector('#principals .panel dl').checkVisibility({ contentVisibilityAuto: true })`)).toBe(true);
    await page.close();
  });
});
