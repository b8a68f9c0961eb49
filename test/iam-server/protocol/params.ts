import type { NormalizedSchema } from '@smithy/core/schema';
import { invalid } from '../error.ts';
import { membersOf } from './schemas.ts';

/** Reads the flat parameters of a Query request as the schema nests them. @throws AwsError for what it does not know */
export function readQueryParams(fields: ReadonlyMap<string, string>, schema: NormalizedSchema, lenient: boolean): Record<string, unknown> {
  const left = new Map(fields);
  const read = (take: string) => {
    const value = left.get(take);
    left.delete(take);
    return value;
  };
  const params = readStruct('', schema, { read, keys: () => [...left.keys()] });
  const [unknown] = left.keys();
  if (unknown !== undefined && !lenient) throw invalid(`Unknown parameter: ${unknown}`);
  return params;
}

interface Fields {
  read: (name: string) => string | undefined;
  keys: () => string[];
}

function readStruct(prefix: string, schema: NormalizedSchema, fields: Fields): Record<string, unknown> {
  const found = membersOf(schema).map(([name, member]): [string, unknown] => [name, readValue(prefix + name, member, fields)]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

function readValue(name: string, schema: NormalizedSchema, fields: Fields): unknown {
  if (schema.isStructSchema()) {
    return fields.keys().some((key) => key.startsWith(`${name}.`)) ? readStruct(`${name}.`, schema, fields) : undefined;
  }
  if (schema.isListSchema()) return readList(name, schema, fields);
  const text = fields.read(name);
  return text === undefined ? undefined : readScalar(name, text, schema);
}

/** `Name.member.1`, `Name.member.2`, …; an empty list is sent as `Name=`. */
function readList(name: string, schema: NormalizedSchema, fields: Fields): unknown[] | undefined {
  const list: unknown[] = [];
  for (let index = 1; ; index += 1) {
    const value = readValue(`${name}.member.${index}`, schema.getValueSchema(), fields);
    if (value === undefined) break;
    list.push(value);
  }
  const empty = fields.read(name);
  return list.length > 0 || empty !== undefined ? list : undefined;
}

function readScalar(name: string, text: string, schema: NormalizedSchema): unknown {
  if (schema.isBooleanSchema()) {
    if (text !== 'true' && text !== 'false') throw invalid(`Value '${text}' at '${name}' is not a boolean`);
    return text === 'true';
  }
  if (schema.isNumericSchema()) {
    if (!/^-?\d+$/.test(text)) throw invalid(`Value '${text}' at '${name}' is not a number`);
    return Number(text);
  }
  return text;
}
