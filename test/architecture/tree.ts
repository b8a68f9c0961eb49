import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Texts by path from the workspace root, with `/` between folders. */
export type Tree = ReadonlyMap<string, string>;

const root = fileURLToPath(new URL('../../', import.meta.url));
const left = new Set(['node_modules', 'dist', 'bundle', 'out', 'coverage', '.git']);
const binary = /\.(png|jpe?g|pdf|woff2?|ttf|zip|tgz|br|tsbuildinfo)$/;

/** Every file of the workspace but what tools leave behind. Of a binary file and of the lockfile only the name is there. */
export function readTree(): Tree {
  const textOf = (path: string) => (binary.test(path) || path === 'pnpm-lock.yaml' ? '' : readFileSync(join(root, path), 'utf8'));
  return new Map(
    pathsBelow('')
      .sort()
      .map((path) => [path, textOf(path)]),
  );
}

function pathsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pathsBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The files whose path fits. */
export function pick(tree: Tree, pattern: RegExp): [path: string, text: string][] {
  return [...tree].filter(([path]) => pattern.test(path));
}

const source = /^packages\/[^/]+\/src\/.*\.ts$/;
const besideSource = /(\.test|\.test-d|\.test-helper)\.ts$/;
const data = /\.data\.ts$/;

/** The code that users run: sources without tests and generated data. */
export function productSources(tree: Tree): [path: string, text: string][] {
  return pick(tree, source).filter(([path]) => !besideSource.test(path) && !data.test(path));
}

/** The text without comments that fill lines. */
export function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '');
}

export function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
