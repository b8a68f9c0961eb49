import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversGlob, fitsGlob } from './glob.ts';

const glyph = fc.constantFrom('a', 'b', '*', '?');
const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map((list) => list.join(''));
const pattern = fc.array(glyph, { maxLength: 6 }).map((list) => list.join(''));

function byRegExp(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

describe('fitsGlob', () => {
  it('agrees with the same pattern as a regular expression', () => {
    fc.assert(
      fc.property(pattern, text, (glob, value) => {
        expect(fitsGlob(glob, value)).toBe(byRegExp(glob).test(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends soon on a pattern made to be slow', () => {
    expect(fitsGlob(`${'*a'.repeat(400)}b`, 'a'.repeat(4000))).toBe(false);
  });
});

describe('coversGlob', () => {
  it('never claims a cover that some text contradicts', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, value) => {
        fc.pre(coversGlob(wide, narrow) && fitsGlob(narrow, value));
        expect(fitsGlob(wide, value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['arn:aws:s3:::*', 'arn:aws:s3:::bucket/*', true],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::*', false],
    ['a?', 'a*', false],
    ['a*', 'a?', true],
  ])('%s over %s: %s', (wide, narrow, covers) => expect(coversGlob(wide, narrow)).toBe(covers));
});
