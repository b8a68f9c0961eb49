import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf, countIn, emptied, meetsBoth, servicesIn, union, type Actions, type ActionSet } from '../action-set.ts';
import type { AnalysedStatement } from '../document.ts';
import type { Grants } from '../effective.ts';
import { quoteOf, type AnalysedPolicy } from '../policy-in-force.ts';
import { classActions, type ClassId } from './class.ts';

/** So many lines are kept for quoting; all are counted. */
const MOST_KEPT = 20;

/** Actions of a class that policies allow on every resource. */
export interface Exposure {
  /** Number of actions, and of services they are in. */
  actions: number;
  services: number;
  /** Names of the policies that allow them, each once. */
  policies: readonly string[];
  /** Number of lines that allow them; of these the first few. */
  lines: number;
  quotes: readonly Quote[];
}

const noExposure: Exposure = { actions: 0, services: 0, policies: [], lines: 0, quotes: [] };

/** Whether a statement reaches every resource. A condition on who, where and when does not narrow that; one on tags or names does. */
export function isUnscoped({ statement, breadth, condition }: AnalysedStatement): boolean {
  return statement.effect === 'Allow' && breadth === 'all' && condition !== 'narrowing';
}

/** A statement that reaches every resource, and the policy it stands in. */
interface OpenStatement {
  policy: AnalysedPolicy;
  entry: AnalysedStatement;
}

function openStatements(policies: readonly AnalysedPolicy[], granting: ReadonlySet<AnalysedStatement>): OpenStatement[] {
  const open: OpenStatement[] = [];
  for (const policy of policies) {
    for (const entry of policy.statements) if (isUnscoped(entry) && granting.has(entry)) open.push({ policy, entry });
  }
  return open;
}

/** What of a class is allowed on every resource. `granted`: what is, after denies and within the boundary. */
function exposureOf(id: ClassId, open: readonly OpenStatement[], granted: Actions): Exposure {
  const wanted = classActions(id);
  const exposing = open.filter(({ entry }) => meetsBoth(entry.actions, wanted, granted));
  if (exposing.length === 0) return noExposure;
  const found = emptied();
  const names = new Set<string>();
  const quotes: Quote[] = [];
  let lines = 0;
  for (const { policy, entry } of exposing) {
    addBoth(found, entry.actions, wanted, granted);
    names.add(policy.policy.policyName);
    for (const pattern of granters(entry, wanted, granted)) {
      lines += 1;
      if (quotes.length < MOST_KEPT) quotes.push(quoteOf(policy, entry, pattern));
    }
  }
  if (lines === 0) return noExposure;
  const services = servicesIn(found);
  const actions = services.reduce((sum, service) => sum + countIn(found, service), 0);
  return { actions, services: services.length, policies: [...names], lines, quotes };
}

/** Places of the patterns that grant something of a class; `undefined` for a NotAction, which grants as a whole. */
export function granters(entry: AnalysedStatement, wanted: Actions, granted: Actions): (number | undefined)[] {
  if (entry.statement.action.negated) return meetsBoth(entry.actions, wanted, granted) ? [undefined] : [];
  const places: number[] = [];
  for (const [index, set] of patternSets(entry).entries()) if (meetsBoth(set, wanted, granted)) places.push(index);
  return places;
}

const setsBefore = new WeakMap<AnalysedStatement, readonly ActionSet[]>();

/** What each pattern of a statement stands for, looked up once for all classes. */
function patternSets(entry: AnalysedStatement): readonly ActionSet[] {
  const before = setsBefore.get(entry);
  if (before) return before;
  const sets = entry.statement.action.patterns.map((pattern) => actionsOf(pattern));
  setsBefore.set(entry, sets);
  return sets;
}

/** Adds what of a set is in both. */
export function addBoth(words: Actions, { places, words: set }: ActionSet, a: Actions, b: Actions): void {
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    words[place] = (words[place] ?? 0) | ((set[index] ?? 0) & (a[place] ?? 0) & (b[place] ?? 0));
  }
}

/** Lines by which an Allow grants everything but what it names. A Deny with NotAction grants nothing. */
export function negatedActionQuotes(policies: readonly AnalysedPolicy[], granting: ReadonlySet<AnalysedStatement>): Quote[] {
  const quotes: Quote[] = [];
  for (const policy of policies) {
    for (const entry of policy.statements) {
      const { effect, action } = entry.statement;
      if (effect === 'Allow' && action.negated && granting.has(entry)) quotes.push(quoteOf(policy, entry));
    }
  }
  return quotes;
}

/** What a principal is exposed to by its policies together. Data access is told by a rule of its own, and not made here. */
export interface Exposures {
  credentialExposure: Exposure;
  resourceExposure: Exposure;
  infrastructureModification: Exposure;
  /** Lines of Allow statements with NotAction. */
  negatedActions: readonly Quote[];
}

export const noExposures: Exposures = {
  credentialExposure: noExposure,
  resourceExposure: noExposure,
  infrastructureModification: noExposure,
  negatedActions: [],
};

/** `granting`: statements of which something is still granted; `grants`: what is, after denies and within the boundary. */
export function exposuresOf(
  policies: readonly AnalysedPolicy[],
  granting: ReadonlySet<AnalysedStatement>,
  grants: Pick<Grants, 'all' | 'conditional'>,
): Exposures {
  const open = openStatements(policies, granting);
  const negatedActions = negatedActionQuotes(policies, granting);
  if (open.length === 0) return negatedActions.length === 0 ? noExposures : { ...noExposures, negatedActions };
  const granted = union(grants.all, grants.conditional);
  return {
    credentialExposure: exposureOf('credentialExposure', open, granted),
    resourceExposure: exposureOf('resourceExposure', open, granted),
    infrastructureModification: exposureOf('infrastructureModification', open, granted),
    negatedActions,
  };
}
