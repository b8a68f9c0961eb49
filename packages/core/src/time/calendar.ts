import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfQuarter } from 'date-fns/startOfQuarter';
import { startOfYear } from 'date-fns/startOfYear';
import { isoFromEpochMs } from './iso.ts';

/** Units of the calendar in which people count. Weeks begin on Monday. */
export const calendarUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];

const DAYS = { day: 1, week: 7 } as const;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The date so many days, weeks, months, quarters or years before another; the last day of the month where that day does not
 * exist. `null` outside years 0001 to 9999.
 */
export function dateBefore(date: string, amount: number, unit: CalendarUnit): string | null {
  return textOf(shifted(utc(date), -amount, unit));
}

/** First and last day of the week, month, quarter or year in which a date lies. */
export function periodOf(date: string, unit: CalendarUnit): { first: string; last: string } {
  const first = begin[unit](utc(date));
  return { first: textOf(first) ?? date, last: textOf(addDays(shifted(first, 1, unit), -1)) ?? date };
}

const begin: Record<CalendarUnit, (day: Date) => Date> = {
  day: (day) => day,
  week: startOfISOWeek,
  month: startOfMonth,
  quarter: startOfQuarter,
  year: startOfYear,
};

function shifted(day: Date, amount: number, unit: CalendarUnit): Date {
  return unit === 'day' || unit === 'week' ? addDays(day, amount * DAYS[unit]) : addMonths(day, amount * MONTHS[unit]);
}

function utc(date: string): Date {
  return new UTCDateMini(`${date}T00:00:00Z`);
}

function textOf(day: Date): string | null {
  const text = isoFromEpochMs(day.getTime())?.slice(0, 10) ?? null;
  return text?.startsWith('0000') === true ? null : text;
}
