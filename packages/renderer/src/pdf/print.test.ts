import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { infoText, pageCount, readAll } from './finished.test-helper.ts';
import { printPdf, printPdfs } from './print.ts';
import { documentOf, noBrowser } from './real-browser.test-helper.ts';

const hello = documentOf('<h1>Hello</h1><p>World</p><hr>');

// Before the next test it would be undone by itself; the files that follow in this process have hooks that run earlier.
afterEach(() => void vi.unstubAllEnvs());

describe.skipIf(noBrowser)('printPdf', () => {
  it('gives the same bytes each time, alone or among others', async () => {
    const other = documentOf('<h1>Other</h1>'.repeat(50));
    const [alone, among] = [await printPdf(hello), await printPdfs([other, hello, hello])];
    expect(Buffer.compare(alone, among[1] ?? alone.subarray(1))).toBe(0);
    expect(Buffer.compare(alone, among[2] ?? alone.subarray(1))).toBe(0);
    expect(Buffer.compare(alone, among[0] ?? alone)).not.toBe(0);
  });

  it('is tagged, in a language, with its title shown and bookmarks from headings', async () => {
    const all = readAll(await printPdf({ ...hello, language: 'pt-BR' }));
    expect(all).toMatch(/^%PDF-1\.7/);
    expect(all).toMatch(/\/Marked true/);
    expect(all).toContain('/DisplayDocTitle true');
    expect(all).toMatch(/\/Outlines \d+ 0 R/);
    expect(all).toContain(`/Lang <FEFF${Buffer.from('pt-BR', 'utf16le').swap16().toString('hex').toUpperCase()}>`);
    expect(all).toContain('/Type/Metadata/Subtype/XML');
  });

  it('bears the date of the document and no time of the run', async () => {
    const all = readAll(await printPdf(hello));
    expect(all).toContain('/CreationDate (D:20260304000000Z)');
    expect([...all.matchAll(/D:\d{8}/g)].map(([date]) => date)).toEqual(['D:20260304', 'D:20260304']);
    expect(infoText(all, 'Producer')).toMatch(/^(Headless)?Chrome\/\d+[\d.]+ \(Skia\/PDF\), \w+ \w+$/);
  });

  it('embeds our fonts and no other', async () => {
    const all = readAll(await printPdf(documentOf('<p style="font-family: DejaVu Sans, Arial, sans-serif">漢 x</p><code>y</code>')));
    const names = [...all.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([A-Za-z0-9-]+)/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^(Inter|SourceSerif4|JetBrainsMono)/.test(name))).toEqual([]);
  });

  it('draws nothing outside tags or artifacts', async () => {
    const all = readAll(await printPdf(hello));
    let depth = 0;
    const bare = all.split('\n').filter((line) => {
      if (/B(DC|MC)$/.test(line)) depth++;
      if (line === 'EMC') depth--;
      return depth === 0 && /(Tj|TJ)$|^(f\*?|S)$/.test(line);
    });
    expect(all).toContain('/Artifact BMC');
    expect(bare).toEqual([]);
    expect(depth).toBe(0);
  });

  it.each([
    ['PDF syntax', 'a) /Author (x) >> endobj <</S /JavaScript'],
    ['XML', '</rdf:li><x xmlns="evil">&lol;]]>'],
    ['controls and lone surrogates', 'a\0b\u001b\ud800c\n'],
    ['other scripts', 'Relatório – 漢字 😀'],
  ])('keeps a hostile title a title: %s', async (_, title) => {
    const all = readAll(await printPdf({ ...hello, title, author: title }));
    expect(infoText(all, 'Title')).toBe(title.replace('\ud800', '\ufffd'));
    expect(infoText(all, 'Author')).toBe(title.replace('\ud800', '\ufffd'));
    const outsideXmp = all.replace(/<\?xpacket begin[\s\S]*?<\?xpacket end/, '');
    expect(/\/S ?\/JavaScript/.exec(outsideXmp)?.[0]).toBeUndefined();
    expect(/<x xmlns|&lol;/.exec(all)?.[0]).toBeUndefined();
  });

  it('refuses a date that is none', async () => {
    await expect(printPdf({ ...hello, date: '2026) /X (' })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('runs no script and opens no connection', async () => {
    const { hits, at, close } = await listen();
    const body = `<link rel="preconnect" href="${at}"><link rel="stylesheet" href="${at}/css"><img src="${at}/img" alt="">
      <iframe src="${at}/frame"></iframe><iframe srcdoc="<img src='${at}/inner'>"></iframe>
      <object data="${at}/object"></object><svg><image href="${at}/svg"/></svg>
      <video src="${at}/video" poster="${at}/poster"></video><div style="background:url(${at}/background)">x</div>
      <img src="${at.replace('127.0.0.1', 'localhost')}/name" alt=""><p>Text</p>
      <script>fetch('${at}/script'); document.body.append(document.createElement('hr'), 'x'.repeat(9999))</script>`;
    const css = `@import url(${at}/import); @font-face { font-family: F; src: url(${at}/font) } p { font-family: F }`;
    const pdf = await printPdf(documentOf(body, {}, css));
    await close();
    expect(hits).toEqual([]);
    expect(pageCount(readAll(pdf))).toBe(1);
  });

  it('opens no connection even for a document that leaves for another', async () => {
    const { hits, at, close } = await listen();
    await Promise.allSettled([printPdf(documentOf(`<meta http-equiv="refresh" content="0; url=${at}/refresh"><p>x</p>`))]);
    await close();
    expect(hits).toEqual([]);
  });

  it('cannot read files of the machine', async () => {
    const frame = `<iframe src="${import.meta.url}" width="600" height="600"></iframe><object data="${import.meta.url}"></object>`;
    const texts = readAll(await printPdf(documentOf(frame))).match(/T[jJ]$/gm);
    expect(texts, 'only the page number').toHaveLength(1);
  });

  it('refuses more pages than allowed, and says how many', async () => {
    const long = documentOf('<p style="break-after: page">x</p>'.repeat(44) + '<p>end</p>');
    await expect(printPdf(long)).rejects.toMatchObject({
      code: 'pdf-too-large',
      message: 'ACCT-002-test: the PDF would have 45 pages; 40 are the most allowed.',
    });
    expect(pageCount(readAll(await printPdf(long, { maxPages: 45 })))).toBe(45);
  });

  it('refuses more bytes than allowed, and says how many', async () => {
    const { length } = await printPdf(hello);
    await expect(printPdf(hello, { maxBytes: length - 1 })).rejects.toMatchObject({
      code: 'pdf-too-large',
      message: `ACCT-002-test: the PDF would have ${length} bytes; ${length - 1} are the most allowed.`,
    });
    expect((await printPdf(hello, { maxBytes: length })).length).toBe(length);
  });

  it('tells when a document does not print in time, and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'iam-dossier-test-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
    const slow = documentOf(`<table>${'<tr><td>x</td></tr>'.repeat(20_000)}</table>`);
    await expect(printPdf(slow, { timeoutMs: 400 })).rejects.toMatchObject({ code: 'browser-failed' });
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

async function listen(): Promise<{ hits: string[]; at: string; close: () => Promise<unknown> }> {
  const hits: string[] = [];
  const server = createServer((_, response) => response.end());
  server.on('connection', () => hits.push('connection'));
  server.on('request', ({ url }) => hits.push(url ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { hits, at: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}
