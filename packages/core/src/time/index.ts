export { ageInDays, calendarDaysBetween } from './age.ts';
export { isIsoDate, isoFromEpochMs, parseIsoTime } from './iso.ts';
export { dateSchema, timeSchema } from './schema.ts';
