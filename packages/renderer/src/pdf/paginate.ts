import { DossierError } from '@iam-dossier/core/errors';
import type { Page } from './browser/puppeteer.ts';
import { listPages, readDestinations } from './finish/pages.ts';
import { readSource, type PdfSource } from './finish/source.ts';
import { printPage, readPageReferences, writePageNumbers } from './page.ts';

const maxPasses = 3;

/**
 * Prints until the page numbers written into the document are those of the pages printed. The first pass is plain: it
 * gives the page count of a document that is far too long in a fraction of the time that tags take.
 */
export async function paginate(page: Page, name: string, checkPages: (pages: number) => void): Promise<PdfSource> {
  const ids = await readPageReferences(page);
  let source = await printChecked('plain');
  for (let pass = 1; pass <= maxPasses; pass++) {
    const written = pageNumbers(source, ids, name);
    await writePageNumbers(page, written);
    source = await printChecked('full');
    if (isSame(pageNumbers(source, ids, name), written)) return source;
  }
  throw new DossierError('internal', `${name}: page numbers do not settle`);

  async function printChecked(detail: 'full' | 'plain'): Promise<PdfSource> {
    const printed = readSource(await printPage(page, detail));
    checkPages(listPages(printed).length);
    return printed;
  }
}

function pageNumbers(source: PdfSource, ids: readonly string[], name: string): Map<string, number> {
  const destinations = readDestinations(source);
  return new Map(
    ids.map((id) => {
      const number = destinations.get(id);
      if (number !== undefined) return [id, number];
      throw new DossierError('template-invalid', `${name}: no link leads to a printed section "${id}", so its page is not known`);
    }),
  );
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...a].every(([id, number]) => b.get(id) === number);
}
