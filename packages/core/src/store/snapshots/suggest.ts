import { nearestWord } from '../../text/nearest.ts';
import { dateBefore } from '../../time/calendar.ts';
import { isIsoDate } from '../../time/iso.ts';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const known = ['latest', 'previous', 'first', 'yesterday', 'today', 'last week', 'last month', 'last quarter', 'last year'];
const MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/;

/** What may have been meant by words that are refused, in words that are not. Most likely first; none when nobody can tell. */
export function suggestionsFor(text: string, today: string): string[] {
  const meant = [...slashedDates(text), ...monthDates(text, today), ...weekdayDates(text, today)];
  if (meant.length > 0) return [...new Set(meant)];
  if (/\b(hour|minute|second)s? ago$/.test(text)) return [today];
  const unit = /^(?:the )?(?:past|previous|prior|this) (week|month|quarter|year)$/.exec(text)?.[1];
  if (unit !== undefined) return [`last ${unit}`, `1 ${unit} ago`];
  const span = /^(?:-\s*)?(\d{1,6})\s*(d|w|m|y)[a-z]*$/.exec(text);
  if (span) return [`${span[1]} ${{ d: 'days', w: 'weeks', m: 'months', y: 'years' }[span[2] as 'd' | 'w' | 'm' | 'y']} ago`];
  const near = nearestWord(text, known);
  return near === undefined ? [] : [near];
}

/** `1.10.2026` is the first of October to one reader and the tenth of January to another. */
function slashedDates(text: string): string[] {
  const parts = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})$/.exec(text)?.slice(1);
  if (!parts) return [];
  const [a = '', b = '', c = ''] = parts;
  const orders =
    a.length === 4
      ? [[a, b, c]]
      : c.length === 4
        ? [
            [c, b, a],
            [c, a, b],
          ]
        : [];
  return orders.map(([year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).filter(isIsoDate);
}

/** `1 October 2026`, `Oct 2026`, `october`. */
function monthDates(text: string, today: string): string[] {
  const name = MONTH.exec(text)?.[1];
  if (name === undefined) return [];
  const month = String(months.findIndex((one) => one.startsWith(name)) + 1).padStart(2, '0');
  const year = /\b\d{4}\b/.exec(text)?.[0] ?? lastYearOf(month, today);
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text)?.[1];
  const date = `${year}-${month}-${day?.padStart(2, '0') ?? ''}`;
  return day === undefined ? [`${year}-${month}`] : [date].filter(isIsoDate);
}

/** The year of the last month of that number that has begun. */
function lastYearOf(month: string, today: string): string {
  const year = today.slice(0, 4);
  return month <= today.slice(5, 7) ? year : String(Number(year) - 1).padStart(4, '0');
}

/** The last Friday before today. */
function weekdayDates(text: string, today: string): string[] {
  const asked = /^(?:last |on |this )?(sun|mon|tues?|wed|thu|thur|thurs|fri|sat)(?:day|nesday|sday|rsday|urday)?$/.exec(text)?.[1];
  const day = asked === undefined ? -1 : weekdays.findIndex((name) => name.startsWith(asked.slice(0, 3)));
  if (day < 0) return [];
  const back = (new Date(`${today}T00:00:00Z`).getUTCDay() - day + 6) % 7;
  return [dateBefore(today, back + 1, 'day')].filter((date) => date !== null);
}
