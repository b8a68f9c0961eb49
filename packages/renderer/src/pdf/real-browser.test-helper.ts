import { inspectBrowser } from './browser/inspect.ts';
import { bundledRunsHere } from './browser/pack.ts';
import type { RenderedDocument } from '../document.ts';
import { fontFaces } from '../fonts/index.ts';

const report = await inspectBrowser();

/** True where no browser can be had. Never on Linux x64: there, a missing browser is a failure. */
export const noBrowser = !report.found && !bundledRunsHere;

if (noBrowser) process.stderr.write(`Tests that print are skipped: ${report.found ? '' : report.hint}\n`);

/** A document around a body, with our fonts and A4 pages. */
export function documentOf(body: string, parts: Partial<RenderedDocument> = {}, css = ''): RenderedDocument {
  const style = `@page { size: A4; margin: 20mm; @bottom-right { content: counter(page); font: 9pt var(--font-sans) } }
    body { font: 10pt var(--font-serif) } ${css}`;
  return {
    name: 'ACCT-002-test',
    html:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>` +
      `<style>${fontFaces(body).css}${style}</style></head><body>${body}</body></html>`,
    title: 'Test',
    author: 'Acme',
    subject: 'Subject',
    keywords: 'one, two',
    language: 'en',
    draft: false,
    audience: 'submission',
    date: '2026-03-04',
    ...parts,
  };
}
