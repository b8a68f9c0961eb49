import type { EffectivePermissions, Quote } from '@iam-dossier/core/assessment';
import { actionsOf, actionsWithResource, add, countIn, meets, noActions, servicesIn, setHoldsService } from './action-set.ts';
import { actionTable } from './action-table.ts';
import type { AnalysedStatement } from './document.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

const WHOLE_SERVICE = /^(\*|[^:]+:[*?]*\*[*?]*)$/;

/**
 * Lines of Allow statements that give whole services on all resources: `*`, `service:*`, NotAction, or wildcards that
 * together cover a service. A condition does not excuse them. `granting`: statements of which something is still granted.
 */
export function serviceWildcards(policies: readonly AnalysedPolicy[], granting: ReadonlySet<AnalysedStatement>): Quote[] {
  const quotes: Quote[] = [];
  for (const policy of policies) {
    for (const entry of policy.statements) {
      if (entry.breadth === 'all' && isOpen(entry) && granting.has(entry)) quotes.push(...wildcardsOf(policy, entry));
    }
  }
  return quotes;
}

function isOpen({ statement: { action } }: AnalysedStatement): boolean {
  return action.negated || action.patterns.some(hasWildcard);
}

function wildcardsOf(policy: AnalysedPolicy, entry: AnalysedStatement): Quote[] {
  const { action } = entry.statement;
  if (action.negated) return [quoteOf(policy, entry)];
  const whole = action.patterns.flatMap((pattern, index) => (WHOLE_SERVICE.test(pattern) ? [quoteOf(policy, entry, index)] : []));
  if (whole.length > 0) return whole;
  return coversService(entry) ? [quoteOf(policy, entry)] : [];
}

/** Whether several wildcards together, such as `sqs:[A-Z]*` written out, give every action of a service. */
function coversService({ statement, actions }: AnalysedStatement): boolean {
  const prefixes = statement.action.patterns.filter((pattern) => /[*?]/.test(pattern)).map((pattern) => pattern.toLowerCase().split(':')[0] ?? '');
  if (prefixes.length === 0) return false;
  return [...new Set(prefixes)].some((prefix) => {
    const service = actionTable().byPrefix.get(prefix);
    return service !== undefined && service.size > 1 && setHoldsService(actions, service);
  });
}

export function hasWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}

/** A pattern that gives, or under NotAction leaves out, a whole service as Security Hub's IAM.21 means it: `*` or `service:*`. */
export function isWholeService(pattern: string): boolean {
  return pattern.endsWith('*') && /^(\*|[^:?]+:\*)$/.test(pattern);
}

/** Whether a statement's actions are all such that IAM takes no resource for them: there a star is no choice. */
export function takesNoResource({ actions, unknownActions }: AnalysedStatement): boolean {
  return unknownActions.length === 0 && !meets(actions, actionsWithResource());
}

/** Whether a statement reaches every resource where it could name some. */
export function hasWideResource(entry: AnalysedStatement): boolean {
  return entry.breadth === 'all' && !takesNoResource(entry);
}

/** {@link takesNoResource} of one pattern, turned round: an action that the data do not know may take some. */
export function patternTakesResource(pattern: string): boolean {
  const set = actionsOf(pattern);
  return set.places.length === 0 || meets(set, actionsWithResource());
}

/** How many actions patterns stand for together. */
export function actionsIn(patterns: readonly string[]): number {
  const words = noActions();
  for (const pattern of patterns) add(words, actionsOf(pattern));
  return servicesIn(words).reduce((sum, service) => sum + countIn(words, service), 0);
}

type Figures = NonNullable<EffectivePermissions['wildcards']>;

const figuresOf = new WeakMap<AnalysedStatement, Figures>();

/** Wildcards in statements that grant something. */
export function wildcardFigures(allows: readonly AnalysedStatement[]): Figures {
  const sum: Figures = { actions: 0, wholeServices: 0, resources: 0, negated: 0 };
  for (const entry of allows) {
    const own = figuresOf.get(entry) ?? statementFigures(entry);
    figuresOf.set(entry, own);
    sum.actions += own.actions;
    sum.wholeServices += own.wholeServices;
    sum.resources += own.resources;
    sum.negated += own.negated;
  }
  return sum;
}

function statementFigures(entry: AnalysedStatement): Figures {
  const { action, resource } = entry.statement;
  return {
    actions: action.negated ? 0 : countOf(action.patterns, hasWildcard),
    wholeServices: countOf(action.patterns, isWholeService),
    resources: hasWideResource(entry) ? 1 : 0,
    negated: action.negated || resource?.negated === true ? 1 : 0,
  };
}

function countOf(patterns: readonly string[], counts: (pattern: string) => boolean): number {
  let count = 0;
  for (const pattern of patterns) if (counts(pattern)) count += 1;
  return count;
}
