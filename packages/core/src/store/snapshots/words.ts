import { DossierError } from '../../errors/index.ts';
import { dateBefore, periodOf, type CalendarUnit } from '../../time/calendar.ts';
import { isIsoDate, parseIsoTime } from '../../time/iso.ts';
import { parseSnapshotName, timeOfName } from './name.ts';
import { suggestionsFor } from './suggest.ts';

/** A stretch of time, both ends included, in milliseconds since 1970. */
export interface Period {
  kind: 'period';
  from: number;
  until: number;
  /** `in 2026-10`, `on 2026-10-27`. */
  when: string;
}

/** What words may ask for. */
export type Wanted = { kind: 'latest' | 'previous' | 'first' } | Period | { kind: 'digest'; digest: string } | { kind: 'file'; path: string };

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const positions: Readonly<Record<string, 'latest' | 'previous' | 'first'>> = {
  latest: 'latest',
  newest: 'latest',
  last: 'latest',
  previous: 'previous',
  first: 'first',
  oldest: 'first',
  earliest: 'first',
};
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const FILE = /[\\/]|\.json(\.gz)?$/i;
const SLASHED_DATE = /^\d{1,4}\/\d{1,2}\/\d{1,4}$/;
const SPAN = /^(?:(\d{1,6}) ?|([a-z]+) )(day|week|month|quarter|year)s?$/;

/**
 * What words ask for: one thing, or several where digits may be a date and a digest. `now` says what `30 days ago` is;
 * days are those of UTC.
 * @throws DossierError `usage` with suggestions when the words say nothing, or several things
 */
export function readWords(words: string, now: string): Wanted[] {
  const said = words.trim().replace(/\s+/g, ' ');
  const text = said.toLowerCase();
  const today = dayOf(now);
  if (text === '')
    throw new DossierError('usage', 'no words say which snapshot is meant', { hint: 'Say latest, previous, or a date such as 2026-10-01.' });
  if (FILE.test(said) && !SLASHED_DATE.test(said)) return [{ kind: 'file', path: said }];
  if (parseSnapshotName(`${said}.snapshot.json`)) return [{ kind: 'file', path: said }];
  const position = Object.hasOwn(positions, text) ? positions[text] : undefined;
  if (position !== undefined) return [{ kind: position }];
  const found: (Wanted | undefined)[] = [
    relativePeriod(text, today) ?? namedPeriod(text),
    /^[0-9a-f]{4,64}$/.test(text) ? { kind: 'digest', digest: text } : undefined,
  ];
  const wanted = found.filter((one) => one !== undefined);
  if (wanted.length > 0) return wanted;
  const meant = suggestionsFor(text, today);
  throw new DossierError(
    'usage',
    `${JSON.stringify(said)} does not say which snapshot is meant.${meant.length === 0 ? '' : ` Did you mean ${meant.join(' or ')}?`}`,
    {
      hint: 'Say latest, previous, first, a date (2026-10-01), a month (2026-10), 30 days ago, last month, a time, the first digits of a digest, or a file.',
    },
  );
}

/**
 * How long ago words such as `1 year` or `90 days` reach back from today: the first day that is not older.
 * @throws DossierError `usage`
 */
export function readSpan(words: string, now: string): string {
  const text = words.trim().replace(/\s+/g, ' ').toLowerCase().replace(/ ago$/, '');
  const { amount, unit } = spanOf(text) ?? {};
  const day = amount === undefined || unit === undefined ? null : dateBefore(dayOf(now), amount, unit);
  if (day !== null) return day;
  throw new DossierError('usage', `${JSON.stringify(words)} is no length of time`, {
    hint: 'Say a number of days, weeks, months, quarters or years: "1 year", "90 days".',
  });
}

