import { pick, type Tree } from './tree.ts';

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  exports?: Record<string, unknown>;
  publishConfig?: { access?: string; exports?: Record<string, unknown> };
}

const manifests = /^((packages\/[^/]+|templates|test)\/)?package\.json$/;
const generator = 'packages/core/src/generator.ts';

/** Versions that differ: every package and every written contract bear the same one. */
export function versionProblems(tree: Tree): string[] {
  const versions = pick(tree, manifests).flatMap(([path, text]): [string, string][] => {
    const { version } = JSON.parse(text) as Manifest;
    return version === undefined ? [] : [[path, version]];
  });
  const written = /version: '([^']+)'/.exec(tree.get(generator) ?? '')?.[1] ?? 'none';
  return versions
    .filter(([, version]) => version !== written)
    .map(([path, version]) => `${path} has version ${version}; ${generator} has ${written}`);
}

/** Dependencies that float, licences that differ, exports that change when published. */
export function manifestProblems(tree: Tree): string[] {
  return pick(tree, manifests).flatMap(([path, text]) => {
    const manifest = JSON.parse(text) as Manifest;
    return [...floating(manifest), ...licence(manifest), ...published(manifest)].map((problem) => `${path}: ${problem}`);
  });
}

function floating(manifest: Manifest): string[] {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
  return all.filter(([, range]) => !/^(\d+\.\d+\.\d+|workspace:\*)$/.test(range)).map(([name, range]) => `${name} is not pinned: ${range}`);
}

function licence({ license }: Manifest): string[] {
  return license === 'Apache-2.0' ? [] : [`the licence is ${license ?? 'not said'}`];
}

/** What is published is what tests read, without the way to the sources. */
function published({ private: isPrivate, exports, publishConfig }: Manifest): string[] {
  if (isPrivate === true || exports === undefined) return [];
  const expected = JSON.stringify(exports, (key, value: unknown) => (key === 'source' ? undefined : value));
  const same = !expected.includes('"default"') || JSON.stringify(publishConfig?.exports) === expected;
  return same ? [] : ['publishConfig.exports are not the exports without "source"'];
}
