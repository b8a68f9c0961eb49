// How much longer `iam-dossier --help` takes than Node takes to do nothing.
import { fileURLToPath } from 'node:url';
import { compare, ms, runOnce, table, verdict } from './measure.mjs';

const TARGET = 1.4;
const RUNS = Number(process.argv[2] ?? 21);
const bin = fileURLToPath(new URL('../../packages/cli/bin/iam-dossier.js', import.meta.url));

const times = compare(
  {
    'node -e 0': () => runOnce(['-e', '0']),
    'iam-dossier --help': () => runOnce([bin, '--help']),
    'iam-dossier --version': () => runOnce([bin, '--version']),
  },
  RUNS,
);
const base = times['node -e 0'];
table(
  ['command', 'median', 'against node', `target ${TARGET}`],
  Object.entries(times).map(([name, time]) => [name, ms(time), (time / base).toFixed(2), name === 'node -e 0' ? '' : verdict(time / base <= TARGET)]),
);
