// Packs the public packages as they would be published, lints each, and uses them in a project outside this one.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, pnpm, run } from './lib/run.mjs';
import { publicFolders, readJson } from './lib/workspace.mjs';

const folder = mkdtempSync(join(tmpdir(), 'iam-dossier-packed-'));
const filters = publicFolders.map((path) => `--filter ./${path}`).join(' ');

function step(command, options) {
  const { status, output } = run(command, options);
  if (status === 0) return true;
  console.log(output.trimEnd());
  process.exitCode = 1;
  return false;
}

try {
  const packed = step(`${pnpm(readJson('package.json').packageManager)} --recursive ${filters} pack --pack-destination ${JSON.stringify(folder)}`);
  if (packed) {
    for (const name of readdirSync(folder).sort()) step(`publint run ${JSON.stringify(join(folder, name))} --strict`);
    step('vitest run --config test/package/vitest.config.ts', { env: { ...environment, IAM_DOSSIER_PACKED: folder } });
  }
} finally {
  rmSync(folder, { recursive: true });
}
