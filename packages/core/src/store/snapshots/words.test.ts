import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDossierError } from '../../errors/index.ts';
import { readSpan, readWords } from './words.ts';

/** A Thursday. */
const now = '2026-11-26T08:00:00Z';
const iso = (ms: number) => new Date(ms).toISOString();

describe('words for a time', () => {
  it.each<[words: string, from: string, until: string]>([
    ['2026-10-01', '2026-10-01T00:00:00.000Z', '2026-10-01T23:59:59.999Z'],
    ['20261001', '2026-10-01T00:00:00.000Z', '2026-10-01T23:59:59.999Z'],
    [' 2026-10-01 ', '2026-10-01T00:00:00.000Z', '2026-10-01T23:59:59.999Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2026-10', '2026-10-01T00:00:00.000Z', '2026-10-31T23:59:59.999Z'],
    ['2026-Q3', '2026-07-01T00:00:00.000Z', '2026-09-30T23:59:59.999Z'],
    ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['2026-10-01T09:30:00Z', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:00.000Z'],
    ['2026-10-01t09:30:00z', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:00.000Z'],
    ['2026-10-01 09:30:00', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:00.000Z'],
    ['2026-10-01T11:30:00+02:00', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:00.000Z'],
    ['2026-10-01T09:30Z', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:59.999Z'],
    ['2026-10-01 09:30', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:59.999Z'],
    ['20261001T093000Z', '2026-10-01T09:30:00.000Z', '2026-10-01T09:30:00.000Z'],
    ['today', '2026-11-26T00:00:00.000Z', '2026-11-26T23:59:59.999Z'],
    ['Yesterday', '2026-11-25T00:00:00.000Z', '2026-11-25T23:59:59.999Z'],
    ['30 days ago', '2026-10-27T00:00:00.000Z', '2026-10-27T23:59:59.999Z'],
    ['30days ago', '2026-10-27T00:00:00.000Z', '2026-10-27T23:59:59.999Z'],
    ['an day ago', '2026-11-25T00:00:00.000Z', '2026-11-25T23:59:59.999Z'],
    ['twelve months ago', '2025-11-26T00:00:00.000Z', '2025-11-26T23:59:59.999Z'],
    ['0 days ago', '2026-11-26T00:00:00.000Z', '2026-11-26T23:59:59.999Z'],
    ['1 day ago', '2026-11-25T00:00:00.000Z', '2026-11-25T23:59:59.999Z'],
    ['2  weeks   ago', '2026-11-12T00:00:00.000Z', '2026-11-12T23:59:59.999Z'],
    ['two weeks ago', '2026-11-12T00:00:00.000Z', '2026-11-12T23:59:59.999Z'],
    ['a month ago', '2026-10-26T00:00:00.000Z', '2026-10-26T23:59:59.999Z'],
    ['1 quarter ago', '2026-08-26T00:00:00.000Z', '2026-08-26T23:59:59.999Z'],
    ['1 year ago', '2025-11-26T00:00:00.000Z', '2025-11-26T23:59:59.999Z'],
    ['last week', '2026-11-16T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
    ['last month', '2026-10-01T00:00:00.000Z', '2026-10-31T23:59:59.999Z'],
    ['LAST QUARTER', '2026-07-01T00:00:00.000Z', '2026-09-30T23:59:59.999Z'],
    ['last year', '2025-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z'],
  ])('%s', (words, from, until) => {
    const [period] = readWords(words, now);
    expect(period).toMatchObject({ kind: 'period' });
    if (period?.kind === 'period') expect([iso(period.from), iso(period.until)]).toEqual([from, until]);
  });

  it('count from the day in UTC, whatever the hour and the zone of now', () => {
    for (const same of ['2026-11-26', '2026-11-26T00:00:00Z', '2026-11-26T23:59:59Z', '2026-11-27T03:00:00+05:00'])
      expect(readWords('30 days ago', same)).toEqual(readWords('30 days ago', now));
  });
});

describe('other words', () => {
  it.each([
    ['latest', { kind: 'latest' }],
    ['newest', { kind: 'latest' }],
    ['Last', { kind: 'latest' }],
    ['previous', { kind: 'previous' }],
    ['first', { kind: 'first' }],
    ['oldest', { kind: 'first' }],
    ['ab12', { kind: 'digest', digest: 'ab12' }],
    ['AB12CD34', { kind: 'digest', digest: 'ab12cd34' }],
    ['folder/a.json', { kind: 'file', path: 'folder/a.json' }],
    ['A.json.gz', { kind: 'file', path: 'A.json.gz' }],
    ['C:\\a', { kind: 'file', path: 'C:\\a' }],
    ['20261001T093000Z-ab12cd34', { kind: 'file', path: '20261001T093000Z-ab12cd34' }],
    ['unknown-ab12cd34', { kind: 'file', path: 'unknown-ab12cd34' }],
  ])('%s', (words, wanted) => {
    expect(readWords(words, now)).toEqual([wanted]);
  });

  it.each(['2026', '20261001'])('%s may be a date, and how a digest begins', (words) => {
    expect(readWords(words, now).map(({ kind }) => kind)).toEqual(['period', 'digest']);
  });
});

describe('words that do not say what is meant', () => {
  it.each([
    ['01/10/2026', '2026-10-01 or 2026-01-10'],
    ['1.10.2026', '2026-10-01 or 2026-01-10'],
    ['31/12/2026', '2026-12-31'],
    ['2026/10/1', '2026-10-01'],
    ['2026-2-3', '2026-02-03'],
    ['1 October 2026', '2026-10-01'],
    ['Oct 1st, 2026', '2026-10-01'],
    ['october', '2026-10'],
    ['december', '2025-12'],
    ['monday', '2026-11-23'],
    ['last thursday', '2026-11-19'],
    ['last fri', '2026-11-20'],
    ['sunday', '2026-11-22'],
    ['3 hours ago', '2026-11-26'],
    ['this month', 'last month or 1 month ago'],
    ['past week', 'last week or 1 week ago'],
    ['30d', '30 days ago'],
    ['6 months', '6 months ago'],
    ['lastest', 'latest'],
    ['yesturday', 'yesterday'],
    ['last-month', 'last month'],
  ])('%s: did you mean %s?', (words, meant) => {
    expect(() => readWords(words, now)).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining(`Did you mean ${meant}?`) as string }),
    );
  });

  it.each([
    '',
    '   ',
    'xyzzy',
    '2026-02-30',
    '2026-13',
    '2026-Q5',
    '-1 days ago',
    '1.5 days ago',
    'many days ago',
    'of days ago',
    '9999999 days ago',
    'abc',
    'constructor',
    '__proto__',
  ])('%j', (words) => {
    expect(() => readWords(words, now)).toThrow(
      expect.objectContaining({ code: 'usage', hint: expect.stringContaining('latest, previous') as string }),
    );
  });

  it('reach no further than the calendar', () => {
    expect(() => readWords('3000 years ago', now)).toThrow(
      expect.objectContaining({ code: 'usage', message: '3000 years ago is before the year 1' }),
    );
  });

  it('are refused, never misread: any text gives something of ours', () => {
    const word = fc.constantFrom(
      'last',
      'week',
      '2026',
      '-',
      '10',
      'days',
      'ago',
      'ab12',
      'T',
      ':',
      '30',
      'a',
      'an',
      'zero',
      'Z',
      '+02:00',
      '/',
      'q1',
      ' ',
      'may',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (words) => {
        try {
          for (const wanted of readWords(words, now)) if (wanted.kind === 'period') expect(wanted.from).toBeLessThanOrEqual(wanted.until);
        } catch (error) {
          expect(isDossierError(error)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('and a time that is none is refused as well', () => {
    expect(() => readWords('latest', 'now')).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('a length of time', () => {
  it.each([
    ['1 year', '2025-11-26'],
    ['a year ago', '2025-11-26'],
    ['90 days', '2026-08-28'],
    ['365days', '2025-11-26'],
    ['18 months', '2025-05-26'],
    ['0 days', '2026-11-26'],
  ])('%s reaches back to %s', (words, day) => expect(readSpan(words, now)).toBe(day));

  it.each(['', 'year', '1', '1 fortnight', '-1 year', '2026-10-01', '99999 years'])('%j is none', (words) => {
    expect(() => readSpan(words, now)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
