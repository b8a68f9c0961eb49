// Everything a change must pass. node scripts/check.mjs [--rest] [name…]
// `--rest` leaves out build and tests, for a machine that has just run them.
import { stripVTControlCharacters } from 'node:util';
import { run } from './lib/run.mjs';

const steps = [
  { name: 'build', command: 'tsc -b', tested: true },
  { name: 'set-up', command: 'node scripts/set-up.mjs', tested: true },
  { name: 'tests', command: 'vitest run', tested: true },
  { name: 'types', command: 'tsc -p tsconfig.test.json' },
  { name: 'lint', command: 'oxlint --type-aware --deny-warnings' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'generated', command: 'node scripts/generate.mjs --check' },
  { name: 'unused', command: 'knip --no-progress --treat-config-hints-as-errors' },
  { name: 'lockfile', command: 'node scripts/check-lockfile.mjs' },
  { name: 'licences', command: 'node scripts/check-licences.mjs' },
  { name: 'documents', command: 'node scripts/check-documents.mjs' },
  { name: 'packages', command: 'node scripts/check-packages.mjs' },
];

function take(step) {
  const start = Date.now();
  const { status, output } = run(step.command);
  const passed = status === 0;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${step.name.padEnd(10)} ${((Date.now() - start) / 1000).toFixed(1).padStart(5)} s  ${step.command}`);
  if (!passed) console.log(stripVTControlCharacters(output).trimEnd().replace(/^/gm, '     '));
  return passed;
}

const options = process.argv.slice(2);
const names = options.filter((option) => !option.startsWith('-'));
const unknown = [
  ...options.filter((option) => option.startsWith('-') && option !== '--rest'),
  ...names.filter((name) => !steps.some((step) => step.name === name)),
];
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; the steps are ${steps.map((step) => step.name).join(', ')}`);

const wanted = steps.filter((step) => (names.length === 0 || names.includes(step.name)) && !(step.tested && options.includes('--rest')));
const failed = wanted.filter((step) => !take(step)).length;
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
