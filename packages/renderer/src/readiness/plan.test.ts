import type { Blocker, CriterionId } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { noMask } from '../mask/index.ts';
import { assessmentOf, messageOf } from '../render/assessment.test-helper.ts';
import { openScribe } from '../view/index.ts';
import { openWords } from '../words/index.ts';
import { screenBudget } from './budget.ts';
import { planView } from './plan.ts';

const blockerOf = (criterion: CriterionId, mend: string, subjects: number[] = []): Blocker => ({
  id: `${criterion}-${mend}`,
  kind: 'rejected',
  criterion,
  message: messageOf('x'),
  mend,
  subjects,
});

function planOf(...blockers: Blocker[]) {
  const assessment = assessmentOf({ readiness: { ready: blockers.length === 0, blockers, warnings: [] } });
  return planView({ assessment, budget: screenBudget, scribe: openScribe('readiness', openWords('en'), noMask) });
}

describe('the plan', () => {
  it('is none where nothing blocks', () => expect(planOf()).toBeNull());

  it('has one step for all blockers with the same thing to do, each subject counted once', () => {
    const plan = planOf(blockerOf('A2', 'Remove the key.', [1, 2]), blockerOf('B1', 'Remove the key.', [2, 3]));
    expect(plan?.lead).toContain('2 blockers come down to 1 thing to do.');
    expect(plan?.rows).toEqual([
      { number: 1, mend: 'Remove the key.', closes: 'Closes 2 blockers: A2, B1', who: '3 subjects', free: 'Then no blocker stands against A2, B1' },
    ]);
  });

  it('begins with what frees a criterion soonest, and says when one is free', () => {
    const plan = planOf(
      blockerOf('A2', 'one'),
      blockerOf('A2', 'two'),
      blockerOf('A2', 'three'),
      blockerOf('B1', 'three'),
      blockerOf('B1', 'four'),
      blockerOf('E1', 'five'),
    );
    expect(plan?.rows.map(({ mend, free }) => [mend, free])).toEqual([
      ['five', 'Then no blocker stands against E1'],
      ['three', ''],
      ['four', 'Then no blocker stands against B1'],
      ['one', ''],
      ['two', 'Then no blocker stands against A2'],
    ]);
  });

  it('shows the first paragraph of a long instruction: the rest stands with the blocker', () => {
    expect(planOf(blockerOf('A1', 'First.\nThen.'))?.rows[0]?.mend).toBe('First.');
  });

  it('is the same whatever the order of blockers with one effect', () => {
    const blockers = [blockerOf('A1', 'a'), blockerOf('A2', 'b'), blockerOf('B1', 'a')];
    expect(planOf(...blockers)?.rows.map(({ mend }) => mend)).toEqual(planOf(...blockers.slice().reverse())?.rows.map(({ mend }) => mend));
  });
});
