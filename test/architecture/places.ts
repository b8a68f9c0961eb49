import { importsOf } from './imports.ts';
import { pick, productSources, withoutComments, type Tree } from './tree.ts';

/** Rules that the renderer names: which rules there are is known to the evaluator alone. */
export function ruleNameProblems(tree: Tree): string[] {
  const ids = pick(tree, /^packages\/evaluator\/src\/rules\/[a-z-]+\.ts$/).map(([path]) => path.slice(path.lastIndexOf('/') + 1, -3));
  const named = new RegExp(`['"\`](${ids.filter((id) => id !== 'index').join('|')})['"\`]`);
  const sources = productSources(tree).filter(([path]) => path.startsWith('packages/renderer/'));
  return ids.length === 0 ? [] : sources.filter(([, text]) => named.test(withoutComments(text))).map(([path]) => `${path} names a rule`);
}

const only: { what: RegExp; there: RegExp; why: string }[] = [
  { what: /\bSafeString\b/, there: /^packages\/renderer\/src\/html\/markup\.ts$/, why: 'text becomes markup in one file' },
  {
    what: /\bprocess\.(exit\(|exitCode\b)/,
    there: /^packages\/cli\/src\/(main|terminal\/process)\.ts$/,
    why: 'the exit code is set where the process begins and ends',
  },
  { what: /\bconsole\.(log|info|warn|error|debug|table|dir)\(/, there: /^$/, why: 'only the command line prints, through its terminal' },
];

/** Code that stands elsewhere than in its one place. */
export function placeProblems(tree: Tree): string[] {
  return productSources(tree).flatMap(([path, text]) => {
    const code = withoutComments(text);
    return only.filter(({ what, there }) => what.test(code) && !there.test(path)).map(({ why }) => `${path}: ${why}`);
  });
}

const commands = /^packages\/cli\/src\/commands\/[a-z-]+\.ts$/;
const light = /^(citty|\.\/[a-z-]+\.ts|\.\/[a-z-]+\.run\.ts|\.\.\/(flags|help|output|terminal)\/[a-z-]+\.ts)$/;
const waiting = /import\s*\(\s*'\.\/[a-z-]+\.run\.ts'\s*\)/;

/** Commands that load what they do not need to tell their flags. */
export function commandProblems(tree: Tree): string[] {
  return pick(tree, commands).flatMap(([path, text]) => {
    const heavy = importsOf(text).filter((name) => !light.test(name) || (name.endsWith('.run.ts') && !waiting.test(text)));
    return heavy.map((name) => `${path} imports ${name}: a command holds flags, its .run.ts the work`);
  });
}
