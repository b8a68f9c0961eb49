import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readContract, type Contract } from './read.ts';

/** A made-up format whose third version it is: names were one text, then a list, then a list called `people`. */
const format: Contract<{ people: string[] }> = {
  format: 'made-up',
  formatVersion: 3,
  schema: z.strictObject({ format: z.literal('made-up'), formatVersion: z.literal(3), people: z.array(z.string()) }),
  upgrades: [({ names, ...rest }) => ({ ...rest, names: String(names).split(',') }), ({ names, ...rest }) => ({ ...rest, people: names })],
};

describe('readContract', () => {
  it.each([
    [1, { names: 'ana,luciana' }],
    [2, { names: ['ana', 'luciana'] }],
    [3, { people: ['ana', 'luciana'] }],
  ])('reads version %s, upgraded', (formatVersion, members) => {
    const value = { format: 'made-up', formatVersion, ...members };
    const before = structuredClone(value);
    expect(readContract(format, value).people).toEqual(['ana', 'luciana']);
    expect(value).toEqual(before);
  });

  it.each([
    ['a newer version', { format: 'made-up', formatVersion: 4 }, 'format-newer'],
    ['another format', { format: 'other', formatVersion: 1 }, 'format-unknown'],
    ['no format', { formatVersion: 1 }, 'format-unknown'],
    ['no version', { format: 'made-up', people: [] }, 'input-invalid'],
    ['half a version', { format: 'made-up', formatVersion: 1.5, names: 'ana' }, 'input-invalid'],
    ['version 0', { format: 'made-up', formatVersion: 0, people: [] }, 'input-invalid'],
    ['a list', [], 'format-unknown'],
    ['nothing', null, 'format-unknown'],
  ])('refuses %s', (_, value, code) => {
    expect(() => readContract(format, value)).toThrow(expect.objectContaining({ code }));
  });

  it('lists every problem with its path', () => {
    const read = () => readContract(format, { format: 'made-up', formatVersion: 3, people: ['ana', 7], more: 1 }, { file: 'x.yaml' });
    expect(read).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ file: 'x.yaml', path: '/people/1' }), expect.objectContaining({ path: '/more' })],
      }),
    );
  });
});
