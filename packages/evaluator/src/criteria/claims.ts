import type { CriterionId } from '@iam-dossier/core/assessment';
import { mendWords } from '../words/criteria.ts';
import { format } from '../words/format.ts';
import type { Problem, Run } from './criterion.ts';

/** Claims that the snapshots contradict: each is an untrue sentence in a submission, and fails the criterion it belongs to. */
export function claimProblems(criterion: CriterionId, { claims }: Run): Problem[] {
  return claims
    .filter((claim) => claim.criterion === criterion && claim.outcome === 'contradicted')
    .flatMap(({ id, against }) => {
      const [first] = against;
      if (!first) return [];
      const subjects = against.flatMap(({ subject }) => subject ?? []);
      const mend = format(mendWords['claim-contradicted'], { claim: id });
      return [{ kind: 'rejected' as const, id: 'claim', message: first.message, mend, about: id, claim: id, subjects }];
    });
}
