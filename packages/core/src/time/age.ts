import { UTCDate } from '@date-fns/utc';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInMilliseconds } from 'date-fns/differenceInMilliseconds';

const MS_PER_DAY = 86_400_000;

/** Whole days (24 hours each) from one UTC time to another; negative when `to` is earlier. */
export function ageInDays(from: string, to: string): number {
  return Math.floor(differenceInMilliseconds(new UTCDate(to), new UTCDate(from)) / MS_PER_DAY);
}

/** Calendar days in UTC from one date or time to another. */
export function calendarDaysBetween(from: string, to: string): number {
  return differenceInCalendarDays(new UTCDate(to), new UTCDate(from));
}
