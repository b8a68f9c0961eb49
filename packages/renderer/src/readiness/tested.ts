import { outcomeLetters, outcomes, subjectTypes, type Outcome, type RuleResult, type SubjectType } from '@iam-dossier/core/assessment';
import type { Sheet } from './sheet.ts';

const letters = new Map(Object.entries(outcomeLetters).map(([outcome, letter]) => [letter as string, outcome as Outcome]));

/** Outcome of each subject of a rule, in the order of its population. */
export function outcomesOf(rule: RuleResult): Outcome[] {
  return Array.from(rule.outcomes, (letter) => letters.get(letter) ?? 'notEvaluated');
}

/** How many subjects of each kind were tested, of how many: "41 of 41 users tested". What does not apply is not counted. */
export function testedWords({ assessment, scribe }: Sheet, rule: RuleResult): string {
  const counts = new Map<SubjectType, { tested: number; total: number }>();
  for (const [place, outcome] of outcomesOf(rule).entries()) {
    const subject = assessment.subjects[rule.population[place] ?? -1];
    if (!subject || outcome === 'notApplicable') continue;
    const count = counts.get(subject.type) ?? { tested: 0, total: 0 };
    counts.set(subject.type, { tested: count.tested + (outcome === 'notEvaluated' ? 0 : 1), total: count.total + 1 });
  }
  if (counts.size === 0) return scribe.say('tested.none');
  const kinds = subjectTypes.flatMap((type) => {
    const count = counts.get(type);
    return count
      ? [scribe.say('tested.of', { tested: count.tested, total: count.total, subjects: scribe.say(`subject.${type}`, { count: count.total }) })]
      : [];
  });
  return scribe.say('tested', { counts: kinds });
}

/** Outcomes that occur, worst first, with how often. */
export function tally(rule: RuleResult): { outcome: Outcome; count: number }[] {
  const all = outcomesOf(rule);
  return outcomes.map((outcome) => ({ outcome, count: all.filter((entry) => entry === outcome).length })).filter(({ count }) => count > 0);
}
