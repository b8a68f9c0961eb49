// Import and evaluate an account of 200 users, 300 roles and 400 policies, as the library and as the command does it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withAccount } from './account-files.mjs';
import { compare, mb, ms, runOnce, table, verdict } from './measure.mjs';

const TARGET_MS = 800;
const RUNS = Number(process.argv[2] ?? 7);
const bin = fileURLToPath(new URL('../../packages/cli/bin/iam-dossier.js', import.meta.url));
const library = fileURLToPath(new URL('run-library.mjs', import.meta.url));

await withAccount('medium', ({ folder, bytes, size }) => {
  console.log(`${size.users} users, ${size.roles} roles, ${size.policies} policies: ${mb(bytes)} of files\n`);
  const output = join(folder, '..', `iam-dossier-bench-${process.pid}.json`);
  const times = compare(
    {
      'node -e 0': () => runOnce(['-e', '0']),
      'library: import + evaluate': () => runOnce([library, folder]),
      'iam-dossier evaluate': () =>
        runOnce([bin, 'evaluate', folder, '--quiet', '--force', '--issued-at', '2026-10-01', '-o', output], { allowed: [0, 1] }),
    },
    RUNS,
  );
  table(
    ['process', 'median', 'against node', `target ${TARGET_MS} ms`],
    Object.entries(times).map(([name, time]) => [
      name,
      ms(time),
      (time / times['node -e 0']).toFixed(1),
      name === 'node -e 0' ? '' : verdict(time <= TARGET_MS),
    ]),
  );
  console.log(`\ninside the library run: ${runOnce([library, folder]).output.trim()}`);
});
