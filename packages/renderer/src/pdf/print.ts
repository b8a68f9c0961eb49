import { arch, platform } from 'node:process';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import type { RenderedDocument } from '../document.ts';
import type { OpenBrowser } from './browser/launch.ts';
import { openBrowser } from './browser/open.ts';
import { finishPdf } from './finish/finish.ts';
import { defaultLimits, defaultTimeoutMs, type PrintOptions } from './options.ts';
import { openPage, readLinkTexts } from './page.ts';
import { paginate } from './paginate.ts';

/** The document as PDF: the same bytes for the same document and browser build. */
export async function printPdf(document: RenderedDocument, options: PrintOptions = {}): Promise<Uint8Array> {
  const [pdf] = await printPdfs([document], options);
  return pdf ?? new Uint8Array();
}

/** As `printPdf`, in the order given, with one browser for all. */
export async function printPdfs(documents: readonly RenderedDocument[], options: PrintOptions = {}): Promise<Uint8Array[]> {
  if (documents.length === 0) return [];
  const opened = await openBrowser(options);
  try {
    return await inLanes(documents, (document) => printInTime(opened, document, options));
  } finally {
    await opened.close();
  }
}

/** Each page of the browser is a process of its own: two at once fill the small machines this runs on, and no more memory. */
const lanes = 2;

async function inLanes<T, R>(list: readonly T[], work: (entry: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  const waiting = list.entries();
  const lane = async () => {
    for (const [index, entry] of waiting) results.set(index, await work(entry));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return list.map((_, index) => results.get(index) as R);
}

async function printInTime(opened: OpenBrowser, document: RenderedDocument, options: PrintOptions): Promise<Uint8Array> {
  const timeoutMs = options.timeoutMs ?? document.limits?.timeoutMs ?? defaultTimeoutMs;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not printed within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  try {
    return await Promise.race([printWith(opened, document, options, timeoutMs), tooLate]);
  } catch (cause) {
    if (isDossierError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DossierError('browser-failed', `${document.name}: the browser could not print it: ${reason}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function printWith(opened: OpenBrowser, document: RenderedDocument, options: PrintOptions, timeoutMs: number): Promise<Uint8Array> {
  const page = await openPage(opened.browser, document.printHtml ?? document.html, timeoutMs);
  const links = await readLinkTexts(page);
  const source = await paginate(page, document.name, (pages) => checkPages(document, pages, options));
  await page.close();
  const pdf = finishPdf(source, document, `${opened.version} (Skia/PDF), ${platform} ${arch}`, links);
  checkBytes(document, pdf.length, options);
  return pdf;
}

function checkPages(document: RenderedDocument, pages: number, options: PrintOptions): void {
  const most = options.maxPages ?? document.limits?.maxPages ?? defaultLimits.maxPages;
  if (pages <= most) return;
  throw new DossierError('pdf-too-large', `${document.name}: the PDF would have ${pages} pages; ${most} are the most allowed.`);
}

function checkBytes(document: RenderedDocument, bytes: number, options: PrintOptions): void {
  const most = options.maxBytes ?? document.limits?.maxBytes ?? defaultLimits.maxBytes;
  if (bytes <= most) return;
  throw new DossierError('pdf-too-large', `${document.name}: the PDF would have ${bytes} bytes; ${most} are the most allowed.`);
}
