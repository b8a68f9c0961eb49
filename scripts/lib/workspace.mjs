import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './generated.mjs';

/** Folders of the packages that are published. */
export const publicFolders = ['packages/core', 'packages/evaluator', 'packages/renderer', 'packages/cli', 'templates'];

export function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), 'utf8'));
}
