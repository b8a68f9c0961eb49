import type { ConditionTest, PatternElement, Statement } from '@iam-dossier/core/policy-document';
import { fitsGlob } from '../glob.ts';
import { completeArn } from '../short-arn.ts';
import type { Mismatch } from './answer.ts';
import { testCondition } from './condition.ts';
import type { RequestContext } from './context.ts';
import { fill, fits } from './pattern.ts';
import type { Principal } from './principal.ts';
import { matchPrincipal, reaches, type PrincipalMatch } from './principal-match.ts';
import { allOf, anyOf, not, triOf, type Tri } from './tri.ts';

/** A request as statements see it. */
export interface Asked {
  action: string;
  resource: string;
  principal: Principal;
  context: RequestContext;
  /** Whether a permissions boundary is set on the principal. */
  bounded: Tri;
}

/** How a document is to be read. */
export interface Reading {
  version: string;
  /** ARNs that lack parts are completed, as in identity policies. */
  completes: boolean;
}

export interface StatementMatch {
  match: Tri;
  /** Of a statement with Principal or NotPrincipal; all `no` where the rest does not match. */
  by: PrincipalMatch;
  mismatches: readonly Mismatch[];
  unknownKeys: readonly string[];
  /** An operator stands in it that is not known. */
  beyond: boolean;
}

interface Part {
  match: Tri;
  mismatch: Mismatch | undefined;
  unknownKeys: readonly string[];
}

/** Every element of a statement against the request. A layer without principals takes what it has for everybody. */
export function matchStatement(statement: Statement, reading: Reading, asked: Asked): StatementMatch {
  const by = statement.principal ? matchPrincipal(statement.principal, statement.effect, asked.principal, asked.bounded) : everybody;
  const rest = [
    actionPart(statement.action, asked),
    resourcePart(statement.resource, reading, asked),
    ...statement.conditions.map((test) => conditionPart(test, reading.version, asked)),
  ];
  const parts = [...rest, principalPart(statement, reaches(by))];
  const held = allOf(rest.map((part) => part.match));
  return {
    match: allOf(parts.map((part) => part.match)),
    by: { account: allOf([held, by.account]), direct: allOf([held, by.direct]), limited: allOf([held, by.limited]) },
    mismatches: parts.flatMap((part) => part.mismatch ?? []),
    unknownKeys: parts.flatMap((part) => part.unknownKeys),
    beyond: parts.some(({ mismatch }) => mismatch?.element === 'condition' && mismatch.unknownOperator === true),
  };
}

const everybody: PrincipalMatch = { account: 'no', direct: 'yes', limited: 'no' };

function actionPart({ negated, patterns }: PatternElement, { action }: Asked): Part {
  const wanted = action.toLowerCase();
  const fit = triOf(patterns.some((pattern) => mayBegin(pattern, wanted) && fitsGlob(pattern.toLowerCase(), wanted)));
  return partOf(negated ? not(fit) : fit, (match) => ({ element: 'action', match, negated, patterns }));
}

/** Most patterns differ in the first letter: these are not put into lower case. */
function mayBegin(pattern: string, wanted: string): boolean {
  const first = pattern[0];
  return first === undefined || first === '*' || first === '?' || first.toLowerCase() === wanted[0];
}

function resourcePart(element: PatternElement | null, { version, completes }: Reading, { resource, context }: Asked): Part {
  // Trust policies and repository policies have no Resource: they stand on the one they speak of.
  if (!element) return { match: 'yes', mismatch: undefined, unknownKeys: [] };
  const { negated, patterns } = element;
  const filled = patterns.map((pattern) => fill(completes ? completeArn(pattern) : pattern, true, version === '2012-10-17' ? context : undefined));
  const found = filled.map((pattern) => ({ match: fits(pattern, resource), keys: pattern.unknownKeys }));
  const fit = anyOf(found.map(({ match }) => match));
  const part = partOf(negated ? not(fit) : fit, (match) => ({ element: 'resource', match, negated, patterns }));
  return { ...part, unknownKeys: fit === 'unknown' ? found.flatMap(({ match, keys }) => (match === 'unknown' ? keys : [])) : [] };
}

function conditionPart(test: ConditionTest, version: string, { context }: Asked): Part {
  const { operator, key, values } = test;
  const { match, unknownKeys, unknownOperator } = testCondition(test, context, version);
  const given = context.valuesOf(key);
  const actual = given === undefined ? {} : { actual: given?.length === 1 ? (given[0] ?? null) : given };
  const part = partOf(match, (no) => ({
    element: 'condition',
    match: no,
    operator,
    key,
    values,
    ...actual,
    ...(unknownOperator ? { unknownOperator } : {}),
  }));
  return { ...part, unknownKeys };
}

function principalPart({ principal }: Statement, match: Tri): Part {
  return partOf(match, (no) => ({
    element: 'principal',
    match: no,
    negated: principal?.negated ?? false,
    principals: principal?.entries.flatMap(({ values }) => values) ?? [],
  }));
}

function partOf(match: Tri, mismatch: (match: 'no' | 'unknown') => Mismatch): Part {
  return { match, mismatch: match === 'yes' ? undefined : mismatch(match), unknownKeys: [] };
}
