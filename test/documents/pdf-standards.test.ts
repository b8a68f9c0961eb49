import { sha256 } from '@iam-dossier/core/json';
import { printPdfs } from '@iam-dossier/renderer';
import { beforeAll, describe, expect, it } from 'vitest';
import { examples, noBrowser, printedOf, type Printed } from './dossier.ts';
import { accessibilityProblems } from './pdf-accessible.ts';
import { archiveProblems } from './pdf-archive.ts';
import { takeApart, type PdfObjects } from './pdf-objects.ts';
import { hostileDocuments } from './hostile.ts';
import { openPdf } from './read-pdf.ts';

describe.skipIf(noBrowser).each(examples)('the PDFs of %s', (name) => {
  let printed: Printed[] = [];
  let taken: PdfObjects[] = [];

  beforeAll(async () => {
    printed = await printedOf(name, 'A4');
    taken = printed.map(({ pdf }) => takeApart(pdf));
  });

  it('have what PDF/UA-1 asks', () => {
    expect(taken.map((pdf) => [...new Set(accessibilityProblems(pdf))])).toEqual(taken.map(() => []));
  });

  it('have what PDF/A-3U asks', () => {
    expect(taken.map((pdf) => [...new Set(archiveProblems(pdf))])).toEqual(taken.map(() => []));
  });

  it('describe links by their words', () => {
    const [first] = taken;
    const described = [...(first?.bodies.values() ?? [])].filter((body) => /\/Subtype ?\/Link\b/.test(body));
    expect(described.length).toBeGreaterThan(10);
    expect(
      described.filter((body) => /\/Contents <FEFF0023/.test(body)),
      'described by their target',
    ).toEqual([]);
  });

  it('hold where they come from: the digests of the HTML, and no data of the account', async () => {
    for (const { document, pdf } of printed) {
      const attached = (await (await openPdf(pdf)).getAttachments()) as Record<string, { filename: string; content: Uint8Array }>;
      expect(Object.values(attached).map(({ filename }) => filename)).toEqual(['provenance.json']);
      const text = Buffer.from(attached['provenance.json']?.content ?? []).toString('utf8');
      expect(JSON.parse(text)).toMatchObject({
        format: 'iam-dossier.provenance',
        document: { name: document.name, title: document.title, date: document.date },
        htmlDigest: sha256(document.html),
        printedFromDigest: sha256(document.printHtml ?? document.html),
      });
      expect(text).not.toMatch(/arn:|AKIA|\w@\w/);
    }
  });
});

describe.skipIf(noBrowser)('the PDFs of a dossier full of hostile and endless names', () => {
  it('have what both standards ask', async () => {
    const taken = (await printPdfs(await hostileDocuments())).map(takeApart);
    const problems = taken.map((pdf) => [...new Set([...accessibilityProblems(pdf), ...archiveProblems(pdf)])]);
    expect(problems).toEqual(taken.map(() => []));
  });
});

describe.skipIf(noBrowser)('the checks', () => {
  let sound: PdfObjects | undefined;
  beforeAll(async () => {
    const [first] = await printedOf('infinity-gifts-souvenirs-mended', 'A4');
    sound = takeApart(first?.pdf ?? new Uint8Array());
  });

  /** The same PDF with a fault in every object that the pattern is in. */
  function spoiled(pattern: RegExp, by: string): PdfObjects {
    if (!sound) throw new Error('not printed');
    const bodies = new Map([...sound.bodies].map(([id, body]) => [id, body.replace(pattern, by)]));
    const streams = new Map([...sound.streams].map(([id, data]) => [id, Buffer.from(data.toString('latin1').replace(pattern, by), 'latin1')]));
    return { ...sound, trailer: sound.trailer.replace(pattern, by), bodies, streams };
  }

  it.each([
    [/\/Marked true/, '/Marked false', 'is not marked as tagged'],
    [/\/Lang <[^>]*>/, '', 'has no language'],
    [/\/DisplayDocTitle true/, '', 'does not show its title'],
    [/\/RoleMap/, '/Other', 'role Strong is not known to PDF 1.7'],
    [/\/S \/LBody/, '/S /NonStruct', 'NonStruct in LI'],
    [/\/S \/TD/, '/S /P', 'P in TR'],
    [/\/S \/Table/, '/S /Div', 'TR in Div'],
    [/\/Scope \/Row/, '', 'TH without Scope'],
    [/\/S \/Code/, '/S /Figure', 'Figure without a text'],
    [/\/S \/H2/, '/S /P', 'heading of level 3 after 1'],
    [/\/S \/H1/, '/S /P', 'the first heading is not of level 1'],
    [/\/Contents <FEFF[0-9A-F]*>/, '', 'link without a description'],
    [/\/StructParent \d+/, '', 'link outside the structure'],
    [/\/Tabs \/S/, '', 'page whose links are not in the order of its structure'],
    [/\/Artifact BMC/, '/Artifact', 'something drawn outside the structure on page 1'],
    [/\/P \d+ 0 R/, '/P 1 0 R', 'P names another parent than the one it is in'],
  ])('for PDF/UA-1 finds %s made %j', (pattern, by, problem) => {
    expect(accessibilityProblems(spoiled(pattern, by))).toContain(problem);
  });

  it.each([
    [/\/ID ?\[[^\]]*\]/, '', 'no file identifier'],
    [/\/Type \/Catalog/, '/Type /Catalog /OpenAction 1 0 R', '/OpenAction is not allowed'],
    [/\/FontFile2/, '/Other', 'font that is not embedded'],
    [/\/ToUnicode/, '/Other', 'font without Unicode values'],
    [/\/CIDToGIDMap/, '/Other', 'font without a map of its glyphs'],
    [/\/OutputIntents/, '/Other', 'no output intent'],
    [/acsp/, 'xxxx', 'broken colour profile'],
    [/\/N 3/, '/N 4', 'colour profile that is not RGB'],
    [/\/Title <FEFF/, '/Title <FEFF0041', 'Title is not dc:title'],
    [/xmp:CreateDate>2/, 'xmp:CreateDate>1', 'CreationDate is not xmp:CreateDate'],
    [/<pdfaid:part>3/, '<pdfaid:part>2', 'does not say that it is PDF/A-3U'],
    [/<pdfuaid:part>1/, '<pdfuaid:part>2', 'does not say that it is PDF/UA-1'],
    [/\/AF \[[^\]]*\]/, '', 'attached file that the document does not name'],
    [/\/AFRelationship/, '/Other', 'attached file without a relationship'],
    [/\/Subtype\/application#2Fjson/, '', 'attached file without a type or a date'],
    [/\/UF <FEFF/, '/UF <FEFF0041', 'attached file without a name'],
    [/\/F 4/, '/F 2', 'annotation that is not printed'],
    [/\/Dest \/\S+/, '/A <</Type /Action /S /Named>>', 'action Named'],
  ])('for PDF/A-3 finds %s made %j', (pattern, by, problem) => {
    expect(archiveProblems(spoiled(pattern, by))).toContain(problem);
  });
});
