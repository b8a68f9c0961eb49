import type { Blocker } from '@iam-dossier/core/assessment';
import type { Sheet } from './sheet.ts';

export const blockerKinds = ['rejected', 'unproven', 'undeclared'] as const satisfies readonly Blocker['kind'][];

/** What must be understood in ten seconds: ready or not, how many blockers of each kind, which criteria. */
export function verdictView(sheet: Sheet) {
  const { assessment, scribe } = sheet;
  const { ready, blockers, warnings } = assessment.readiness;
  const open = assessment.criteria.filter((criterion) => criterion.outcome !== 'pass').length;
  const data = { count: blockers.length, open, total: assessment.criteria.length, warnings: warnings.length };
  return {
    ready,
    title: scribe.say(ready ? 'verdict.ready.title' : 'verdict.not-ready.title'),
    text: scribe.say(ready ? 'verdict.ready.text' : 'verdict.not-ready.text', data),
    counts: [
      ...blockerKinds.map((kind) => countView(sheet, kind, blockers.filter((blocker) => blocker.kind === kind).length)),
      countView(sheet, 'warnings', warnings.length),
    ],
    criteria: assessment.criteria.map((criterion) => ({
      id: criterion.id,
      title: scribe.text(criterion.title),
      chip: { outcome: criterion.outcome, label: scribe.say(`verdict.${criterion.outcome}`) },
      summary: scribe.message(criterion.summary),
      blockers: blockers.filter((blocker) => blocker.criterion === criterion.id).length,
    })),
  };
}

function countView({ scribe }: Sheet, kind: string, count: number) {
  return {
    kind,
    count: scribe.words.number(count),
    none: count === 0,
    label: scribe.say(`count.${kind}`, { count }),
    means: scribe.say(`means.${kind}`),
  };
}
