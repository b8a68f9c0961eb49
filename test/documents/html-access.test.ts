import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf, noBrowser } from './dossier.ts';
import { longDocuments } from './html-long.ts';
import { openPages, type Pages } from './html-pages.ts';

interface Violation {
  id: string;
  nodes: { html: string }[];
}

describe.skipIf(noBrowser)('the HTML documents for everybody', () => {
  let pages: Pages;

  beforeAll(async () => {
    pages = await openPages([
      ...(await documentsOf('infinity-gifts-souvenirs')),
      ...longDocuments().map((each) => ({ ...each, name: `long-${each.name}` })),
    ]);
  });

  afterAll(async () => {
    await pages.close();
  });

  const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

  // The dark look differs in its colours alone.
  it.each([
    [1280, false, everything],
    [360, false, everything],
    [360, true, ['color-contrast']],
  ])('have nothing that axe finds at fault: %i wide, dark %s', async (width, dark, runOnly) => {
    const found: string[] = [];
    // Long documents have the colours of short ones.
    for (const address of pages.addresses.filter((name) => !dark || !name.includes('/long-'))) {
      const { page } = await pages.visit(address, { width, dark });
      await page.evaluate(axe.source);
      const violations = (await page.evaluate(
        `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(runOnly)} }).then((result) => result.violations)`,
      )) as Violation[];
      found.push(...violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`));
      await page.close();
    }
    expect(found).toEqual([]);
  });
});
