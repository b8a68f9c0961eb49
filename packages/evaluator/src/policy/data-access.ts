import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf, add, emptied, expandActions, meets, meetsBoth, noActions, type Actions, type ActionSet } from './action-set.ts';
import { dataReadActions } from './data-read-actions.data.ts';
import type { AnalysedStatement } from './document.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

export interface BroadDataAccess {
  /** Prefixes of the services whose data can be read on all resources. */
  services: readonly string[];
  quotes: readonly Quote[];
}

export const noDataAccess: BroadDataAccess = { services: [], quotes: [] };

interface Readers {
  services: readonly { prefix: string; set: ActionSet }[];
  /** Those of all services together. */
  all: Actions;
}
let readers: Readers | undefined;

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
  return quotes.length === 0 ? noDataAccess : { services: [...services].sort(), quotes };
}

/** What of the statement reads data, and is granted, looked up by service. */
function servicesRead({ actions }: AnalysedStatement, granted: Actions): readonly string[] {
  const { services, all } = readerSets();
  if (!meetsBoth(actions, all, granted)) return nothing;
  const reads = emptied();
  add(reads, actions, granted);
  return services.flatMap(({ prefix, set }) => (meets(set, reads) ? [prefix] : []));
}

const nothing: readonly string[] = [];

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
  const { all } = readerSets();
  return { places, words: places.map((place, index) => (words[index] ?? 0) & (all[place] ?? 0)) };
}

function readerSets(): Readers {
  if (readers) return readers;
  const all = noActions();
  const services = Object.entries(dataReadActions).map(([prefix, names]) => {
    const { set } = expandActions({ negated: false, patterns: names.map((name) => `${prefix}:${name}`) });
    add(all, set);
    return { prefix, set };
  });
  readers = { services, all };
  return readers;
}
