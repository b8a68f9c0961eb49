import { existsSync, rmSync } from 'node:fs';
import { whenStopped } from '../terminal/process.ts';
import type { Target } from './targets.ts';
import type { Watch } from './watch.ts';

/**
 * What is said when the program is stopped while accounts are read. A journal without a complete answer goes, unless an earlier
 * run left it; what is returned gives the usual words back.
 */
export function tellHowToGoOn(reading: ReadonlySet<Target>, watch: Watch, resumed: boolean): () => void {
  return whenStopped(() => {
    const targets = [...reading].filter(({ journal }) => existsSync(journal));
    const kept = targets.filter((target) => resumed || watch.answersOf(target.label) > 0);
    for (const { journal } of targets.filter((target) => !kept.includes(target))) rmSync(journal, { force: true });
    if (kept.length === 0) return 'Stopped. Nothing was complete, and nothing is left.';
    return `Stopped. What was complete is kept in ${kept.map(({ journal }) => journal).join(', ')}: run the same command with --resume to go on.`;
  });
}
