import { importsOf, resolveImport } from './imports.ts';
import { productSources, type Tree } from './tree.ts';

/** Files that import each other, in a ring; imports of types count. */
export function cycleProblems(tree: Tree): string[] {
  const sources = productSources(tree);
  const targets = new Map(sources.map(([path, text]) => [path, importsOf(text).flatMap((name) => resolveImport(path, name) ?? [])]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const [path] of sources) visit(path, []);
  return found;
}
