import { importsOf, resolveImport } from './imports.ts';
import { productSources, type Tree } from './tree.ts';

/** The rooms of core, each importing only those before it. */
const rooms = [
  'errors',
  'time',
  'json',
  'text',
  'zip',
  'contract',
  'policy-document',
  'snapshot',
  'brand',
  'partner',
  'engagement',
  'application',
  'assessment',
  'drift',
  'importer',
  'collector',
  'store',
];
const base = 'packages/core/src/';

/** Imports of a later room, and folders of core that are no room. */
export function roomProblems(tree: Tree): string[] {
  return productSources(tree)
    .filter(([path]) => path.startsWith(base) && path.slice(base.length).includes('/'))
    .flatMap(([path, text]) => {
      const own = rooms.indexOf(roomOf(path));
      if (own < 0) return [`${path}: ${roomOf(path)} is no room of core`];
      const later = importsOf(text)
        .flatMap((name) => resolveImport(path, name) ?? [])
        .filter((target) => rooms.indexOf(roomOf(target)) > own);
      return later.map((target) => `${path} imports ${target}: ${roomOf(target)} is a later room`);
    });
}

function roomOf(path: string): string {
  return path.slice(base.length).split('/')[0] ?? '';
}
