import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsGlob } from '../glob.ts';
import { arnsMeet, patternsMeet } from './meet.ts';

describe('patternsMeet', () => {
  it.each([
    ['*', '', true],
    ['', '', true],
    ['a', '', false],
    ['a*', '*b', true],
    ['a*c', 'ab*', true],
    ['a?', 'a', false],
    ['?*', '*', true],
    ['dev-*', 'prod-*', false],
    ['dev-*', '*-1', true],
    ['A', 'a', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect([patternsMeet(a, b), patternsMeet(b, a)]).toEqual([expected, expected]);
  });

  it('holds for every text that fits both, and for a text without wildcards says what fits', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 5 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
    fc.assert(
      fc.property(text, pattern, pattern, (plain, a, b) => {
        if (fitsGlob(a, plain) && fitsGlob(b, plain)) expect(patternsMeet(a, b)).toBe(true);
        expect(patternsMeet(plain, a)).toBe(fitsGlob(a, plain));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('arnsMeet', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/*', 'arn:*:iam::*:user/*', false],
    ['arn:aws:iam::111122223333:*', 'arn:*:iam::*:user/*', true],
    ['arn:aws:iam::*', 'arn:*:iam::*:user/*', true],
    ['arn:aws:lambda:*:*:function:dev-*', 'arn:aws:lambda:*:*:function:prod-*', false],
    ['arn:aws:s3:::shop/*', 'arn:*:s3:::*/*', true],
    ['*', 'arn:*:s3:::*/*', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect([arnsMeet(a, b), arnsMeet(b, a)]).toEqual([expected, expected]);
  });
});
