import { linesOf, pick, productSources, type Tree } from './tree.ts';

const most = 400;
const mostInTheMiddle = 90;
const counted = /^(packages\/[^/]+\/(src|bin)|templates|test|scripts)\/.*\.(ts|mjs|js|hbs|css)$/;
const data = /\.data\.ts$/;

/** Files that are too long to be read at once. */
export function sizeProblems(tree: Tree): string[] {
  const long = pick(tree, counted).filter(([path, text]) => !data.test(path) && linesOf(text) > most);
  return long.map(([path, text]) => `${path} has ${linesOf(text)} lines; ${most} are the most`);
}

/** Half of the sources are to be shorter than a page or two. */
export function medianProblems(tree: Tree): string[] {
  const sizes = productSources(tree)
    .map(([, text]) => linesOf(text))
    .sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return median > mostInTheMiddle ? [`the median of the sources has ${median} lines; ${mostInTheMiddle} are the most`] : [];
}
