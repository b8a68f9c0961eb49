import type { escalationWords } from '../../words/escalations.ts';
import type { AnalysedStatement } from '../document.ts';
import type { CompiledPath } from './paths.ts';
import type { Ruling } from './ruling.ts';

/**
 * `reachable`: every action is granted without condition on a target that is there. `latent`: the actions are held, and
 * something the path needs is provably not there. `unverified`: whether it is there the data does not tell, or a condition,
 * a deny or a scope stands beside the grant.
 */
export const escalationStates = ['reachable', 'unverified', 'latent'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** What is not there or not told. */
export interface Lack {
  id: keyof typeof escalationWords;
  data?: Readonly<Record<string, readonly string[]>>;
}

export interface Judgement {
  path: CompiledPath;
  state: EscalationState;
  lacks: readonly Lack[];
  allows: readonly AnalysedStatement[];
  guards: readonly AnalysedStatement[];
  /** ARN of the principal, group or role at the end of it. */
  target?: string;
}

/** A part of a path, before parts are put together. `undefined` instead of one: the path is not held at all. */
export type Part = Omit<Judgement, 'path'>;

export function part(state: EscalationState, lacks: readonly Lack[], ...rulings: readonly Ruling[]): Part {
  return {
    state,
    lacks,
    allows: [...new Set(rulings.flatMap((ruling) => ruling.allows))],
    guards: [...new Set(rulings.flatMap((ruling) => ruling.guards))],
  };
}

/** All parts together: as good as the worst. */
export function together(path: CompiledPath, parts: readonly Part[]): Judgement {
  const state = worst(parts.map((entry) => entry.state));
  const target = parts.find((entry) => entry.target !== undefined)?.target;
  const lacks = parts.filter((entry) => entry.state === state).flatMap((entry) => entry.lacks);
  return {
    path,
    state,
    lacks: lacks.filter((lack, index) => lacks.findIndex((other) => other.id === lack.id) === index),
    allows: [...new Set(parts.flatMap((entry) => entry.allows))],
    guards: [...new Set(parts.flatMap((entry) => entry.guards))],
    ...(target === undefined || state === 'latent' ? {} : { target }),
  };
}

export function worst(states: readonly EscalationState[]): EscalationState {
  return escalationStates[Math.max(0, ...states.map((state) => escalationStates.indexOf(state)))] ?? 'latent';
}

export function betterFirst(a: { state: EscalationState }, b: { state: EscalationState }): number {
  return escalationStates.indexOf(a.state) - escalationStates.indexOf(b.state);
}
