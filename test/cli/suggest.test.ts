import { describe, expect, it } from 'vitest';
import { nearest } from '../../packages/cli/src/flags/suggest.ts';

const flags = ['engagement', 'partner', 'output', 'as-of', 'issued-at', 'fail-on', 'force', 'format', 'json'];

describe('the nearest word', () => {
  it.each([
    ['ouput', 'output'],
    ['outptu', 'output'],
    ['out', 'output'],
    ['OUTPUT', 'output'],
    ['asof', 'as-of'],
    ['as_of', 'as-of'],
    ['issuedAt', 'issued-at'],
    ['engagment', 'engagement'],
    ['failon', 'fail-on'],
    ['josn', 'json'],
  ])('%s means %s', (word, meant) => {
    expect(nearest(word, flags)).toBe(meant);
  });

  it.each(['', '-', 'zebra', 'x', 'verbosity'])('%j means none', (word) => {
    expect(nearest(word, flags)).toBeUndefined();
  });
});
