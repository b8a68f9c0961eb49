import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf, add, noActions, servicesIn, type ActionSet } from './action-set.ts';
import { actionTable, levelMask } from './action-table.ts';
import type { AnalysedStatement } from './document.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

/** What one Allow statement grants: access-level masks by service prefix. */
export interface StatementAccess {
  services: ReadonlyMap<string, number>;
  /** Only on what belongs to the caller, such as its own user. */
  own: boolean;
  /** The first of its lines that reaches one of some services. */
  quote: (services: ReadonlySet<string>) => Quote;
}

/** Allow statements of one policy, each with the services it reaches. Denies and other policies play no part. */
export function accessOf(policy: AnalysedPolicy): StatementAccess[] {
  return policy.statements
    .filter(({ statement }) => statement.effect === 'Allow')
    .map((entry) => ({
      services: servicesOf(entry.actions),
      own: entry.breadth === 'own',
      quote: (services) => quoteOf(policy, entry, lineOf(entry, services)),
    }));
}

function lineOf({ statement: { action } }: AnalysedStatement, wanted: ReadonlySet<string>): number | undefined {
  if (action.negated) return undefined;
  const line = action.patterns.findIndex((pattern) => [...servicesOf(actionsOf(pattern)).keys()].some((service) => wanted.has(service)));
  return line < 0 ? undefined : line;
}

function servicesOf(set: ActionSet): Map<string, number> {
  const words = noActions();
  add(words, set);
  return new Map(servicesIn(words).map((service) => [service.prefix, levelMask(words, service)]));
}

/** Whether the action data know a service by this prefix. */
export function isServicePrefix(prefix: string): boolean {
  return actionTable().byPrefix.has(prefix);
}
