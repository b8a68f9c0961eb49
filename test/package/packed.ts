import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const workspace = fileURLToPath(new URL('../../', import.meta.url));

export interface Manifest {
  name: string;
  version: string;
  bin?: Record<string, string>;
  exports?: Record<string, string | Record<string, string>>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** A packed package, unpacked into the project. */
export interface Packed {
  folder: string;
  manifest: Manifest;
  /** Every file, by its path in the package. */
  files: string[];
}

/** Folders of the packages in this workspace, by name. */
const sources = new Map(
  ['packages/core', 'packages/evaluator', 'packages/renderer', 'packages/cli', 'templates'].map((path) => [
    readManifest(join(workspace, path)).name,
    join(workspace, path),
  ]),
);

/** A project outside the workspace with the packed packages in node_modules, and what they need from others linked. */
export function makeProject(tarballs: string): { folder: string; packages: Packed[] } {
  const folder = mkdtempSync(join(tmpdir(), 'iam-dossier-outside-'));
  const modules = join(folder, 'node_modules');
  const packages = readdirSync(tarballs)
    .sort()
    .map((name) => unpack(join(tarballs, name), modules));
  for (const { manifest } of packages) linkOthers(manifest, modules);
  for (const name of ['typescript', '@types/node']) link(join(workspace, 'node_modules', name), join(modules, name));
  return { folder, packages };
}

function unpack(tarball: string, modules: string): Packed {
  const into = mkdtempSync(join(dirname(modules), 'unpacked-'));
  execFileSync('tar', ['-xzf', tarball, '-C', into]);
  const manifest = readManifest(join(into, 'package'));
  const folder = join(modules, manifest.name);
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(join(into, 'package'), folder);
  return { folder, manifest, files: filesBelow(folder) };
}

/** Dependencies on others, from where the workspace has them. Those of one name have one version: pins are exact. */
function linkOthers(manifest: Manifest, modules: string): void {
  const own = sources.get(manifest.name);
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const installed = join(own ?? '', 'node_modules', name);
    if (!sources.has(name) && existsSync(installed)) link(realpathSync(installed), join(modules, name));
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path, 'junction');
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
