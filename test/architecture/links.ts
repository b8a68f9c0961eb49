import { posix } from 'node:path';
import { pick, type Tree } from './tree.ts';

const link = /\]\(([^)\s]+)\)/g;
const outside = /^([a-z]+:|#)/;

/** Links in Markdown that lead to no file or folder of the workspace. */
export function linkProblems(tree: Tree): string[] {
  const places = new Set([...tree.keys()].flatMap((path) => [path, ...foldersOf(path)]));
  return pick(tree, /\.md$/).flatMap(([path, text]) => {
    const targets = [...text.matchAll(link)].map((match) => match[1] ?? '').filter((target) => !outside.test(target));
    return targets.filter((target) => !places.has(placeOf(path, target))).map((target) => `${path} links to ${target}, which is not there`);
  });
}

function placeOf(from: string, target: string): string {
  return posix.join(posix.dirname(from), target.replace(/#.*$/, '')).replace(/\/$/, '');
}

function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
