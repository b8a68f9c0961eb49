import { isDossierError, type DossierError } from '@iam-dossier/core/errors';
import { writeWhole } from '@iam-dossier/core/store';
import { printPdfs, type RenderedDocument } from '@iam-dossier/renderer';
import { counted } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';
import { checkTargets } from '../output/targets.ts';
import type { PlannedFile } from './plan.ts';

export interface WriteOptions {
  force: boolean;
  inputs: readonly string[];
  browser?: string;
}

export interface Written {
  files: readonly PlannedFile[];
  /** Files that were to be made and were not. */
  unmade: readonly PlannedFile[];
  /** Why no PDF could be made, or not every one. */
  error?: DossierError;
}

/** Writes all files, PDFs last and with one browser: without one, everything else is there all the same. */
export async function writeFiles(planned: readonly PlannedFile[], options: WriteOptions, session: Session): Promise<Written> {
  await checkTargets(
    planned.map((file) => file.path),
    options,
  );
  session.progress.step(`Writing ${counted(planned.length, 'file')}`);
  const ready = planned.filter((file) => !('print' in file.content));
  for (const { path, content } of ready) if (!('print' in content)) await writeWhole(path, 'text' in content ? content.text : content.bytes, options);
  const prints = planned.filter((file) => 'print' in file.content);
  if (prints.length > 0) session.progress.step(`Printing ${counted(prints.length, 'PDF')}`);
  const { pdfs, error } = await printAll(
    prints.flatMap(({ content }) => ('print' in content ? [content.print] : [])),
    options,
  );
  for (const [index, { path }] of prints.entries()) {
    const pdf = pdfs[index];
    if (pdf) await writeWhole(path, pdf, options);
  }
  const made = prints.filter((_, index) => pdfs[index] !== undefined);
  return {
    files: planned.filter((file) => ready.includes(file) || made.includes(file)),
    unmade: prints.filter((file) => !made.includes(file)),
    ...(error ? { error } : {}),
  };
}

interface Printed {
  pdfs: readonly (Uint8Array | undefined)[];
  error?: DossierError;
}

async function printAll(documents: readonly RenderedDocument[], { browser }: WriteOptions): Promise<Printed> {
  const print = browser === undefined ? {} : { browser };
  try {
    return { pdfs: await printPdfs(documents, print) };
  } catch (error) {
    if (!isDossierError(error)) throw error;
    return documents.length > 1 && error.code === 'pdf-too-large' ? printEach(documents, print, error) : { pdfs: [], error };
  }
}

/** One document that is too large does not keep the others back. */
async function printEach(documents: readonly RenderedDocument[], print: { browser?: string }, first: DossierError): Promise<Printed> {
  const pdfs: (Uint8Array | undefined)[] = [];
  for (const document of documents) {
    const [pdf] = await printPdfs([document], print).catch((error: unknown) => {
      if (isDossierError(error)) return [];
      throw error;
    });
    pdfs.push(pdf);
  }
  return { pdfs, error: first };
}
