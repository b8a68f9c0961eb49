import { describe, expect, it } from 'vitest';
import { fillSentence, type SentenceData } from './sentence.ts';

const wordsOf = (group: string, id: string) => `${group}:${id}`;

describe('fillSentence', () => {
  it.each<[string, SentenceData, string]>([
    ['Nothing to fill.', {}, 'Nothing to fill.'],
    ['{count} {count|user has|users have} it.', { count: 1 }, '1 user has it.'],
    ['{count} {count|user has|users have} it.', { count: 0 }, '0 users have it.'],
    ['{names}', { names: ['ana', 'ben'] }, 'ana, ben'],
    ['by {kind#way}', { kind: 'saml' }, 'by way:saml'],
    ['by {kinds#way}', { kinds: ['saml', 'service'] }, 'by way:saml, way:service'],
    ['{a}', { a: '{b}' }, '{b}'],
    ['{a}', { a: '$&' }, '$&'],
  ])('%s', (sentence, data, expected) => expect(fillSentence(sentence, data, { wordsOf })).toBe(expected));

  it.each<[string, SentenceData, string]>([
    ['{count}', {}, '"count" is not in the data'],
    ['{constructor}', {}, '"constructor" is not in the data'],
    ['{kind#way}', { kind: 'saml' }, 'no words in groups'],
  ])('refuses %s without its data or words', (sentence, data, message) => expect(() => fillSentence(sentence, data)).toThrow(message));

  it('writes values as asked', () => {
    expect(fillSentence('{n} {names}', { n: 1200, names: ['a', 7] }, { write: (value) => `<${String(value)}>` })).toBe('<1200> <a>, <7>');
  });
});
