import type { Partner, Sop } from '@iam-dossier/core/partner';
import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { problem, type Criterion, type Measure, type Problem } from './criterion.ts';
import { longTermWords, saysNothing } from './statements.ts';
import { textsOf } from './texts.ts';

export const e1: Criterion = {
  id: 'E1',
  title: 'A standing procedure (SOP) that covers A and B',
  rules: [],
  statements: [],
  needsStatements: false,
  sections: ['document-control'],
  measure: ({ partner, issuedAt }) => {
    const adoption = adoptionOf(partner, issuedAt);
    return { ...adoption, problems: [...(adoption.problems ?? []), ...paragraphProblems(partner?.sop)] };
  },
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

/** The partner's own paragraphs, in every language; those proposed are known to say something. */
function paragraphProblems(sop: Sop | undefined): Problem[] {
  return Object.entries(sop?.paragraphs ?? {}).flatMap(([paragraph, { replace, append }]) => {
    if (replace !== undefined && textsOf(replace).some(saysNothing)) return [problem('rejected', 'sop-empty', { paragraph })];
    const texts = [replace, append].flatMap((text) => (text === undefined ? [] : textsOf(text)));
    const used = texts.map(longTermWords).find((found) => found?.denied === false);
    return used ? [problem('rejected', 'sop-long-term', { paragraph, words: used.words })] : [];
  });
}
