import { outcomes, type CriterionResult, type Outcome } from '@iam-dossier/core/assessment';
import { sentences, type Sheet } from './sheet.ts';

/** A verdict as word and shape. */
export interface Chip {
  outcome: Outcome;
  label: string;
}

export function chipOf({ scribe }: Sheet, outcome: Outcome): Chip {
  return { outcome, label: scribe.say(`verdict.${outcome}`) };
}

/** One row a criterion: verdict, facts, reasons and where its evidence stands. */
export function criteriaSection(sheet: Sheet, sections: readonly { id: string; number: string; title: string }[]) {
  const { assessment, scribe } = sheet;
  const counted = outcomes.map((outcome) => ({ outcome, count: assessment.criteria.filter((criterion) => criterion.outcome === outcome).length }));
  const present = counted.filter(({ count }) => count > 0);
  return {
    lead: scribe.say('criteria.lead', { count: assessment.criteria.length }),
    tally: present.map(({ outcome, count }) => ({ chip: chipOf(sheet, outcome), count })),
    rows: assessment.criteria.map((criterion) => criterionRow(sheet, criterion, sections)),
  };
}

function criterionRow(sheet: Sheet, criterion: CriterionResult, sections: readonly { id: string; number: string; title: string }[]) {
  const { scribe } = sheet;
  return {
    id: criterion.id,
    title: scribe.text(criterion.title),
    chip: chipOf(sheet, criterion.outcome),
    summary: scribe.message(criterion.summary),
    facts: sentences(sheet, criterion.facts),
    reasons: sentences(sheet, criterion.reasons),
    evidence: evidenceIds(sheet, criterion).flatMap((id) => sections.filter((section) => section.id === id)),
  };
}

/** The criterion's own sections, and the claims where one belongs to it. */
function evidenceIds({ assessment }: Sheet, { id, sections }: CriterionResult): string[] {
  return assessment.claims.some((claim) => claim.criterion === id) ? [...sections, 'claims'] : sections;
}
