import type { Blocker, Message, Readiness } from '@iam-dossier/core/assessment';
import type { JudgedCriterion } from './judge.ts';
import type { Run } from './criterion.ts';
import { declarationWarnings } from './declaration-warnings.ts';
import { languageWarnings } from './language-warnings.ts';
import { snapshotWarnings } from './snapshot-warnings.ts';
import { statementWarnings } from './statement-warnings.ts';
import { supportingWarnings } from './supporting-warnings.ts';

const order = { rejected: 0, unproven: 1, undeclared: 2 };

/** Whether AWS's reviewer would take it: every criterion passes. What blocks comes first, what is only to be known after. */
export function readinessOf(judged: readonly JudgedCriterion[], run: Run, release: string): Readiness {
  const blockers = judged.flatMap((criterion) => criterion.blockers).sort(worstFirst);
  const ready = blockers.length === 0 && judged.every(({ result }) => result.outcome === 'pass');
  const warnings: Message[] = [
    ...supportingWarnings(run),
    ...snapshotWarnings(run),
    ...statementWarnings(run, release),
    ...languageWarnings(run),
    ...declarationWarnings(run),
  ];
  return { ready, blockers, warnings };
}

/** An untrue sentence comes before all else that would be rejected. */
function worstFirst(a: Blocker, b: Blocker): number {
  return order[a.kind] - order[b.kind] || Number(a.claim === undefined) - Number(b.claim === undefined);
}
