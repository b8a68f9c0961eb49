import type { Partner } from '@iam-dossier/core/partner';
import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { problem, type Criterion, type Measure } from './criterion.ts';

export const e1: Criterion = {
  id: 'E1',
  title: 'A standing procedure (SOP) that covers A and B',
  rules: [],
  statements: [],
  needsStatements: false,
  sections: ['document-control'],
  measure: ({ partner, issuedAt }) => adoptionOf(partner, issuedAt),
};

/** The adoption is the declared half; that it speaks of this version, and is in force, is the measured one. */
function adoptionOf(partner: Partner | undefined, issuedAt: string): Measure {
  const sop = partner?.sop;
  if (!sop?.adopted) return { facts: [], problems: [problem('undeclared', 'sop-none')] };
  const { approver, date, version } = sop.adopted;
  if (version !== sop.version) return { facts: [], problems: [problem('undeclared', 'sop-version', { version: sop.version, adopted: version })] };
  const dates = [
    ['adopted', date],
    ['effectiveDate', sop.effectiveDate ?? date],
  ] as const;
  const future = dates.find(([, day]) => day > issuedAt);
  if (future) return { facts: [], problems: [problem('undeclared', 'sop-future', { issuedAt, member: future[0], date: future[1] })] };
  return { facts: [say(criterionWords, 'sop-adopted', { version, approver, date })] };
}
