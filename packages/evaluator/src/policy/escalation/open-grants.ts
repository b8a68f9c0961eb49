import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf } from '../action-set.ts';
import type { AnalysedStatement } from '../document.ts';
import { quoteOf } from '../policy-in-force.ts';
import type { Holding } from './holding.ts';
import { rightsOf } from './ruling.ts';

/** Lines that let pass every role to whatever service. */
export const passesAnyRole = linesOf('iam:PassRole', ({ statement }) =>
  statement.conditions.some(({ key }) => /^iam:(passedtoservice|associatedresourcearn)$/i.test(key)),
);

/** Lines that let assume every role, of whatever account, whose trust policy lets in. */
export const assumesAnyRole = linesOf('sts:AssumeRole', ({ statement }) =>
  statement.conditions.some(({ key }) => /^(aws:resource|sts:|iam:)/i.test(key)),
);

function linesOf(action: string, limited: (entry: AnalysedStatement) => boolean): (holding: Holding) => readonly Quote[] {
  const made = new WeakMap<Holding, readonly Quote[]>();
  return (holding) => {
    const before = made.get(holding);
    if (before) return before;
    const lines = holds(holding, action) ? openLines(holding, action, limited) : [];
    made.set(holding, lines);
    return lines;
  };
}

function holds({ actions }: Holding, action: string): boolean {
  const { places, words } = actionsOf(action);
  return places.some((place, index) => {
    const at = actions.places.indexOf(place);
    return at >= 0 && ((actions.words[at] ?? 0) & (words[index] ?? 0)) !== 0;
  });
}

function openLines(holding: Holding, action: string, limited: (entry: AnalysedStatement) => boolean): Quote[] {
  const isOpen = (entry: AnalysedStatement) => entry.breadth === 'all' && !limited(entry);
  const { allows, layers } = rightsOf(holding, action);
  if (!layers.every((layer) => layer.some(isOpen))) return [];
  const open = new Set(allows.filter(isOpen));
  return holding.policies.flatMap((policy) => policy.statements.filter((entry) => open.has(entry)).map((entry) => quoteOf(policy, entry)));
}
