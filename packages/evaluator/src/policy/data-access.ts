import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf, add, meets, noActions, type Actions, type ActionSet } from './action-set.ts';
import { actionTable } from './action-table.ts';
import { dataReadActions } from './data-read-actions.data.ts';
import type { AnalysedStatement } from './document.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

export interface BroadDataAccess {
  /** Prefixes of the services whose data can be read on all resources. */
  services: readonly string[];
  quotes: readonly Quote[];
}

let readers: { prefix: string; words: Actions }[] | undefined;

/** Services whose contents may be read on every resource, and the statements that let. A condition on tags or names narrows that. */
export function broadDataAccess(policies: readonly AnalysedPolicy[], granting: ReadonlySet<AnalysedStatement>, granted: Actions): BroadDataAccess {
  const services = new Set<string>();
  const quotes: Quote[] = [];
  for (const policy of policies) {
    for (const entry of policy.statements) {
      if (!granting.has(entry) || entry.breadth !== 'all' || entry.condition === 'narrowing') continue;
      const read = servicesRead(entry, granted);
      for (const prefix of read) services.add(prefix);
      if (read.length > 0) quotes.push(...quotesOf(policy, entry, granted));
    }
  }
  return { services: [...services].sort(), quotes };
}

function servicesRead({ actions }: AnalysedStatement, granted: Actions): string[] {
  const { byPrefix } = actionTable();
  return readerSets().flatMap(({ prefix, words }) => {
    const service = byPrefix.get(prefix);
    if (!service || !meets(actions, words)) return [];
    const places = actions.places.flatMap((place, index) => (place >= service.start && place < service.end ? [[place, actions.words[index] ?? 0] as const] : []));
    return places.some(([place, word]) => (word & (words[place] ?? 0) & (granted[place] ?? 0)) !== 0) ? [prefix] : [];
  });
}

const patternReads = new WeakMap<AnalysedStatement, readonly ActionSet[]>();

/** The lines that let: of a long list only those. */
function quotesOf(policy: AnalysedPolicy, entry: AnalysedStatement, granted: Actions): Quote[] {
  const { action } = entry.statement;
  if (action.negated) return [quoteOf(policy, entry)];
  const reads = patternReads.get(entry) ?? action.patterns.map((pattern) => readsOf(actionsOf(pattern)));
  patternReads.set(entry, reads);
  return reads.flatMap((read, index) => (meets(read, granted) ? [quoteOf(policy, entry, index)] : []));
}

/** What of a set reads data. */
function readsOf({ places, words }: ActionSet): ActionSet {
  const limits = readerSets();
  return { places, words: places.map((place, index) => (words[index] ?? 0) & limits.reduce((all, { words: limit }) => all | (limit[place] ?? 0), 0)) };
}

function readerSets(): { prefix: string; words: Actions }[] {
  readers ??= Object.entries(dataReadActions).map(([prefix, names]) => {
    const words = noActions();
    for (const name of names) add(words, actionsOf(`${prefix}:${name}`));
    return { prefix, words };
  });
  return readers;
}
