import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspace, type Manifest, type Packed } from './packed.ts';

const strange = /(\.test|\.test-d|\.test-helper)\.|\.tsbuildinfo$|\.map$|(^|\/)(node_modules|coverage|out)\/|\.tgz$/;

/** Files that should not have been packed, and files that should have been. */
export function contentProblems({ manifest, files }: Pick<Packed, 'manifest' | 'files'>): string[] {
  const has = new Set(files);
  return [
    ...files.filter((file) => strange.test(file)).map((file) => `${file} is packed`),
    ...['LICENSE', 'README.md'].filter((file) => !has.has(file)).map((file) => `${file} is not packed`),
    ...targetsOf(manifest)
      .filter((target) => !matches(target, files))
      .map((target) => `${target} is exported and not packed`),
    ...conditionsOf(manifest)
      .filter((condition) => condition === 'source')
      .map(() => 'the way to the sources is published'),
    ...floating(manifest),
  ];
}

/** Built files whose source is gone: what an earlier build left behind. */
export function staleFiles({ files }: Pick<Packed, 'files'>, folder: string): string[] {
  const built = files.filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file));
  return built.filter((file) => !existsSync(join(workspace, folder, file.replace(/^dist\//, 'src/').replace(/\.(js|d\.ts)$/, '.ts'))));
}

function targetsOf({ exports = {}, bin = {} }: Manifest): string[] {
  const targets = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  return [...targets, ...Object.values(bin)].map((target) => target.replace(/^\.\//, ''));
}

function conditionsOf({ exports = {} }: Manifest): string[] {
  return Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : Object.keys(target)));
}

function matches(target: string, files: readonly string[]): boolean {
  const [before = '', after = ''] = target.split('*');
  return target.includes('*') ? files.some((file) => file.startsWith(before) && file.endsWith(after)) : files.includes(target);
}

function floating({ dependencies = {}, optionalDependencies = {} }: Manifest): string[] {
  const all = Object.entries({ ...dependencies, ...optionalDependencies });
  return all.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range)).map(([name, range]) => `${name} is not pinned: ${range}`);
}
