import { decodeName } from './pages.ts';
import type { SmallObjects } from './structure.ts';
import { pdfText } from './text-string.ts';

/** What the document's links say, by what their `href` is. */
export type LinkTexts = ReadonlyMap<string, string>;

const isLink = /^<<\/Type \/Annot\s+\/Subtype \/Link\s/;

/** Gives every link the description that PDF/UA-1 asks for: the words that are its text in the document. */
export function describeLinks(objects: SmallObjects, texts: LinkTexts): void {
  for (const [id, body] of objects) {
    if (!isLink.test(body)) continue;
    const target = targetOf(body);
    objects.set(id, body.replace(/>>$/, `\n/Contents ${pdfText(texts.get(target) ?? target)}>>`));
  }
}

function targetOf(link: string): string {
  const inside = /\/Dest \/([^\s/[>]+)/.exec(link)?.[1];
  if (inside !== undefined) return `#${decodeName(inside)}`;
  return (/\/URI \(((?:\\.|[^\\)])*)\)/.exec(link)?.[1] ?? '').replace(/\\(.)/g, '$1');
}
