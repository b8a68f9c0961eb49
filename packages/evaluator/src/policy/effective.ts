import type { ServiceAccess } from '@iam-dossier/core/assessment';
import {
  add,
  allActions,
  complement,
  copyOf,
  holdsService,
  intersection,
  meets,
  noActions,
  remove,
  servicesIn,
  union,
  type Actions,
} from './action-set.ts';
import { levelMask, type ServiceEntry } from './action-table.ts';
import type { AnalysedStatement } from './document.ts';
import { denyCovers, resourcesMeet } from './resources.ts';

/** Actions granted by how far they reach. An action may stand in several. */
export interface Reach {
  /** On every resource, always. */
  all: Actions;
  /** On named resources only. */
  scoped: Actions;
  /** Under a condition. */
  conditional: Actions;
  /** Those of `scoped` and `conditional` on the caller's own user only. */
  own: Actions;
}

export interface Grants extends Reach {
  /** All of these together. */
  granted: Actions;
  /** Statements that still grant something, in order. */
  allows: readonly AnalysedStatement[];
  /** A Deny with condition or scope touches what is granted: it stands beside the grants. */
  guarded: boolean;
}

/** Grants of all statements together, minus unconditional denies, within the boundary where there is one. */
export function combine(statements: readonly AnalysedStatement[], boundary: readonly AnalysedStatement[] | undefined): Grants {
  const denies = (boundary ? [...statements, ...boundary] : statements).filter(isDeny);
  const denied = deniedEverywhere(denies);
  const limit = boundary?.filter(isAllow);
  const allows = statements.filter(isAllow);
  const reach = limit ? within(reachOf(allows, denied, denies, limit), reachOf(limit, undefined, [])) : reachOf(allows, denied, denies);
  const granted = together(reach);
  const standing = denies.filter((deny) => deny.condition !== 'none' || !isWhole(deny));
  return {
    all: reach.all,
    scoped: reach.scoped,
    conditional: reach.conditional,
    own: reach.own,
    granted,
    allows: allows.filter((entry) => meets(entry.actions, granted) || (entry.unknownActions.length > 0 && !denies.some(takesEverything))),
    guarded: standing.some((deny) => meets(deny.actions, granted)),
  };
}

function isAllow({ statement }: AnalysedStatement): boolean {
  return statement.effect === 'Allow';
}

function isDeny({ statement }: AnalysedStatement): boolean {
  return statement.effect === 'Deny';
}

/** One of the sets itself where the others are empty. */
function together({ all, scoped, conditional }: Reach): Actions {
  const [first = nothing(), ...others] = [all, scoped, conditional].filter((words) => words !== nothing());
  return others.length === 0 ? first : union(first, ...others);
}

function takesEverything({ statement, condition, resource }: AnalysedStatement): boolean {
  return condition === 'none' && statement.action.patterns.includes('*') && !statement.action.negated && isWhole({ resource });
}

/** Actions that an unconditional Deny takes away on every resource; `undefined` when there is no such Deny. */
function deniedEverywhere(denies: readonly AnalysedStatement[]): Actions | undefined {
  const whole = denies.filter((deny) => deny.condition === 'none' && isWhole(deny));
  if (whole.length === 0) return undefined;
  const words = noActions();
  for (const deny of whole) add(words, deny.actions);
  return words;
}

/** A Deny on every ARN of a service takes away less than one on the bare star, and is not counted here. */
function isWhole({ resource }: Pick<AnalysedStatement, 'resource'>): boolean {
  return !resource.negated && resource.patterns.some((pattern) => pattern.startsWith('*') && /^\*+$/.test(pattern));
}

/**
 * More than IAM's quotas let a principal hold: documents made to be slow. There a Deny on named resources takes nothing away,
 * and stands beside the grants alone.
 */
const MOST_PAIRS = 1_000_000;

