import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';
import { openWords } from './words.ts';

describe('words', () => {
  const words = openWords('en');

  it('gives the sentence of an id, and fills it', () => {
    expect(words.say('common.page-of', { page: 2, pages: 40 })).toBe('Page 2 of 40');
  });

  it('refuses an id that has no words, and a language that has none', () => {
    expect(() => words.say('common.no-such-key')).toThrow('there are no words "common.no-such-key" in en');
    expect(() => openWords('../en')).toThrow('there are no words for the language "../en"');
  });

  it.each([
    [1, '1 user holds'],
    [0, '0 users hold'],
    [12_345, '12,345 users hold'],
  ])('chooses the words for %i', (count, expected) => {
    expect(fill('{count} {count|user holds|users hold}', { count }, ',')).toBe(expected);
  });

  it('refuses a sentence whose data is not there, also where an object would lend a name', () => {
    expect(() => fill('{toString}', {}, ',')).toThrow('"toString" is not in the data');
  });

  it('takes the text of the language, else the nearest', () => {
    expect(words.text({ en: 'one', es: 'uno' })).toBe('one');
    expect(words.text({ es: 'uno' })).toBe('[es] uno');
    expect(words.marked({ es: 'uno' })).toEqual({ text: 'uno', mark: '[es]' });
    expect(words.marked({ en: 'one' })).toEqual({ text: 'one', mark: '' });
  });
});
