import { canonicalJson } from '@iam-dossier/core/json';
import { accessLevels, type AccessLevel, type Quote } from '@iam-dossier/core/assessment';
import {
  actionsOf,
  add,
  complement,
  countIn,
  intersection,
  isEmpty,
  meets,
  noActions,
  remove,
  servicesIn,
  union,
  type Actions,
} from '../action-set.ts';
import { actionTable } from '../action-table.ts';
import { addBoth, classActions, granters, isUnscoped, namesIn, type ClassId } from '../classes/index.ts';
import { actionPlace, statementPath, type AnalysedStatement } from '../document.ts';
import { servicesOf, type Grants } from '../effective.ts';
import { quoteOf, type AnalysedPolicy } from '../policy-in-force.ts';
import { hasWildcard, isWholeService, takesNoResource } from '../wildcards.ts';
import type { ClassFigures, Figure, Finding, PolicyLine, ServiceFigures } from './analysis.ts';

export function figureOf(lines: readonly PolicyLine[]): Figure {
  return { count: lines.length, lines };
}

export function lineOf({ path, text }: Pick<Quote, 'path' | 'text'>): PolicyLine {
  return { path, text };
}

/** What lets a principal give itself every right, in whichever way it holds the policy. */
const SELF_GRANTING = [
  'AttachUserPolicy',
  'PutUserPolicy',
  'AttachRolePolicy',
  'PutRolePolicy',
  'AttachGroupPolicy',
  'PutGroupPolicy',
  'CreatePolicyVersion',
];
let selfGranting: Actions | undefined;

export function administratorOf(policy: AnalysedPolicy, allows: readonly AnalysedStatement[], granted: Actions): Finding {
  selfGranting ??= SELF_GRANTING.reduce((words, name) => (add(words, actionsOf(`iam:${name}`)), words), noActions());
  if (isEmpty(intersection(granted, selfGranting))) return { found: false, lines: [] };
  const lines = allows.filter(isFull).map((entry) => lineOf(quoteOf(policy, entry, starOf(entry))));
  return { found: lines.length > 0, lines };
}

/** Every action, on the bare star. */
function isFull(entry: AnalysedStatement): boolean {
  if (!isUnscoped(entry) || entry.resource.negated || !entry.resource.patterns.some((pattern) => /^\*+$/.test(pattern))) return false;
  const words = noActions();
  add(words, entry.actions);
  return isEmpty(complement(words));
}

function starOf({ statement: { action } }: AnalysedStatement): number | undefined {
  const place = action.patterns.findIndex((pattern) => /^[*:]*\*$/.test(pattern));
  return action.negated || place < 0 ? undefined : place;
}

/** Lines with a whole service in them. Resources and conditions do not excuse. */
export function wholeServiceLines(policy: AnalysedPolicy, allows: readonly AnalysedStatement[]): PolicyLine[] {
  return allows.flatMap((entry) => patternLines(policy, entry, isWholeService));
}

/** Action patterns with a wildcard, of what allows by name. */
export function actionWildcardLines(policy: AnalysedPolicy, allows: readonly AnalysedStatement[]): PolicyLine[] {
  return allows.filter(({ statement }) => !statement.action.negated).flatMap((entry) => patternLines(policy, entry, hasWildcard));
}

function patternLines({ policy }: AnalysedPolicy, { statement }: AnalysedStatement, wanted: (pattern: string) => boolean): PolicyLine[] {
  return statement.action.patterns.flatMap((pattern, index) => (wanted(pattern) ? [actionPlace(policy.document.document, statement, index)] : []));
}

/** Resource patterns with a wildcard, and NotResource; not where no action takes a resource. */
export function resourceWildcardLines({ policy }: AnalysedPolicy, allows: readonly AnalysedStatement[]): PolicyLine[] {
  const { document } = policy.document;
  return allows
    .filter((entry) => !takesNoResource(entry))
    .flatMap(({ resource, statement }) => {
      const path = `${statementPath(document, statement.index)}/${resource.negated ? 'NotResource' : 'Resource'}`;
      const written = statement.resource?.patterns ?? [];
      if (resource.negated) return [{ path, text: written.length === 1 ? (written[0] ?? '') : canonicalJson([...written]) }];
      const listed = isListed(document, statement.index);
      return written.flatMap((text, index) =>
        hasWildcard(resource.patterns[index] ?? text) ? [{ path: listed ? `${path}/${index}` : path, text }] : [],
      );
    });
}

function isListed(document: AnalysedPolicy['policy']['document']['document'], index: number): boolean {
  const statements = typeof document === 'string' ? undefined : document['Statement'];
  const statement: unknown = Array.isArray(statements) ? statements[index] : statements;
  return Array.isArray((statement as { Resource?: unknown } | undefined)?.Resource);
}

export function unknownActionLines({ policy, statements }: AnalysedPolicy): PolicyLine[] {
  return statements.flatMap(({ statement, unknownActions }) => {
    const unknown = new Set(unknownActions);
    return statement.action.patterns.flatMap((pattern, index) =>
      unknown.has(pattern) ? [actionPlace(policy.document.document, statement, index)] : [],
    );
  });
}

export function classFigures(id: ClassId, policy: AnalysedPolicy, allows: readonly AnalysedStatement[], reach: ClassReach): ClassFigures {
  const wanted = classActions(id);
  const found = noActions();
  const lines = allows.filter(isUnscoped).flatMap((entry) => {
    if (!meets(entry.actions, wanted)) return [];
    addBoth(found, entry.actions, wanted, reach.open);
    return granters(entry, wanted, reach.open).map((place) => lineOf(quoteOf(policy, entry, place)));
  });
  const rest = intersection(reach.granted, wanted);
  remove(rest, found);
  return { count: countAll(found), actions: namesIn(found), services: servicesIn(found).map(({ prefix }) => prefix), lines, limited: countAll(rest) };
}

/** What is granted in any way, and what may reach every resource. */
export interface ClassReach {
  granted: Actions;
  open: Actions;
}

export function classReach({ all, scoped, conditional }: Grants): ClassReach {
  return { granted: union(all, scoped, conditional), open: union(all, conditional) };
}

function countAll(words: Actions): number {
  return servicesIn(words).reduce((sum, service) => sum + countIn(words, service), 0);
}

export function serviceFigures(grants: Grants): ServiceFigures[] {
  return servicesOf(grants).map(({ service, all = 0, scoped = 0, conditional = 0, everyAction = false }) => ({
    service,
    name: actionTable().byPrefix.get(service)?.name ?? service,
    accessLevels: levelsOf(all | scoped | conditional),
    unscoped: levelsOf(all),
    scoped: levelsOf(scoped),
    conditional: levelsOf(conditional),
    everyAction,
  }));
}

function levelsOf(mask: number): AccessLevel[] {
  return (Object.keys(accessLevels) as AccessLevel[]).filter((level) => (mask & accessLevels[level]) !== 0);
}