function reachOf(
  allows: readonly AnalysedStatement[],
  denied: Actions | undefined,
  denies: readonly AnalysedStatement[],
  limit: readonly AnalysedStatement[] = [],
): Reach {
  const reach: Reach = { all: nothing(), scoped: nothing(), conditional: nothing(), own: nothing() };
  const left = denied && complement(denied);
  const named = denies.filter((deny) => deny.condition === 'none' && !isWhole(deny));
  const scoped = allows.length * named.length > MOST_PAIRS ? [] : named;
  const narrow = limit.some((entry) => entry.breadth !== 'all');
  for (const entry of allows) {
    const least = scoped.length === 0 ? left : keptActions(entry, left, scoped);
    const kept = narrow ? withoutStrangers(least, entry, limit) : least;
    addTo(reach, entry.condition !== 'none' ? 'conditional' : entry.breadth === 'all' ? 'all' : 'scoped', entry, kept);
    if (entry.breadth === 'own') addTo(reach, 'own', entry, kept);
  }
  return reach;
}

let empty: Actions | undefined;

/** The set of no actions, shared: most principals have nothing of most reaches. Never added to. */
function nothing(): Actions {
  empty ??= noActions();
  return empty;
}

function addTo(reach: Reach, name: keyof Reach, { actions }: AnalysedStatement, kept: Actions | undefined): void {
  if (reach[name] === nothing()) reach[name] = noActions();
  add(reach[name], actions, kept);
}

/** Resources that a boundary does not name are none within it: what is allowed on these alone is nothing. */
function withoutStrangers(kept: Actions | undefined, entry: AnalysedStatement, limit: readonly AnalysedStatement[]): Actions | undefined {
  if (entry.breadth === 'all') return kept;
  const passing = noActions();
  for (const bound of limit) if (resourcesMeet(bound.resource, entry.resource)) add(passing, bound.actions);
  return kept ? intersection(kept, passing) : passing;
}

/** What of an Allow is left, `undefined` for all: an unconditional Deny on the same resources takes it away too. */
function keptActions(entry: AnalysedStatement, left: Actions | undefined, scoped: readonly AnalysedStatement[]): Actions | undefined {
  const covering = scoped.filter((deny) => denyCovers(deny.resource, entry.resource));
  if (covering.length === 0) return left;
  const taken = noActions();
  for (const deny of covering) add(taken, deny.actions);
  const kept = copyOf(left ?? allActions());
  remove(kept, taken);
  return kept;
}

/** An action passes the boundary only as far as the boundary lets it reach. */
function within(reach: Reach, limit: Reach): Reach {
  const scope = union(limit.all, limit.scoped);
  return {
    all: intersection(reach.all, limit.all),
    scoped: union(intersection(reach.scoped, scope), intersection(reach.all, limit.scoped)),
    conditional: union(
      intersection(reach.conditional, union(scope, limit.conditional)),
      intersection(union(reach.all, reach.scoped), limit.conditional),
    ),
    own: intersection(reach.own, union(scope, limit.conditional)),
  };
}

/** One more than the highest mask of access levels. */
const LEVELS = 32;

/** Access-level masks of every service in which something is granted, by prefix. */
export function servicesOf(reach: Reach): ServiceAccess[] {
  return servicesIn(reach.all, reach.scoped, reach.conditional).map((service) => {
    const all = levelMask(reach.all, service);
    const everyAction = all !== 0 && holdsService(reach.all, service);
    return accessTo(service, { all, scoped: levelMask(reach.scoped, service), conditional: levelMask(reach.conditional, service), everyAction });
  });
}

const accesses = new Map<number, ServiceAccess>();

/** One for all who have the same access to a service: thousands do. */
function accessTo(
  { prefix, start }: ServiceEntry,
  { all, scoped, conditional, everyAction }: Required<Omit<ServiceAccess, 'service'>>,
): ServiceAccess {
  const key = (((start * LEVELS + all) * LEVELS + scoped) * LEVELS + conditional) * 2 + Number(everyAction);
  const before = accesses.get(key);
  if (before) return before;
  const access: ServiceAccess = { service: prefix };
  if (all !== 0) access.all = all;
  if (scoped !== 0) access.scoped = scoped;
  if (conditional !== 0) access.conditional = conditional;
  if (everyAction) access.everyAction = true;
  accesses.set(key, access);
  return access;
}
