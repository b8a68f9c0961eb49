// Writes every generated file, or with --check tells which is out of date. Reads the build of the packages.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/generated.mjs';
import { run } from './lib/run.mjs';

const options = process.argv.slice(2).join(' ');
const names = readdirSync(join(root, 'scripts'))
  .filter((name) => /^generate-.*\.mjs$/.test(name))
  .sort();

for (const name of names) {
  const { status, output } = run(`node scripts/${name} ${options}`);
  if (output !== '') console.log(output.trimEnd());
  if (status !== 0) {
    console.log(`scripts/${name} failed`);
    process.exitCode = 1;
  }
}
