import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markArtifacts } from './artifacts.ts';
import { completeCatalog } from './catalog.ts';
import { readSource } from './source.ts';
import { renumberIds } from './struct-ids.ts';
import { xmlText } from '../../xml-text.ts';
import { pdfText } from './text-string.ts';

describe('markArtifacts', () => {
  it.each([
    ['text outside tags', 'BT\n(x) Tj\nET', '/Artifact BMC\nBT\n(x) Tj\nET\nEMC'],
    ['text inside tags', '/P <</MCID 0>>BDC\nBT\n(x) Tj\nET\nEMC', '/P <</MCID 0>>BDC\nBT\n(x) Tj\nET\nEMC'],
    ['a painted path', 'q\n0 0 m\n1 1 l\nf\nQ', 'q\n/Artifact BMC\n0 0 m\n1 1 l\nf\nEMC\nQ'],
    ['a path used to clip', '0 0 9 9 re\nW* n', '0 0 9 9 re\nW* n'],
    ['a clip, then a rule', '0 0 9 9 re\nW n\n0 0 5 1 re\nf', '0 0 9 9 re\nW n\n/Artifact BMC\n0 0 5 1 re\nf\nEMC'],
    ['an image', '/X5 Do', '/Artifact BMC\n/X5 Do\nEMC'],
    ['two rules', '0 0 5 1 re\nf\n0 0 5 1 re\nS', '/Artifact BMC\n0 0 5 1 re\nf\nEMC\n/Artifact BMC\n0 0 5 1 re\nS\nEMC'],
  ])('%s', (_, content, marked) => {
    expect(markArtifacts(content)).toBe(marked);
  });

  it('marks once', () => {
    const once = markArtifacts('BT\n(x) Tj\nET\n0 0 5 1 re\nf\n/X Do');
    expect(markArtifacts(once)).toBe(once);
  });
});

describe('renumberIds', () => {
  it('keeps the order and drops what the browser counted before', () => {
    const bodies = ['/ID (node00000312)', '/Headers [(node00000307) (node00001000)]', '(node is text)'];
    expect(bodies.map(renumberIds(bodies))).toEqual(['/ID (node00000002)', '/Headers [(node00000001) (node00000003)]', '(node is text)']);
  });
});

describe('text strings', () => {
  it('hold nothing but hexadecimal digits, and give the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = pdfText(text);
        expect(written).toMatch(/^<FEFF[0-9A-F]*>$/);
        expect(Buffer.from(written.slice(5, -1), 'hex').swap16().toString('utf16le')).toBe(text.replace(/\p{Cs}/gu, '\ufffd'));
      }),
    );
  });

  it('are never markup in XML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(xmlText(text)).not.toContain('\0');
      }),
    );
  });
});

describe('completeCatalog', () => {
  const parts = { language: 'es', metadataId: 9, profileId: 10, attachments: '' };

  it('replaces the language and keeps the rest', () => {
    expect(completeCatalog('<</Type /Catalog\n/Lang (en)\n/ViewerPreferences <</DisplayDocTitle true>>>>', parts)).toBe(
      '<</Type /Catalog\n\n/ViewerPreferences <</DisplayDocTitle true>>\n/Lang <FEFF00650073>\n' +
        '/OutputIntents [<</Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB IEC61966-2.1)\n' +
        '/Info (sRGB IEC61966-2.1)\n/DestOutputProfile 10 0 R>>]\n/Metadata 9 0 R>>',
    );
  });

  it('asks viewers for the title where the browser did not', () => {
    expect(completeCatalog('<</Type /Catalog>>', parts)).toContain('/DisplayDocTitle true');
  });

  it('refuses a catalog that already has what is added here', () => {
    expect(() => completeCatalog('<</Type /Catalog\n/Names 4 0 R>>', parts)).toThrow('catalog');
  });
});

describe('readSource', () => {
  it.each([
    ['', 'startxref'],
    ['%PDF-1.7\nstartxref\n5\n%%EOF', 'cross-reference'],
  ])('refuses %j', (text, reason) => {
    expect(() => readSource(Buffer.from(text, 'latin1'))).toThrow(reason);
  });
});
