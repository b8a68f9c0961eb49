// Sees to it that PDF can be printed: on Linux x64 the packages bring a browser; elsewhere one that is installed is used, else
// chrome-headless-shell is fetched, visibly. Without any the commands go on: they say what is missing.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export async function findBrowser() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  const { inspectBrowser } = await import('../../packages/renderer/dist/index.js');
  const { found } = await inspectBrowser();
  if (found) return;
  console.log('No browser was found. Fetching chrome-headless-shell, to print PDF:');
  const bin = fileURLToPath(new URL('../../packages/cli/bin/iam-dossier.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [bin, 'doctor', '--install-browser'], { stdio: 'inherit' });
  if (status !== 0) console.log('No browser could be fetched: everything but PDF will be made.');
}
