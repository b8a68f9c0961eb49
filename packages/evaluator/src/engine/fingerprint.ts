import type { Subject } from '@iam-dossier/core/assessment';
import { digestOf } from '@iam-dossier/core/json';
import type { Data } from '../words/format.ts';

/** 128 bits tell every finding from every other; there may be tens of thousands, and each is written out. */
const DIGITS = 32;

/** Names a finding across runs: never by a pointer, a time or wording. */
export function fingerprintOf(rule: string, message: string, subject: Subject, data: Data, keys: readonly string[]): string {
  const told = Object.fromEntries(keys.map((key) => [key, data[key] ?? null]));
  // In the order of the canonical text: nothing is copied to be sorted.
  return digestOf({ arn: subject.arn, data: told, message, rule, uniqueId: subject.uniqueId ?? null }).slice(0, DIGITS);
}
