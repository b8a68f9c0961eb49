import type { Blocker, CriterionId } from '@iam-dossier/core/assessment';
import { clip, take } from '../view/index.ts';
import { leftWords, type Sheet } from './sheet.ts';

interface Step {
  mend: string;
  blockers: Blocker[];
}

/**
 * One row for each thing to do, in the order in which they free criteria of blockers soonest. Whether a criterion is met then
 * is measured anew, never promised. `null` where nothing blocks.
 */
export function planView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const { blockers } = assessment.readiness;
  if (blockers.length === 0) return null;
  const steps = inOrder(stepsOf(blockers), blockers);
  const { shown, left } = take(steps, budget.steps);
  return {
    lead: scribe.say('plan.lead', { count: steps.length, blockers: blockers.length }),
    rows: shown.map(({ step, free }, index) => {
      const principals = new Set(step.blockers.flatMap(({ subjects }) => subjects)).size;
      return {
        number: index + 1,
        mend: clip(scribe.text(firstParagraph(step.mend)), budget.cell),
        closes: scribe.say('plan.closes', { count: step.blockers.length, criteria: criteriaOf(step.blockers) }),
        who: principals === 0 ? '' : scribe.say('plan.who', { count: principals }),
        free: free.length === 0 ? '' : scribe.say('plan.free', { criteria: free }),
      };
    }),
    left: leftWords(sheet, left),
  };
}

/** Blockers with the same thing to do. */
function stepsOf(blockers: readonly Blocker[]): Step[] {
  const steps = new Map<string, Step>();
  for (const blocker of blockers) {
    const step = steps.get(blocker.mend) ?? { mend: blocker.mend, blockers: [] };
    step.blockers.push(blocker);
    steps.set(blocker.mend, step);
  }
  return [...steps.values()];
}

/** Always next: what belongs to the criterion with the fewest steps left; of its steps, the one that closes most. */
function inOrder(steps: readonly Step[], blockers: readonly Blocker[]): { step: Step; free: CriterionId[] }[] {
  const ordered: { step: Step; free: CriterionId[] }[] = [];
  const waiting = new Set(steps);
  const open = new Set(blockers);
  while (waiting.size > 0) {
    const stepsLeft = (id: CriterionId) => [...waiting].filter((step) => step.blockers.some(({ criterion }) => criterion === id)).length;
    const rank = (step: Step) => [Math.min(...criteriaOf(step.blockers).map(stepsLeft)), -criteriaOf(step.blockers).length, -step.blockers.length];
    const [next] = [...waiting].sort((a, b) => compare(rank(a), rank(b)));
    if (!next) break;
    waiting.delete(next);
    for (const blocker of next.blockers) open.delete(blocker);
    const free = criteriaOf(next.blockers).filter((id) => ![...open].some(({ criterion }) => criterion === id));
    ordered.push({ step: next, free });
  }
  return ordered;
}

function criteriaOf(blockers: readonly Blocker[]): CriterionId[] {
  return [...new Set(blockers.map(({ criterion }) => criterion))].sort();
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function firstParagraph(text: string): string {
  return text.split('\n')[0] ?? '';
}
