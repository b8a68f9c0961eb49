import type { Data } from '../../words/format.ts';
import type { Grammar } from './grammar.ts';
import type { ErrorId, ProblemId, WarningId } from './problems.ts';

/** A document's check: its grammar, and where problems go. Paths are JSON pointers into the document as written. */
export interface Check {
  grammar: Grammar;
  /** The language: variables stand for something only in the newer one. */
  variables: boolean;
  error: (id: ErrorId, path: string, data?: Data) => void;
  /** `undefined` when nobody asks for what is only odd: looking for it costs more than looking for errors. */
  warn: ((id: WarningId, path: string, data?: Data) => void) | undefined;
}

/** What is wrong with one text, wherever it stands. */
export interface Flaw<Id extends ProblemId = ProblemId> {
  id: Id;
  data?: Data;
}

/** Judges each text once: policies repeat theirs. */
export function remembered<T>(judge: (text: string) => T, most = 50_000): (text: string) => T {
  const before = new Map<string, T>();
  return (text) => {
    const known = before.get(text);
    if (known !== undefined) return known;
    const made = judge(text);
    if (before.size < most) before.set(text, made);
    return made;
  };
}

export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a member is given: one that is `undefined` is not there in JSON. */
export function hasMember(members: Members, name: string): boolean {
  return Object.hasOwn(members, name) && members[name] !== undefined;
}

/** Pointer to an entry of a list, or to the value itself where it stands alone; made only for what is told. */
export function entryAt(path: string, index: number | undefined): string {
  return index === undefined ? path : `${path}/${index}`;
}

/** One segment of a JSON pointer. */
export function segment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
