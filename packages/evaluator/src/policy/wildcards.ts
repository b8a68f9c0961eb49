import type { Quote } from '@iam-dossier/core/assessment';
import { setHoldsService } from './action-set.ts';
import { actionTable } from './action-table.ts';
import type { AnalysedStatement } from './document.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

const WHOLE_SERVICE = /^(\*|[^:]+:[*?]*\*[*?]*)$/;

/**
 * Lines of Allow statements that give whole services on all resources: `*`, `service:*`, NotAction, or wildcards that
 * together cover a service. A condition does not excuse them. `granting`: statements of which something is still granted.
 */
export function serviceWildcards(policies: readonly AnalysedPolicy[], granting: ReadonlySet<AnalysedStatement>): Quote[] {
  return policies.flatMap((policy) =>
    policy.statements.filter((entry) => granting.has(entry) && entry.breadth === 'all').flatMap((entry) => wildcardsOf(policy, entry)),
  );
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
