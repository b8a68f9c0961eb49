import type { Tree } from './tree.ts';

const codeBlock = /^```sh\n([\s\S]*?)```\n/;

/** README.md begins with the two commands, with the pnpm that is pinned, and shows a picture before anything is explained. */
export function readmeProblems(tree: Tree): string[] {
  const readme = tree.get('README.md') ?? '';
  const { packageManager } = JSON.parse(tree.get('package.json') ?? '{}') as { packageManager?: string };
  const expected = ['demo', 'test'].map((script) => `npx -y ${packageManager ?? ''} ${script}\n`).join('');
  const found = codeBlock.exec(readme)?.[1];
  const picture = readme.search(/^!\[[^\]]+\]\(/m);
  return [
    ...(found === expected ? [] : [`README.md does not begin with the commands ${JSON.stringify(expected)}`]),
    ...(picture >= 0 && picture < readme.search(/^# /m) ? [] : ['README.md shows no picture above its title']),
  ];
}
