import { pick, type Tree } from './tree.ts';

const never: [RegExp, string][] = [
  [/(?<![\w.])\/(work|root|home\/[a-z]+|tmp\/work)\//, 'a path of one machine'],
  [/\b(registry\.(npmjs|yarnpkg)\.|deb\.debian\.org|security\.debian\.org)/, 'the host of a registry'],
  [/\b(claude|anthropic|chatgpt|openai|language model|(?<!cloud-)copilot)\b/i, 'a tool that the product does not have'],
  [/(\/\/|\/\*|^\s*\*|<!--|\{\{!--|^\s*#).*\b(TODO|FIXME|XXX)\b/, 'something left undone'],
];
const shared = /\.\.\/shared\b/;

/** These name what is forbidden. */
const itself = /^test\/architecture\//;
const data = /(\.data\.ts|^packages\/cli\/examples\/[^/]+\/aws\/.*)$/;

/** Lines that speak of something else than the project. */
export function wordProblems(tree: Tree): string[] {
  return pick(tree, /./)
    .filter(([path]) => !itself.test(path) && !data.test(path))
    .flatMap(([path, text]) => text.split('\n').flatMap((line, index) => trouble(path, line).map((what) => `${path}:${index + 1} names ${what}`)));
}

function trouble(path: string, line: string): string[] {
  const found = never.filter(([pattern]) => pattern.test(line)).map(([, what]) => what);
  return shared.test(line) && !path.endsWith('.test.ts') ? [...found, 'a folder outside the project'] : found;
}
