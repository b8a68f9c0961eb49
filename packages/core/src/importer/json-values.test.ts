import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonValues } from './json-values.ts';

describe('JSON values of a text', () => {
  it.each<[string, unknown[]]>([
    ['{"a":1}', [{ a: 1 }]],
    ['{"a":1}{"b":2}', [{ a: 1 }, { b: 2 }]],
    ['{"a":1}\n\n[2]\r\n{"b":"}{"}', [{ a: 1 }, [2], { b: '}{' }]],
    ['{"a":"\\"}"} {"b":"\\\\"}', [{ a: '"}' }, { b: '\\' }]],
    ['{"a":1},\n{"b":2}', [{ a: 1 }, { b: 2 }]],
  ])('are read from %s', (text, values) => {
    expect(readJsonValues(text)).toEqual({ values });
  });

  it.each(['{"a":1', '{"a":"x', '[1,2', '{"a":1}{"b":', '{"a":"\\'])('tells that %s is cut', (text) => {
    expect(readJsonValues(text)).toEqual({ values: [], broken: 'it ends in the middle', cut: true });
  });

  it.each(['{"a":1}}', "{'a':1}", '{"a" 1}', '{"a":1} tail', '{"a":1}{"b" 2}', '}'])('tells that %s is broken', (text) => {
    const { values, broken, cut } = readJsonValues(text);
    expect([values, cut]).toEqual([[], undefined]);
    expect(broken).toMatch(/it is not valid JSON/);
  });

  it('says where in words that are the same on every version of Node', () => {
    expect(readJsonValues('{"a":1,\n  "b": 2,}').broken).toBe('it is not valid JSON at line 2, column 10');
    expect(readJsonValues('{"a":1}\n{"b" 2}').broken).toBe('value 2 of 2: it is not valid JSON at line 1, column 6');
  });

  it('never shows the text in the reason: it may hold a secret', () => {
    expect(readJsonValues('{"SecretAccessKey": wJalrXUtnFEMI}').broken).not.toContain('wJalr');
  });

  it('of joined answers are the answers', () => {
    const answers = fc.array(fc.dictionary(fc.string(), fc.json()), { minLength: 1 });
    fc.assert(
      fc.property(answers, fc.constantFrom('', '\n', ' \r\n '), (list, between) => {
        const texts = list.map((value) => JSON.stringify(value));
        expect(readJsonValues(texts.join(between)).values).toEqual(texts.map((text) => JSON.parse(text) as unknown));
      }),
    );
  });

  it('of any text are there or told, never thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ' ', 'a', '1') }), (text) => {
        const { values, broken } = readJsonValues(text);
        expect(broken !== undefined || values.length > 0).toBe(true);
      }),
    );
  });
});
