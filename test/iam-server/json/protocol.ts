import type { NormalizedSchema } from '@smithy/core/schema';
import { isValues, lookUp, type Values } from '../account/look-up.ts';
import { invalid } from '../error.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { membersOf } from '../protocol/schemas.ts';

/** IAM's codes, as the JSON services have them. */
const codes: Readonly<Record<string, string>> = {
  AccessDenied: 'AccessDeniedException',
  Throttling: 'ThrottlingException',
  ExpiredToken: 'ExpiredTokenException',
  ValidationError: 'ValidationException',
  InvalidAction: 'UnknownOperationException',
};

/** The protocols of the younger services: JSON in, JSON out. */
export const jsonProtocol: Protocol = {
  contentType: 'application/x-amz-json-1.1',
  readParams: ({ body }, operation, lenient) => {
    const params: unknown = JSON.parse(body === '' ? '{}' : body);
    if (!isValues(params)) throw invalid('The body is not an object');
    const known = membersOf(operation.input).map(([name]) => name);
    const unknown = Object.keys(params).find((name) => !known.includes(name));
    if (unknown !== undefined && !lenient) throw invalid(`Unknown parameter: ${unknown}`);
    return params;
  },
  write: (_service, { output }, value) => JSON.stringify(output.isUnitSchema() ? {} : jsonOf(output, value)),
  writeError: (_service, { code, message }) => JSON.stringify({ __type: codes[code] ?? code, message, Message: message }),
};

function jsonOf(schema: NormalizedSchema, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (schema.isListSchema()) return (value as unknown[]).map((entry) => jsonOf(schema.getValueSchema(), entry));
  if (schema.isStructSchema())
    return Object.fromEntries(membersOf(schema).map(([name, member]) => [name, jsonOf(member, lookUp(value as Values, name))]));
  if (schema.isTimestampSchema()) return Date.parse(String(value)) / 1000;
  // Documents are text here, as they are; nothing encodes them.
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
