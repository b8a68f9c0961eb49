// How the time of import and evaluate grows with the account, in one process: twice the principals must cost twice the time.
import { importPaths } from '@iam-dossier/core/importer';
import { evaluate } from '@iam-dossier/evaluator';
import { withAccount } from './account-files.mjs';
import { ms, table, verdict } from './measure.mjs';

const TARGET = 1.15;
const RUNS = Number(process.argv[2] ?? 5);
const half = (principals) => ({ users: principals / 2, groups: principals / 20, roles: principals / 2, policies: principals });
const steps = [500, 5000, 10_000];

const times = new Map(steps.map((principals) => [principals, []]));
await withFolders(steps, async (folders) => {
  // The first round warms the process up: what is compiled only once must not count for the smallest.
  for (let run = 0; run <= RUNS; run += 1) {
    for (const principals of steps) {
      const time = await timeOf(folders.get(principals));
      if (run > 0) times.get(principals).push(time);
    }
  }
});

async function timeOf(folder) {
  globalThis.gc?.();
  const begin = performance.now();
  const snapshot = await importPaths([folder]);
  evaluate({ snapshots: [snapshot], issuedAt: '2026-10-01' });
  return performance.now() - begin;
}

async function withFolders([principals, ...rest], use, folders = new Map()) {
  if (principals === undefined) return use(folders);
  return withAccount(half(principals), ({ folder }) => withFolders(rest, use, folders.set(principals, folder)));
}

const best = (principals) => Math.min(...times.get(principals));
const [small, middle, large] = steps.map(best);
const early = (middle - small) / (steps[1] - steps[0]);
const late = (large - middle) / (steps[2] - steps[1]);
table(
  ['users and roles', `best of ${RUNS}`, 'each more'],
  [
    [steps[0], ms(small), ''],
    [steps[1], ms(middle), `${(early * 1000).toFixed(0)} µs`],
    [steps[2], ms(large), `${(late * 1000).toFixed(0)} µs`],
  ],
);
console.log(`\ngrowth ${(late / early).toFixed(2)}, target ${TARGET}: ${verdict(late / early <= TARGET)}`);
