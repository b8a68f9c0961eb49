import { remembered } from './check.ts';

export type OperatorFamily = 'string' | 'number' | 'date' | 'boolean' | 'binary' | 'address' | 'arn' | 'null';

/** Every condition operator by the kind of value it compares. */
const families: Readonly<Record<OperatorFamily, readonly string[]>> = {
  string: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
  number: ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals'],
  date: ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  boolean: ['Bool'],
  binary: ['BinaryEquals'],
  address: ['IpAddress', 'NotIpAddress'],
  arn: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
  null: ['Null'],
};

export interface Operator {
  family: OperatorFamily;
  /** As AWS writes it. */
  written: string;
  /** IfExists on Null, which IAM refuses. */
  nullIfExists: boolean;
}

const byName = new Map(
  Object.entries(families).flatMap(([family, names]) =>
    names.map((name) => [name.toLowerCase(), { name, family: family as OperatorFamily }] as const),
  ),
);
const FORM = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/i;

/** The operator that a member of Condition names, whatever its case; `null` when there is none. */
export const operatorOf = remembered((text): Operator | null => {
  const [, set, name = '', optional] = FORM.exec(text) ?? [];
  const found = byName.get(name.toLowerCase());
  if (!found) return null;
  const prefix = set === undefined ? '' : set.toLowerCase() === 'forallvalues' ? 'ForAllValues:' : 'ForAnyValue:';
  const written = `${prefix}${found.name}${optional === undefined ? '' : 'IfExists'}`;
  return { family: found.family, written, nullIfExists: found.family === 'null' && optional !== undefined };
}, 1000);
