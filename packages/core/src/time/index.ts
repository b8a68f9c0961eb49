export { ageInDays, ageInMinutes, calendarDaysBetween } from './age.ts';
export { calendarUnits, dateBefore, periodOf, type CalendarUnit } from './calendar.ts';
export { epochMsOfIso, isIsoDate, isoFromEpochMs, parseIsoTime } from './iso.ts';
export { monthsBefore } from './months.ts';
export { dateSchema, timeSchema } from './schema.ts';
