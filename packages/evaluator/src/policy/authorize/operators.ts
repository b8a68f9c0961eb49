import { epochMsOfIso } from '@iam-dossier/core/time';
import type { RequestContext } from './context.ts';
import { inRange } from './ip-address.ts';
import { fill, fits, fitsArn } from './pattern.ts';
import { triOf, type Tri } from './tri.ts';

/** Whether one value of the request fits one value of the policy. */
export interface Comparison {
  match: Tri;
  /** Keys of variables whose value is not known. */
  unknownKeys: readonly string[];
}

export type Compare = (wanted: string, given: string, variables: RequestContext | undefined) => Comparison;

/** A family of operators that differ by `Not` only. */
export interface Operator {
  /** The condition holds when no value fits. */
  negated: boolean;
  compare: Compare;
  /** Whether a value of the policy fits every value that a request can have. */
  fitsAll: (wanted: string) => boolean;
}

const never = (): boolean => false;
const certain = (match: boolean): Comparison => ({ match: triOf(match), unknownKeys: [] });

function texts(wildcards: boolean, shape: (text: string) => string = (text) => text): Compare {
  return (wanted, given, variables) => {
    const filled = fill(wanted, wildcards, variables);
    const pieces = filled.pieces.map((piece) => (typeof piece === 'string' ? shape(piece) : piece));
    return { match: fits({ ...filled, pieces }, shape(given)), unknownKeys: filled.unknownKeys };
  };
}

const arns: Compare = (wanted, given, variables) => {
  const filled = fill(wanted, true, variables);
  return { match: fitsArn(filled, given), unknownKeys: filled.unknownKeys };
};

const booleans: Compare = (wanted, given, variables) => (/^(true|false)$/i.test(given) ? lowerTexts(wanted, given, variables) : certain(false));
const lowerTexts = texts(false, (text) => text.toLowerCase());

type Order = (difference: number) => boolean;
const orders: Readonly<Record<string, Order>> = {
  equals: (difference) => difference === 0,
  lessthan: (difference) => difference < 0,
  lessthanequals: (difference) => difference <= 0,
  greaterthan: (difference) => difference > 0,
  greaterthanequals: (difference) => difference >= 0,
};

function ordered(read: (text: string) => number | null, holds: Order): Compare {
  return (wanted, given) => {
    const [least, found] = [read(wanted), read(given)];
    return certain(least !== null && found !== null && holds(found - least));
  };
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const MS_PER_SECOND = 1000;

function numberOf(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}

/** ISO 8601 as W3C's note allows it, down to a year alone, or seconds since 1970. */
function timeOf(text: string): number | null {
  const seconds = /^\d{4}$/.test(text) ? null : numberOf(text);
  if (seconds !== null) return seconds * MS_PER_SECOND;
  const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z)?$/i.exec(text);
  if (compact) return epochMsOfIso(`${compact.slice(1, 4).join('-')}T${compact.slice(4, 7).join(':')}Z`);
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return epochMsOfIso(`${text}${'-01-01'.slice(text.length - 4)}T00:00:00Z`);
  return epochMsOfIso(text.replace(/^(.{10}[T ]\d{2}:\d{2})(?=Z|[+-]|$)/i, '$1:00'));
}

function pair(names: readonly [string, string], compare: Compare, fitsAll: Operator['fitsAll'] = never): [string, Operator][] {
  return names.map((name, index) => [name, { negated: index === 1, compare, fitsAll }]);
}

function family(name: 'numeric' | 'date', read: (text: string) => number | null): [string, Operator][] {
  const plain = Object.entries(orders).map(([order, holds]): [string, Operator] => [
    `${name}${order}`,
    { negated: false, compare: ordered(read, holds), fitsAll: never },
  ]);
  return [...plain, [`${name}notequals`, { negated: true, compare: ordered(read, (difference) => difference === 0), fitsAll: never }]];
}

/** Every operator but `Null`, by its name in lower case. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...pair(['stringequals', 'stringnotequals'], texts(false)),
  ...pair(['stringequalsignorecase', 'stringnotequalsignorecase'], lowerTexts),
  ...pair(['stringlike', 'stringnotlike'], texts(true), (wanted) => /^\*+$/.test(wanted)),
  ...pair(['arnequals', 'arnnotequals'], arns),
  ...pair(['arnlike', 'arnnotlike'], arns),
  ...pair(['ipaddress', 'notipaddress'], (wanted, given) => certain(inRange(wanted, given))),
  ...family('numeric', numberOf),
  ...family('date', timeOf),
  ['bool', { negated: false, compare: booleans, fitsAll: never }],
  ['binaryequals', { negated: false, compare: (wanted, given) => certain(wanted === given), fitsAll: never }],
]);
