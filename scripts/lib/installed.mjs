import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './generated.mjs';
import { publicFolders } from './workspace.mjs';

const store = join(root, 'node_modules', '.pnpm');

/** The package.json of every installed package of others. */
export function installedPackages() {
  const folders = readdirSync(store).flatMap((entry) => packageFolders(join(store, entry, 'node_modules')));
  const unique = new Map(folders.map(manifestOf).map((manifest) => [keyOf(manifest), manifest]));
  if (unique.size === 0) throw new Error('nothing is installed');
  return [...unique.values()];
}

/** `name@version` of every package of others that somebody gets who installs ours. */
export function shippedPackages() {
  const found = new Map();
  for (const folder of publicFolders) collect(join(root, folder), found);
  return new Set([...found].filter(([path]) => path.includes('.pnpm')).map(([, key]) => key));
}

function collect(folder, found) {
  if (found.has(folder)) return;
  const manifest = manifestOf(folder);
  found.set(folder, keyOf(manifest));
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const path = resolveFrom(folder, name);
    if (path) collect(path, found);
    else if (manifest.dependencies?.[name]) throw new Error(`${name}, which ${keyOf(manifest)} needs, is not installed`);
  }
}

/** The folder of a package as seen from another, or `undefined` where it is not installed on this machine. */
export function resolveFrom(folder, name) {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name);
    if (existsSync(path)) return realpathSync(path);
    if (at === dirname(at)) return undefined;
  }
}

function packageFolders(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const folders = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => join(folder, name, inner)) : [join(folder, name)],
  );
  return folders.filter((path) => existsSync(join(path, 'package.json')));
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function keyOf({ name, version }) {
  return `${name}@${version}`;
}
