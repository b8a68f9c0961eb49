import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCmap } from './cmap.ts';
import { coverText } from './cover-text.ts';
import { isCovered } from './coverage.ts';
import { families, isForOtherScripts } from './families.ts';
import { fontFaces } from './font-faces.ts';
import { allSlices, readSliceFile } from './slices.ts';
import { readWoff2Table } from './woff2.ts';

describe('coverage', () => {
  it.each([
    ['plain letters', 'IAM access review 2026', true],
    ['accents', 'Açaí Łódź Žižkov', true],
    ['typographic marks', '“Acme” – 5 × 3 … €', true],
    ['Greek and Cyrillic', 'Ελληνικά Кириллица', true],
    ['line breaks', 'a\n\tb\r\n', true],
    ['Chinese, Japanese, Korean', '漢字カナ한국어', true],
    ['Arabic and Hebrew', 'مرحبا שלום', true],
    ['emoji', '😀🚀', true],
    ['Ethiopic', 'ሀ', false],
    ['left-to-right isolate', '\u2066', false],
    ['right-to-left override', '\u202e', false],
    ['zero width space', '\u200b', false],
    ['null', '\0', false],
    ['escape', '\u001b', false],
    ['lone surrogate', '\ud800', false],
    ['claimed by the package, drawn by none', '\u0378', false],
  ])('%s', (_, text, covered) => {
    expect([...text].every((character) => isCovered(character.codePointAt(0) ?? 0))).toBe(covered);
  });

  it('is the same for every weight of a slice', () => {
    for (const slice of allSlices()) {
      const sets = slice.family.weights.map((weight) => readCmap(readWoff2Table(readSliceFile(slice, weight), 'cmap')));
      expect(sets[0]?.size).toBeGreaterThan(0);
      for (const set of sets) expect(set).toEqual(sets[0]);
    }
  });
});

describe('coverText', () => {
  it('leaves covered text as it is', () => {
    expect(coverText('Sécurité')).toEqual({ text: 'Sécurité', uncovered: [] });
  });

  it('spells out and counts what it cannot show', () => {
    expect(coverText('aሀb\u202eሀ')).toEqual({
      text: 'a[U+1200]b[U+202E][U+1200]',
      uncovered: [
        { codePoint: 'U+1200', count: 2 },
        { codePoint: 'U+202E', count: 1 },
      ],
    });
  });

  it('lets a joiner stand between two pictures, and nowhere else', () => {
    expect(coverText('👩\u200d💻').text).toBe('👩\u200d💻');
    expect(coverText('a\u200db').text).toBe('a[U+200D]b');
    expect(coverText('👩\u200d').text).toBe('👩[U+200D]');
  });

  it('always ends with text that our fonts cover', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(coverText(coverText(text).text).uncovered).toEqual([]);
      }),
    );
  });
});

describe('fontFaces', () => {
  it('holds the Latin slice of each weight and nothing else for plain text', () => {
    const { css, uncovered } = fontFaces('plain');
    expect(css.match(/@font-face/g)).toHaveLength(families.filter((family) => !isForOtherScripts(family)).flatMap(({ weights }) => weights).length);
    expect(uncovered).toEqual([]);
  });

  it('adds the slices for other scripts, and reports what none holds', () => {
    const plain = fontFaces('plain').css.length;
    expect(fontFaces(['plain', 'Łódź']).css.length).toBeGreaterThan(plain);
    expect(fontFaces('ሀ')).toMatchObject({ uncovered: [{ codePoint: 'U+1200', count: 1 }] });
    expect(fontFaces('ሀ').css.length).toBe(plain);
  });

  it('adds one slice for a letter that several fonts of other scripts have', () => {
    const faces = (text: string) => fontFaces(text).css.match(/@font-face/g)?.length ?? 0;
    expect(faces('漢')).toBe(faces('plain') + 1);
    expect(faces('한')).toBe(faces('plain') + 1);
    expect(faces('م')).toBe(faces('plain') + 1);
  });

  it('names no address', () => {
    expect(fontFaces('Łódź').css).not.toMatch(/https?:|url\((?!data:font\/woff2;base64,)/);
  });

  it('is the same text each time', () => {
    expect(fontFaces('abc Ж')).toEqual(fontFaces(['Ж', 'cba ']));
  });
});
