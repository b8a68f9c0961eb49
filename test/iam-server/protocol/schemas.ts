import { NormalizedSchema } from '@smithy/core/schema';

/** An operation as the SDK's schema describes it. */
export interface Operation {
  name: string;
  input: NormalizedSchema;
  output: NormalizedSchema;
  /** Members without which the request is not valid. */
  required: readonly string[];
}

const OPERATION = 9;

/** The operations that an SDK client exports, by name. */
export function operationsOf(client: Readonly<Record<string, unknown>>): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [name, schema] of Object.entries(client)) {
    if (!name.endsWith('$') || !Array.isArray(schema) || schema[0] !== OPERATION) continue;
    const [, , operation, , input, output] = schema as [number, string, string, unknown, Ref, Ref];
    const normal = NormalizedSchema.of(input);
    operations.set(operation, { name: operation, input: normal, output: NormalizedSchema.of(output), required: requiredOf(normal) });
  }
  return operations;
}

type Ref = Parameters<typeof NormalizedSchema.of>[0];

/** A structure names its required members first, and says how many they are. */
function requiredOf(schema: NormalizedSchema): string[] {
  const raw = schema.getSchema() as unknown;
  if (!Array.isArray(raw)) return [];
  const count = typeof raw[6] === 'number' ? raw[6] : 0;
  return (raw[4] as string[]).slice(0, count);
}

const known = new WeakMap<object, [string, NormalizedSchema][]>();

/** Members of a structure; kept, since an account asks for the same ones a hundred thousand times. */
export function membersOf(schema: NormalizedSchema): [string, NormalizedSchema][] {
  const raw = schema.getSchema() as unknown;
  if (typeof raw !== 'object' || raw === null || !schema.isStructSchema() || schema.isUnitSchema()) return [];
  const members = known.get(raw) ?? [...schema.structIterator()];
  known.set(raw, members);
  return members;
}
