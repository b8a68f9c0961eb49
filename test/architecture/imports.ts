import { posix } from 'node:path';
import { withoutComments } from './tree.ts';

const clause = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'/gm;
const call = /\b(?:import|require|require\.resolve|load)\s*\(\s*'([^']+)'/g;

/** Everything a file names as a module, types included. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  return [clause, call].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** The path a relative import leads to. */
export function resolveImport(from: string, name: string): string | undefined {
  return name.startsWith('.') ? posix.join(posix.dirname(from), name) : undefined;
}
