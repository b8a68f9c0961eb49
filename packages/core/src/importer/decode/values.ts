import { decodePolicyDocument } from '../../policy-document/decode.ts';
import { deeperThan } from '../json-values.ts';
import { isoFromEpochMs, parseIsoTime } from '../../time/iso.ts';
import type { ReadMember } from './members.ts';

export const text: ReadMember = (value) => (typeof value === 'string' ? value : undefined);
export const flag: ReadMember = (value) => (typeof value === 'boolean' ? value : undefined);
export const whole: ReadMember = (value) => (Number.isSafeInteger(value) ? value : undefined);
export const texts: ReadMember = (value) => (Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined);

/** Levels of nesting that a policy document may have; IAM's grammar needs six. */
const DOCUMENT_LEVELS = 50;

/** A document, or its text where it cannot be read. */
export const document: ReadMember = (value) => {
  const read = decodePolicyDocument(value);
  return typeof value === 'string' && deeperThan(DOCUMENT_LEVELS, read) ? value : read;
};

/** A time as text, or as the seconds since 1970 that older CLI versions write. */
export const time: ReadMember = (value) => {
  if (typeof value === 'number') return isoFromEpochMs(Math.round(value * 1000)) ?? undefined;
  return typeof value === 'string' ? (parseIsoTime(value) ?? undefined) : undefined;
};
