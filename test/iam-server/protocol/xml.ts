import type { NormalizedSchema } from '@smithy/core/schema';
import { isValues, lookUp } from '../account/look-up.ts';
import { membersOf } from './schemas.ts';

const documents = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document']);

/** One member as the Query protocol writes it; nothing for a value that is not there. */
export function xmlOf(name: string, schema: NormalizedSchema, value: unknown): string {
  if (value === undefined || value === null) return '';
  return `<${name}>${contentOf(name, schema, value)}</${name}>`;
}

function contentOf(name: string, schema: NormalizedSchema, value: unknown): string {
  if (schema.isListSchema())
    return listOf(value, name)
      .map((entry) => xmlOf('member', schema.getValueSchema(), entry))
      .join('');
  if (schema.isMapSchema()) {
    const entries = Object.entries(structOf(value, name)).filter(([key]) => key !== 'extra');
    return entries.map(([key, entry]) => `<entry><key>${escaped(key)}</key>${xmlOf('value', schema.getValueSchema(), entry)}</entry>`).join('');
  }
  if (schema.isStructSchema()) {
    const struct = structOf(value, name);
    return membersOf(schema)
      .map(([member, of]) => xmlOf(member, of, lookUp(struct, member)))
      .join('');
  }
  if (schema.isBlobSchema()) return Buffer.from(value as Uint8Array).toString('base64');
  return escaped(scalarOf(name, value));
}

/** Documents go over the wire percent-encoded, as RFC 3986 has it. */
function scalarOf(name: string, value: unknown): string {
  if (documents.has(name)) return percentEncoded(typeof value === 'string' ? value : JSON.stringify(value));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') throw new TypeError(`${name} is not a scalar`);
  return String(value);
}

export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} is not a list`);
  return value;
}

function structOf(value: unknown, name: string) {
  if (!isValues(value)) throw new TypeError(`${name} is not a structure`);
  return value;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
