import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCmap } from './cmap.ts';
import { coverText } from './cover-text.ts';
import { isCovered } from './coverage.ts';
import { families } from './families.ts';
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
    ['Chinese', '漢', false],
    ['emoji', '😀', false],
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
    expect(coverText('a漢b😀漢')).toEqual({
      text: 'a[U+6F22]b[U+1F600][U+6F22]',
      uncovered: [
        { codePoint: 'U+6F22', count: 2 },
        { codePoint: 'U+1F600', count: 1 },
      ],
    });
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
    expect(css.match(/@font-face/g)).toHaveLength(families.flatMap(({ weights }) => weights).length);
    expect(uncovered).toEqual([]);
  });

  it('adds the slices for other scripts, and reports what none holds', () => {
    const plain = fontFaces('plain').css.length;
    expect(fontFaces(['plain', 'Łódź']).css.length).toBeGreaterThan(plain);
    expect(fontFaces('漢')).toMatchObject({ uncovered: [{ codePoint: 'U+6F22', count: 1 }] });
    expect(fontFaces('漢').css.length).toBe(plain);
  });

  it('names no address', () => {
    expect(fontFaces('Łódź').css).not.toMatch(/https?:|url\((?!data:font\/woff2;base64,)/);
  });

  it('is the same text each time', () => {
    expect(fontFaces('abc Ж')).toEqual(fontFaces(['Ж', 'cba ']));
  });
});
