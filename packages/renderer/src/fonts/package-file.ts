import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Family } from './families.ts';

const require = createRequire(import.meta.url);

/** Reads a file of the family's installed package, wherever the package manager has put it. */
export function readPackageFile(family: Family, path: string): Buffer {
  return readFileSync(require.resolve(`${family.packageName}/${path}`));
}
