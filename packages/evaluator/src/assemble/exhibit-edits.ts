import type { GrantedPolicy, Message } from '@iam-dossier/core/assessment';
import type { PatternElement, Statement, StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import { actionsIn, breadthOf, conditionKind, findEscalations, hasWildcard, patternTakesResource } from '../policy/index.ts';
import { exhibitWords } from '../words/exhibit.ts';
import { say } from '../words/format.ts';

/** So many actions or patterns are named in one edit; all are counted. */
const MOST_NAMED = 6;
/** So many ways to more permissions. */
const MOST_WAYS = 3;

/** How far a statement reaches: a narrowing condition limits what is touched as named resources do. */
export function reachOf({ resource, conditions }: Statement): 'all' | 'own' | 'scoped' {
  const breadth = resource === null ? 'all' : breadthOf(resource);
  return breadth === 'all' && conditionKind(conditions) === 'narrowing' ? 'scoped' : breadth;
}

/** What must be changed in the statements that allow, one edit each; none when the policy may be shown as it is. */
export function editsOf(allows: readonly Statement[]): Message[] {
  const edits = allows.flatMap((statement) => [...actionEdits(statement), ...resourceEdits(statement)]);
  // What a caller may do with what is its own says nothing of a function.
  return allows.some((statement) => reachOf(statement) === 'scoped') || edits.some(({ id }) => id.startsWith('resource'))
    ? edits
    : [...edits, say(exhibitWords, 'nothing-scoped')];
}

/** Whether {@link editsOf} would have nothing to say: thousands of policies are looked at, and few are fit. */
export function needsNoEdit(allows: readonly Statement[]): boolean {
  return allows.every((statement) => isNarrow(statement)) && allows.some((statement) => reachOf(statement) === 'scoped');
}

function isNarrow(entry: Statement): boolean {
  const { action, resource } = entry;
  if (action.negated || resource?.negated === true || action.patterns.some(hasWildcard)) return false;
  return reachOf(entry) !== 'all' || !action.patterns.some(patternTakesResource);
}

export function typeEdits({ type }: GrantedPolicy): Message[] {
  return type === 'customerManaged' ? [] : [say(exhibitWords, 'inline')];
}

/** Actions that together give, or may give, their holder more than the policy does, and that nothing in it limits. */
export function escalationEdits(document: StoredPolicyDocument): Message[] {
  const open = findEscalations({ identityPolicies: [document] }).filter(
    ({ state, guards }) => state === 'reachable' || (state === 'unverified' && guards.length === 0),
  );
  const named = open.slice(0, MOST_WAYS).map(({ actions }) => say(exhibitWords, 'escalation', { actions: [...actions] }));
  return open.length > MOST_WAYS ? [...named, say(exhibitWords, 'escalation-more', { count: open.length - MOST_WAYS })] : named;
}

function actionEdits({ index, action }: Statement): Message[] {
  const statement = index + 1;
  if (action.negated) return [say(exhibitWords, 'not-action', { statement, patterns: few(action.patterns) })];
  const patterns = action.patterns.filter(hasWildcard);
  if (patterns.length === 0) return [];
  const actions = actionsIn(patterns);
  const data = { statement, patterns: few(patterns) };
  return [actions === 0 ? say(exhibitWords, 'action-unknown', data) : say(exhibitWords, 'action', { ...data, count: patterns.length, actions })];
}

function resourceEdits(entry: Statement): Message[] {
  const { index, action, resource } = entry;
  const statement = index + 1;
  if (resource?.negated === true) return [say(exhibitWords, 'not-resource', { statement })];
  if (reachOf(entry) !== 'all' || action.negated) return [];
  const wide = takingResource(action);
  if (wide.length === 0) return [];
  const others = action.patterns.filter((pattern) => !wide.includes(pattern));
  const data = { statement, actions: few(wide), count: wide.length };
  return [others.length === 0 ? say(exhibitWords, 'resource', data) : say(exhibitWords, 'resource-split', { ...data, others: few(others) })];
}

function takingResource({ patterns }: PatternElement): string[] {
  return patterns.filter(patternTakesResource);
}

function few(names: readonly string[]): string[] {
  return names.slice(0, MOST_NAMED);
}
