import { hash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** Lower-case hexadecimal SHA-256 of text (as UTF-8) or bytes. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** SHA-256 of the canonical JSON text of a value: equal content, equal digest. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