/** @throws DossierError `usage` when `now` is neither a time nor a date */
export function dayOf(now: string): string {
  const day = isIsoDate(now) ? now : parseIsoTime(now)?.slice(0, 10);
  if (day === undefined) throw new DossierError('usage', `${JSON.stringify(now)} is no time such as 2026-10-01T09:30:00Z`);
  return day;
}

function relativePeriod(text: string, today: string): Period | undefined {
  if (text === 'today') return dayPeriod(today, `on ${today}, today`);
  if (text === 'yesterday') return ago({ amount: 1, unit: 'day' }, today);
  const calendar = /^last (week|month|quarter|year)$/.exec(text)?.[1] as CalendarUnit | undefined;
  if (calendar !== undefined) return lastPeriod(calendar, today);
  const span = text.endsWith(' ago') ? spanOf(text.slice(0, -' ago'.length)) : undefined;
  return span && ago(span, today);
}

function spanOf(text: string): { amount: number; unit: CalendarUnit } | undefined {
  const [, digits, word = '', unit] = SPAN.exec(text) ?? [];
  if (unit === undefined) return undefined;
  const amount = digits === undefined ? (/^an?$/.test(word) ? 1 : numbers.indexOf(word)) : Number(digits);
  return amount < 0 ? undefined : { amount, unit: unit as CalendarUnit };
}

function ago({ amount, unit }: { amount: number; unit: CalendarUnit }, today: string): Period {
  const day = dateBefore(today, amount, unit);
  if (day === null) throw new DossierError('usage', `${amount} ${unit}s ago is before the year 1`);
  return dayPeriod(day, `on ${day}`);
}

function lastPeriod(unit: CalendarUnit, today: string): Period | undefined {
  const before = dateBefore(today, 1, unit);
  if (before === null) return undefined;
  const { first, last } = periodOf(before, unit);
  return { ...dayPeriod(first, `from ${first} to ${last}`), until: endOf(last) };
}

/** A time, a date, a month, a quarter or a year, as they are written. */
function namedPeriod(text: string): Period | undefined {
  const date = /^(\d{4})(\d\d)(\d\d)$/.exec(text)?.slice(1).join('-') ?? text;
  if (isIsoDate(date)) return dayPeriod(date, `on ${date}`);
  const month = /^\d{4}-\d\d$/.test(text) && isIsoDate(`${text}-01`) ? `${text}-01` : undefined;
  if (month !== undefined) return calendarPeriod(month, 'month', text);
  const [, year, quarter] = /^(\d{4})-?q([1-4])$/.exec(text) ?? [];
  if (year !== undefined) return calendarPeriod(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`, 'quarter', `${year}-Q${quarter}`);
  if (/^\d{4}$/.test(text) && isIsoDate(`${text}-01-01`)) return calendarPeriod(`${text}-01-01`, 'year', text);
  return momentPeriod(text);
}

function calendarPeriod(date: string, unit: CalendarUnit, name: string): Period {
  const { first, last } = periodOf(date, unit);
  return { kind: 'period', from: Date.parse(first), until: endOf(last), when: `in ${name}` };
}

/** A time to the second, or to the minute: then all of that minute. */
function momentPeriod(text: string): Period | undefined {
  const written = text.toUpperCase();
  const time = parseIsoTime(written) ?? timeOfName(written);
  if (time !== null) return { kind: 'period', from: Date.parse(time), until: Date.parse(time), when: `at ${time}` };
  const minute = parseIsoTime(written.replace(/^(.{10}[T ]\d\d:\d\d)(Z|[+-]\d\d:?\d\d)?$/, '$1:00$2'));
  if (minute === null) return undefined;
  const from = Date.parse(minute);
  return { kind: 'period', from, until: from + MS_PER_MINUTE - 1, when: `at ${minute.slice(0, 16)}Z` };
}

function dayPeriod(date: string, when: string): Period {
  return { kind: 'period', from: Date.parse(date), until: endOf(date), when };
}

function endOf(date: string): number {
  return Date.parse(date) + MS_PER_DAY - 1;
}
