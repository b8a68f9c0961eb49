import { withoutSecrets } from '../../importer/decode/secrets.ts';

/** An answer of the SDK as the AWS CLI would print it: times as text, bytes in base64, nothing about the request, no secret. */
export function plainAnswer(output: object): Record<string, unknown> {
  const members = Object.entries(output).filter(([name, value]) => name !== '$metadata' && value !== undefined);
  return withoutSecrets(Object.fromEntries(members.map(([name, value]) => [name, plain(value)]))) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(kept.map(([name, member]) => [name, plain(member)]));
}
