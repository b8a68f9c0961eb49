import type { ConditionTest } from '@iam-dossier/core/policy-document';
import type { KeyValues, RequestContext } from './context.ts';
import { operators, type Operator } from './operators.ts';
import { allOf, anyOf, not, triOf, type Tri } from './tri.ts';

export interface TestResult {
  match: Tri;
  /** Keys that would have to be known, as written. */
  unknownKeys: readonly string[];
  unknownOperator?: true;
}

interface Reading {
  /** `null`: no set operator. */
  set: 'all' | 'any' | null;
  operator: Operator;
  ifExists: boolean;
}

/** One operator and key of a Condition block against the request. `version`: of the document, which decides over variables. */
export function testCondition({ operator: name, key, values }: ConditionTest, context: RequestContext, version: string): TestResult {
  const given = context.valuesOf(key);
  const [, set, base = '', ifExists] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(name.toLowerCase()) ?? [];
  if (base === 'null' && ifExists === undefined) return nullTest(values, key, given);
  const operator = operators.get(base);
  if (!operator) return { match: 'unknown', unknownKeys: [], unknownOperator: true };
  const reading: Reading = { set: set === undefined ? null : set === 'forallvalues' ? 'all' : 'any', operator, ifExists: ifExists !== undefined };
  if (given === undefined) return unknownKeyTest(reading, key, values);
  const known = withoutNothing(given, reading);
  if (known === null) return { match: triOf(holdsWhenAbsent(reading)), unknownKeys: [] };
  const compared = known.map((text) => values.map((value) => operator.compare(value, text, version === '2012-10-17' ? context : undefined)));
  const match = combine(
    reading,
    compared.map((row) => anyOf(row.map((comparison) => comparison.match))),
  );
  return { match, unknownKeys: match === 'unknown' ? compared.flat().flatMap((one) => (one.match === 'unknown' ? one.unknownKeys : [])) : [] };
}

/** `true`: the key must be absent; `false`: it must be there. */
function nullTest(values: readonly string[], key: string, given: KeyValues): TestResult {
  const asks = (word: string) => values.some((value) => value.toLowerCase() === word);
  if (given !== undefined) return { match: triOf(asks(given === null ? 'true' : 'false')), unknownKeys: [] };
  if (asks('true') === asks('false')) return { match: triOf(asks('true')), unknownKeys: [] };
  return { match: 'unknown', unknownKeys: [key] };
}

/** Known all the same when absence and every value give one result. */
function unknownKeyTest(reading: Reading, key: string, values: readonly string[]): TestResult {
  const { operator } = reading;
  const fit: Tri = values.length === 0 ? 'no' : values.some((value) => operator.fitsAll(value)) ? 'yes' : 'unknown';
  const present = combine(reading, [fit]);
  if (present === triOf(holdsWhenAbsent(reading))) return { match: present, unknownKeys: [] };
  return { match: 'unknown', unknownKeys: [key] };
}

/** A set operator counts an empty text as no value at all. */
function withoutNothing(given: readonly string[] | null, { set }: Reading): readonly string[] | null {
  return given !== null && set !== null && given.every((text) => text === '') ? null : given;
}

function holdsWhenAbsent({ set, operator, ifExists }: Reading): boolean {
  if (ifExists || set === 'all') return true;
  return set === null && operator.negated;
}

/** `fit`: for each value of the request, whether it fits one of the policy's. */
function combine({ set, operator }: Reading, fit: readonly Tri[]): Tri {
  if (set === null) return operator.negated ? not(anyOf(fit)) : anyOf(fit);
  const held = operator.negated ? fit.map(not) : fit;
  return set === 'all' ? allOf(held) : anyOf(held);
}
