import type { Subject } from '@iam-dossier/core/assessment';
import { canonicalJson, sha256 } from '@iam-dossier/core/json';
import type { Data } from '../words/format.ts';

/** 128 bits tell every finding from every other; there may be tens of thousands, and each is written out. */
const DIGITS = 32;

/** Names a finding across runs: never by a pointer, a time or wording. */
export function fingerprintOf(rule: string, message: string, subject: Subject, data: Data, keys: readonly string[]): string {
  const told = keys.length === 0 ? '{}' : canonicalJson(Object.fromEntries(keys.map((key) => [key, data[key] ?? null])));
  const text = (value: string | undefined) => JSON.stringify(value ?? null);
  // The canonical text, written out.
  const named = `{"arn":${text(subject.arn)},"data":${told},"message":${text(message)},"rule":${text(rule)},"uniqueId":${text(subject.uniqueId)}}`;
  return sha256(named).slice(0, DIGITS);
}
