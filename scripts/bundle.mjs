// Joins the built modules of a package, and zod's, into a few files: a program that opens hundreds of them starts slowly.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './lib/generated.mjs';

/** Packages that are joined: those whose modules run for every account. */
const names = ['core', 'evaluator'];
/** Whose code goes in as well. It stays a dependency, for its types. */
const joined = /^zod(\/|$)/;

/** Makes `bundle` of each package anew, unless it was made from the same build. */
export async function bundlePackages() {
  for (const name of names) await bundlePackage(join(root, 'packages', name), name);
}

async function bundlePackage(folder, name) {
  const stamp = join(folder, 'node_modules', '.cache', 'bundle.sha256');
  const wanted = stampOf(folder, name);
  const target = join(folder, 'bundle');
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(target, { recursive: true, force: true });
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: entriesOf(folder),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id) && !joined.test(id),
  });
  const { output } = await build.write({ dir: target, format: 'esm', chunkFileNames: 'parts/[name].js' });
  await build.close();
  if (output.some((part) => part.moduleIds?.some((id) => /[\\/]node_modules[\\/]zod[\\/]/.test(id)))) copyLicence(folder, target);
  writeFileSync(stamp, wanted);
}

/** The exported modules of `dist`, by their names below `bundle`. */
function entriesOf(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = Object.values(exports).flatMap((target) => (typeof target === 'object' ? [target.default] : []));
  const paths = files.map((file) => file.replace(/^\.\/bundle\/|\.js$/g, ''));
  return Object.fromEntries(paths.map((path) => [path, join(folder, 'dist', `${path}.js`)]));
}

/** What a bundle is made from: the compiler's record of its input, the names to export, the versions installed, and this script. */
function stampOf(folder, name) {
  const record = join(folder, 'node_modules', '.cache', `${name}.tsbuildinfo`);
  const hash = createHash('sha256');
  for (const file of [record, join(folder, 'package.json'), join(root, 'pnpm-lock.yaml'), fileURLToPath(import.meta.url)])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

function copyLicence(folder, target) {
  const manifest = createRequire(join(folder, 'package.json')).resolve('zod/package.json');
  copyFileSync(join(dirname(manifest), 'LICENSE'), join(target, 'LICENSE-zod'));
}
