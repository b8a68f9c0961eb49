import { fitsPieces } from '../glob.ts';
import type { RequestContext } from './context.ts';
import type { Tri } from './tri.ts';

const ANY = Symbol('*');
const ONE = Symbol('?');

/** A pattern, character by character, with its wildcards told apart from characters that only look like one. */
export type Piece = string | typeof ANY | typeof ONE;

/** A pattern with its variables filled in. `unknown`: a variable has no known value; it stands as `*` among the pieces. */
export interface Filled {
  pieces: readonly Piece[];
  /** `absent`: a variable has no value, so that nothing matches. */
  state: 'known' | 'unknown' | 'absent';
  unknownKeys: readonly string[];
}

const VARIABLE = /\$\{([^{}]*)\}/g;

/**
 * Fills in policy variables: `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}`, `${$}`. What a variable stands
 * for is literal. Documents of 2008-10-17 know no variables: `context` is left out for them.
 */
export function fill(pattern: string, wildcards: boolean, context?: RequestContext): Filled {
  const pieces: Piece[] = [];
  const unknownKeys: string[] = [];
  let absent = false;
  let at = 0;
  for (const found of context && pattern.includes('${') ? pattern.matchAll(VARIABLE) : []) {
    const variable = variableOf(found[1] ?? '');
    if (!variable) continue;
    add(pieces, pattern.slice(at, found.index), wildcards);
    at = found.index + found[0].length;
    const value = variable.character ?? context?.textOf(variable.key);
    if (value === undefined) {
      pieces.push(ANY);
      unknownKeys.push(variable.key);
    } else if (value === null && variable.standard === undefined) {
      absent = true;
    } else {
      add(pieces, value ?? variable.standard ?? '', false);
    }
  }
  add(pieces, pattern.slice(at), wildcards);
  return { pieces, state: absent ? 'absent' : unknownKeys.length > 0 ? 'unknown' : 'known', unknownKeys };
}

interface Variable {
  key: string;
  standard?: string | undefined;
  /** What an escape stands for. */
  character?: string;
}

/** What stands between the braces; `undefined` for what is no variable, and stays as it is written. */
function variableOf(inside: string): Variable | undefined {
  if (inside === '*' || inside === '?' || inside === '$') return { key: inside, character: inside };
  const comma = inside.indexOf(',');
  const key = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const standard = comma < 0 ? undefined : /^'([^']*)'$/.exec(inside.slice(comma + 1).trim())?.[1];
  return key === '' || (comma >= 0 && standard === undefined) ? undefined : { key, standard };
}

function add(pieces: Piece[], text: string, wildcards: boolean): void {
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (wildcards && char === '*') pieces.push(ANY);
    else pieces.push(wildcards && char === '?' ? ONE : char);
  }
}

/** Whether the whole text fits. */
export function fits({ pieces, state }: Filled, text: string): Tri {
  if (state === 'absent' || !matches(pieces, text)) return 'no';
  return state === 'unknown' ? 'unknown' : 'yes';
}

/** Whether each of the six parts of an ARN fits its own part of the pattern; a wildcard does not reach over a colon. */
export function fitsArn({ pieces, state }: Filled, text: string): Tri {
  if (state === 'unknown') return matches(pieces, text) ? 'unknown' : 'no';
  const wanted = partsOf(pieces);
  const given = text.split(':');
  if (state === 'absent' || given.length < ARN_PARTS) return 'no';
  if (pieces.length === 1 && pieces[0] === ANY) return 'yes';
  const parts = [...given.slice(0, ARN_PARTS - 1), given.slice(ARN_PARTS - 1).join(':')];
  return wanted.length === ARN_PARTS && wanted.every((part, index) => matches(part, parts[index] ?? '')) ? 'yes' : 'no';
}

const ARN_PARTS = 6;

function partsOf(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === ':' && parts.length < ARN_PARTS) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

function matches(pieces: readonly Piece[], text: string): boolean {
  return fitsPieces<Piece>(pieces, text, ANY, (wanted, char) => wanted === char || wanted === ONE);
}
