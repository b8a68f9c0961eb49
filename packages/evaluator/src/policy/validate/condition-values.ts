import type { OperatorFamily } from './operators.ts';
import type { ErrorId, WarningId } from './problems.ts';

/** What an operator finds wrong with a value. Variables are filled in later, and never judged. */
export function valueFlaw(family: OperatorFamily, value: string | number | boolean): { error: ErrorId } | { warning: WarningId } | undefined {
  const text = String(value);
  if (text.includes('${')) return undefined;
  switch (family) {
    case 'number':
      return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? undefined : { error: 'condition-number' };
    case 'date':
      return isDate(text) ? undefined : { error: 'condition-date' };
    case 'address':
      return isRange(text) ? undefined : { error: 'condition-address' };
    case 'boolean':
    case 'null':
      return /^(true|false)$/i.test(text) ? undefined : { warning: 'condition-boolean' };
    case 'binary':
      return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? undefined : { warning: 'condition-base64' };
    case 'arn':
      return /^(arn:|[*?])/.test(text) ? undefined : { warning: 'condition-arn' };
    default:
      return undefined;
  }
}

const LARGEST_TIME = 9_223_372_036_854_775_807n;
const DAY = /^(-?\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const TIME = /^(?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?)?(?:z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** A time as IAM reads it: ISO 8601 to any precision, years before our era too, or seconds since 1970. */
function isDate(text: string): boolean {
  const lower = text.toLowerCase();
  if (!/[t-]/.test(lower)) return /^\d{1,19}$/.test(lower) && BigInt(lower) <= LARGEST_TIME;
  const [day = '', time = '', ...more] = lower.split('t');
  const date = DAY.exec(day);
  const hours = TIME.exec(time);
  if (!date || !hours || more.length > 0) return false;
  const year = Number(date[1]);
  if (year < -292_275_054 || year > 292_278_993) return false;
  return within(date[2], 1, 12) && within(date[3], 1, 31) && within(hours[1], 0, 23) && within(hours[2], 0, 59) && within(hours[3], 0, 60);
}

function within(digits: string | undefined, least: number, most: number): boolean {
  return digits === undefined || (Number(digits) >= least && Number(digits) <= most);
}

/** An address of either family, or a range of them. */
function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return false;
  if (address.includes(':')) return isSix(address) && Number(bits ?? 0) <= 128;
  return isFour(address) && Number(bits ?? 0) <= 32;
}

function isFour(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isSix(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const four = last.includes('.');
  if (four && !isFour(last)) return false;
  const plain = four ? groups.slice(0, -1) : groups;
  const count = plain.length + (four ? 2 : 0);
  return plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count <= 7 : count === 8);
}
