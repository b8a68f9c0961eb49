import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

describe('canonicalJson', () => {
  it('gives the text that another implementation of RFC 8785 gives', () => {
    const check = (value: unknown): void => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    };
    fc.assert(fc.property(fc.jsonValue(), check));
    const names = fc.constantFrom('a', 'b', 'B', '10', '9', '1a', '', '__proto__', 'toString');
    const tree = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, fc.constantFrom(1, 'x', null), fc.array(tie('any'), { maxLength: 3 }), tie('members')),
      members: fc.array(fc.tuple(names, tie('any')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as object),
    }));
    fc.assert(fc.property(tree.any, check), { numRuns: 1000 });
  });

  it('does not depend on the order of members', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[1,{"c":2,"d":1}]}');
  });

  it('leaves members out that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: 'x' })).toBe('{"b":"x"}');
  });

  it.each([
    ['numbers', [1e21, 1e-7, -0, 100], '[1e+21,1e-7,0,100]'],
    ['names by code unit', { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4 }, '{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude00":4}'],
    ['control characters', '\u0000\u001f\u007f"\\/', '"\\u0000\\u001f\u007f\\"\\\\/"'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
