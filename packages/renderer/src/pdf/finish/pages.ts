import { bodyText, numberIn, type PdfSource } from './source.ts';

/** The page objects in reading order. */
export function listPages(source: PdfSource): number[] {
  const root = bodyText(source, source.rootId);
  return pagesBelow(source, numberIn(root, /\/Pages (\d+) 0 R/));
}

/** The content streams of a page. */
export function contentsOf(source: PdfSource, page: number): number[] {
  const found = /\/Contents (?:(\d+ 0 R)|\[([^\]]*)\])/.exec(bodyText(source, page));
  return references(found?.[1] ?? found?.[2] ?? '');
}

/** The page (from 1) on which each id stands that some link of the document points to. */
export function readDestinations(source: PdfSource): Map<string, number> {
  const numbers = new Map(listPages(source).map((id, index) => [id, index + 1]));
  const dests = /\/Dests (\d+) 0 R/.exec(bodyText(source, source.rootId))?.[1];
  const found = new Map<string, number>();
  if (dests === undefined) return found;
  for (const [, name = '', page] of bodyText(source, Number(dests)).matchAll(/\/([^\s/[]+)\s*\[(\d+) 0 R/g)) {
    found.set(decodeName(name), numbers.get(Number(page)) ?? 0);
  }
  return found;
}

function pagesBelow(source: PdfSource, id: number): number[] {
  const body = bodyText(source, id);
  if (!/\/Type\s*\/Pages/.test(body)) return [id];
  return references(/\/Kids\s*\[([^\]]*)\]/.exec(body)?.[1] ?? '').flatMap((kid) => pagesBelow(source, kid));
}

function references(text: string): number[] {
  return Array.from(text.matchAll(/(\d+) 0 R/g), (match) => Number(match[1]));
}

/** The address fragment of a link, which the browser writes as a PDF name. */
export function decodeName(name: string): string {
  const fragment = name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
