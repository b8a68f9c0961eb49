// One run of the library over a folder, for the benches to measure: prints what each step took.
import { importPaths } from '@iam-dossier/core/importer';
import { documentLines } from '@iam-dossier/core/json';

const [folder, only] = process.argv.slice(2);
const steps = [];
let begin = performance.now();
const lap = (name) => {
  steps.push(`${name} ${Math.round(performance.now() - begin)} ms`);
  begin = performance.now();
};

const snapshot = await importPaths([folder]);
lap('import');
let written = 0;
if (only === 'import') {
  for (const line of documentLines(snapshot)) written += Buffer.byteLength(line);
  lap('write');
} else {
  const { evaluate } = await import('@iam-dossier/evaluator');
  lap('load evaluator');
  const assessment = evaluate({ snapshots: [snapshot], issuedAt: '2026-10-01' });
  lap('evaluate');
  for (const line of documentLines(assessment)) written += Buffer.byteLength(line);
  lap('write');
}
const peak = process.resourceUsage().maxRSS * 1024;
console.log(`${steps.join(', ')}; ${(written / 1e6).toFixed(1)} MB written, ${Math.round(peak / 1e6)} MB of memory at most`);
