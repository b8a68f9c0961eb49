import type { Quote } from '@iam-dossier/core/assessment';
import { add, noActions, servicesIn } from './action-set.ts';
import { actionTable, levelMask } from './action-table.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

/** What one Allow statement grants: access-level masks by service prefix. */
export interface StatementAccess {
  services: ReadonlyMap<string, number>;
  /** Only on what belongs to the caller, such as its own user. */
  own: boolean;
}

/** Allow statements of one policy, each with the services it reaches and its line. Denies and other policies play no part. */
export function accessOf(policy: AnalysedPolicy): (StatementAccess & { quote: Quote })[] {
  return policy.statements
    .filter(({ statement }) => statement.effect === 'Allow')
    .map((entry) => {
      const words = noActions();
      add(words, entry.actions);
      const services = new Map(servicesIn(words).map((service) => [service.prefix, levelMask(words, service)]));
      return { services, own: entry.breadth === 'own', quote: quoteOf(policy, entry) };
    });
}

/** Whether the action data know a service by this prefix. */
export function isServicePrefix(prefix: string): boolean {
  return actionTable().byPrefix.has(prefix);
}
