// Import, and then evaluate, an account as large as AWS lets one be.
import { fileURLToPath } from 'node:url';
import { withAccount } from './account-files.mjs';
import { mb, ms, runOnce, table } from './measure.mjs';

const library = fileURLToPath(new URL('run-library.mjs', import.meta.url));

await withAccount('quota', ({ folder, bytes, size }) => {
  console.log(`${size.users} users, ${size.roles} roles, ${size.policies} policies: ${mb(bytes)} of files\n`);
  const rows = [
    ['import', runOnce([library, folder, 'import'])],
    ['import + evaluate', runOnce([library, folder])],
  ];
  table(
    ['process', 'time', 'inside'],
    rows.map(([name, { time, output }]) => [name, ms(time), output.trim()]),
  );
});
