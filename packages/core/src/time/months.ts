import { UTCDateMini } from '@date-fns/utc/date/mini';
import { subMonths } from 'date-fns/subMonths';

/** The date `YYYY-MM-DD` so many calendar months before another; the last day of the month where that day does not exist. */
export function monthsBefore(date: string, months: number): string {
  return subMonths(new UTCDateMini(`${date}T00:00:00Z`), months)
    .toISOString()
    .slice(0, 10);
}
