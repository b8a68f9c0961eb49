import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { examples, noBrowser, printedOf, type Printed } from './dossier.ts';
import { fontsOf, linksOf, openPdf, pagesOf, textBoxes, type TextBox } from './read-pdf.ts';

const papers = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } };
/** Text keeps this far from the edges; running heads stand in the margins, but not nearer. */
const edge = 9;
const margins = { top: 24, bottom: 21 };
const leastFill = 0.15;

interface Opened extends Printed {
  pages: PDFPageProxy[];
  texts: TextBox[][];
  file: PDFDocumentProxy;
}

async function open(printed: Printed): Promise<Opened> {
  const file = await openPdf(printed.pdf);
  const pages = await pagesOf(file);
  return { ...printed, file, pages, texts: await Promise.all(pages.map(textBoxes)) };
}

const printings = [...examples.map((name) => [name, 'A4'] as const), ['infinity-gifts-souvenirs-mended', 'Letter'] as const];

describe.skipIf(noBrowser).each(printings)('the PDFs of %s on %s', (name, paper) => {
  const page = papers[paper];
  const body = { top: margins.top, bottom: page.height - margins.bottom };
  let opened: Opened[] = [];

  beforeAll(async () => {
    opened = await Promise.all((await printedOf(name, paper)).map(open));
  });

  /** What a check finds, with the document and the page where it finds it. */
  function found(check: (boxes: TextBox[], page: number) => string[]): string[] {
    return opened.flatMap(({ document, texts }) =>
      texts.flatMap((boxes, index) => check(boxes, index + 1).map((what) => `${document.name}, page ${index + 1}: ${what}`)),
    );
  }

  it('are small enough, say what they are, and bear the document’s date alone', async () => {
    for (const { document, pdf, file } of opened) {
      expect(file.numPages).toBeLessThanOrEqual(40);
      expect(pdf.length).toBeLessThan(4_500_000);
      const { info } = await file.getMetadata();
      expect(info).toMatchObject({ Title: document.title, Author: document.author, Subject: document.subject, Language: 'en' });
      expect(info).toMatchObject({ CreationDate: `D:${document.date.replaceAll('-', '')}000000Z` });
    }
  });

  it('are tagged on every page, and outlined by sections that are there', async () => {
    for (const { file, pages } of opened) {
      expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
      for (const each of pages) expect((await each.getStructTree())?.children.length).toBeGreaterThan(0);
      const outline = (await file.getOutline()) as { title: string; dest: unknown }[] | null;
      expect(outline?.length).toBeGreaterThan(0);
      for (const { title, dest } of outline ?? []) expect([title, await pageOf(file, dest)]).toEqual([title, expect.any(Number)]);
    }
  });

  it('have links that lead to a page of theirs, or to AWS’s documentation', async () => {
    for (const { file, pages } of opened) {
      for (const { dest, url } of (await Promise.all(pages.map(linksOf))).flat()) {
        if (url === undefined) expect(await pageOf(file, dest)).toBeGreaterThanOrEqual(0);
        else expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      }
    }
  });

  it('are drawn with our fonts', async () => {
    for (const { pages } of opened) {
      const names = new Set((await Promise.all(pages.slice(0, 5).map(fontsOf))).flat());
      expect([...names].filter((font) => !/^[A-Z]{6}\+(Inter|SourceSerif4|JetBrainsMono)/.test(font))).toEqual([]);
    }
  });

  it('are of that size', () => {
    const sizes = opened.flatMap(({ pages }) => pages.map(({ view: [, , width = 0, height = 0] }) => `${Math.round(width)} ${Math.round(height)}`));
    expect([...new Set(sizes)]).toEqual([`${Math.round((page.width / 25.4) * 72)} ${Math.round((page.height / 25.4) * 72)}`]);
  });

  it('keep text on the page', () => {
    const outside = (boxes: TextBox[]) =>
      boxes
        .filter(({ left, right, top, bottom }) => left < edge || right > page.width - edge || top < edge || bottom > page.height - edge)
        .map(({ text }) => text);
    expect(found(outside)).toEqual([]);
  });

  it('never print text over text', () => {
    expect(found(overlaps)).toEqual([]);
  });

  it('have no page that is nearly empty', () => {
    const empty = (boxes: TextBox[], number: number) => {
      const inside = boxes.filter(({ top, bottom }) => number === 1 || (top > body.top && bottom < body.bottom));
      const fill = (Math.max(0, ...inside.map(({ bottom }) => bottom)) - body.top) / (body.bottom - body.top);
      return fill < leastFill ? [`filled to ${Math.round(fill * 100)} %`] : [];
    };
    expect(found(empty)).toEqual([]);
  });

  it('hold real text: every principal in scope by its ARN', () => {
    const [implementation] = opened;
    const text = (implementation?.texts.flat() ?? [])
      .map((box) => box.text)
      .join('')
      .replace(/\s/g, '');
    const expected = name.endsWith('mended') ? 'role/partner/partner-ec2-operator' : 'user/igs-ec2-operator';
    expect(text).toContain(expected);
  });
});

/** Text boxes that lie on each other by more than a hair. */
function overlaps(boxes: TextBox[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.8 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.8)
      .map((b) => `${JSON.stringify(a.text)} and ${JSON.stringify(b.text)}`),
  );
}

async function pageOf(file: PDFDocumentProxy, dest: unknown): Promise<number> {
  const explicit = typeof dest === 'string' ? await file.getDestination(dest) : (dest as unknown[] | null);
  const [ref] = explicit ?? [];
  return file.getPageIndex(ref as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
}

describe('the check for text over text', () => {
  const box = { left: 10, right: 30, top: 10, bottom: 13 };

  it('finds it, and lets neighbours be', () => {
    expect(
      overlaps([
        { text: 'a', ...box },
        { text: 'b', ...box, left: 20, right: 40 },
      ]),
    ).toEqual(['"a" and "b"']);
    expect(
      overlaps([
        { text: 'a', ...box },
        { text: 'b', ...box, left: 30, right: 40 },
        { text: 'c', ...box, top: 13, bottom: 16 },
      ]),
    ).toEqual([]);
  });
});
