import { DossierError } from '@iam-dossier/core/errors';
import type { Page } from './browser/puppeteer.ts';
import { listPages, readDestinations } from './finish/pages.ts';
import { readSource, type PdfSource } from './finish/source.ts';
import { printPage, readPageReferences, writePageNumbers } from './page.ts';

const maxPasses = 4;

/** Prints until the page numbers written into the document are those of the pages printed. */
export async function paginate(page: Page, name: string, checkPages: (pages: number) => void): Promise<PdfSource> {
  const ids = await readPageReferences(page);
  let written = new Map<string, number>();
  let source = readSource(await printPage(page, ids.length > 0 ? 'plain' : 'full'));
  checkPages(listPages(source).length);
  for (let pass = 0; ids.length > 0; pass++) {
    if (pass === maxPasses) throw new DossierError('internal', `${name}: page numbers do not settle`);
    const found = pageNumbers(source, ids, name);
    if (pass > 0 && isSame(found, written)) break;
    await writePageNumbers(page, found);
    written = found;
    source = readSource(await printPage(page, 'full'));
  }
  return source;
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
