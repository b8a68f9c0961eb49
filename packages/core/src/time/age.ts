// The full class makes three number formats of the host when it is loaded; nothing here formats.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** Whole days (24 hours each) from one UTC time to another; negative when `to` is earlier. */
export function ageInDays(from: string, to: string): number {
  return Math.floor(milliseconds(from, to) / MS_PER_DAY);
}

/** Minutes, not rounded, from one UTC time to another; negative when `to` is earlier. */
export function ageInMinutes(from: string, to: string): number {
  return milliseconds(from, to) / MS_PER_MINUTE;
}

/** Asked for every credential and role of an account. The times end in `Z`: no zone of the host has a say. */
function milliseconds(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/** Calendar days in UTC from one date or time to another. */
export function calendarDaysBetween(from: string, to: string): number {
  return differenceInCalendarDays(new UTCDateMini(to), new UTCDateMini(from));
}
