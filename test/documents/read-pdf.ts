import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const pointsPerMillimetre = 72 / 25.4;

/** A run of text, in millimetres from the upper left corner of the page. */
export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), standardFontDataUrl: `${join(root, 'standard_fonts')}/`, verbosity: 0 }).promise;
}

export async function pagesOf(document: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
}

export async function textBoxes(page: PDFPageProxy): Promise<TextBox[]> {
  const { items } = await page.getTextContent();
  const [, , , height] = page.view as [number, number, number, number];
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
    const box = { left: x, right: x + item.width, top: height - y - size * 0.7, bottom: height - y + size * 0.15 };
    return [{ text: item.str, ...inMillimetres(box) }];
  });
}

function inMillimetres<T extends Record<string, number>>(box: T): T {
  return Object.fromEntries(Object.entries(box).map(([name, points]) => [name, points / pointsPerMillimetre])) as T;
}

/** Names of the fonts that draw the page. */
export async function fontsOf(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  await page.getOperatorList();
  const ids = new Set(items.flatMap((item) => ('fontName' in item && item.str.trim() !== '' ? [item.fontName] : [])));
  return [...ids].map((id) => (page.commonObjs.get(id) as { name: string }).name);
}

/** Where the links of a page lead inside the document; an address for those that leave it. */
export async function linksOf(page: PDFPageProxy): Promise<{ dest: unknown; url: string | undefined }[]> {
  const annotations = (await page.getAnnotations()) as { subtype: string; dest?: unknown; url?: string }[];
  return annotations.filter(({ subtype }) => subtype === 'Link').map(({ dest, url }) => ({ dest, url }));
}
