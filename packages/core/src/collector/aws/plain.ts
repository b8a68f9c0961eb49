import { isSecret } from '../../text/index.ts';

/** An answer of the SDK as the AWS CLI would print it: times as text, bytes in base64, nothing about the request, no secret. */
export function plainAnswer({ $metadata: _, ...answer }: { $metadata?: unknown }): Record<string, unknown> {
  return plainMembers(answer);
}

function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return Array.isArray(value) ? value.map(plain) : plainMembers(value);
}

function plainMembers(value: object): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) if (member !== undefined && !isSecret(name)) kept.push([name, plain(member)]);
  return Object.fromEntries(kept);
}
