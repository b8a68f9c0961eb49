const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** The two forms in which AWS itself writes nearly every time. */
const PLAIN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|\+00:00)$/;
const PLAIN_LENGTH = '2026-10-01T09:30:00Z'.length;
const MS_PER_MINUTE = 60_000;

/**
 * Reads a time as AWS tools write it (`Z`, `+00:00`, a blank for the `T`, fractions) and gives it as
 * `YYYY-MM-DDTHH:MM:SSZ` in UTC, fractions kept to milliseconds only when not zero. `null` when it is not a time.
 * A time without zone is UTC: IAM writes no other.
 */
export function parseIsoTime(text: string): string | null {
  // A snapshot holds ten thousands of times, and days up to the 28th need no calendar.
  if (PLAIN.test(text)) return text.length === PLAIN_LENGTH ? text : `${text.slice(0, PLAIN_LENGTH - 1)}Z`;
  const ms = epochMsOfIso(text);
  return ms === null ? null : isoFromEpochMs(ms);
}

/** Milliseconds since 1970 of a time that {@link parseIsoTime} reads. */
export function epochMsOfIso(text: string): number | null {
  const match = DATE_TIME.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const millis = Number((fraction ?? '0').padEnd(3, '0').slice(0, 3));
  const date = new Date(0);
  // Not by Date.UTC, which takes the years 0 to 99 for those after 1900.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const utc = date.setUTCHours(Number(hour), Number(minute), Number(second), millis);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return utc - offsetMinutes(zone) * MS_PER_MINUTE;
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || /^(z|utc)$/i.test(zone)) return 0;
  const digits = zone.replace(/[+:-]/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** UTC text of milliseconds since 1970, in the form of {@link parseIsoTime}. `null` outside years 0001 to 9999. */
export function isoFromEpochMs(ms: number): string | null {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return /^\d{4}-/.test(text) ? text.replace('.000Z', 'Z') : null;
}

/** Whether text is a calendar date `YYYY-MM-DD` that exists. */
export function isIsoDate(text: string): boolean {
  const match = DATE.exec(text);
  return match !== null && parseIsoTime(`${text}T00:00:00Z`) !== null;
}
