import { includes, type Include } from '@iam-dossier/core/collector';
import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';

/** How far an account is read. */
export interface Scope {
  depth: 'account' | 'full';
  include: readonly Include[];
}

/** Flags that decide how far. */
export interface ScopeFlags {
  depth: string;
  include?: string;
}

/** @throws DossierError `usage` */
export function scopeOf(command: string, { depth, include }: ScopeFlags): Scope {
  const words = include === undefined ? [] : include.split(',').map((word) => word.trim());
  return { depth: depth === 'full' ? 'full' : 'account', include: [...new Set(words.map((word) => includeOf(command, word)))] };
}

function includeOf(command: string, word: string): Include {
  const found = includes.find((name) => plain(name) === plain(word));
  if (found !== undefined) return found;
  const near = nearest(word, includes);
  throw usageError(
    command,
    `--include knows ${includes.join(', ')}, not ${JSON.stringify(word)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

/** `identity-center` is meant as `identityCenter`. */
function plain(word: string): string {
  return word.replace(/[-_]/g, '').toLowerCase();
}
