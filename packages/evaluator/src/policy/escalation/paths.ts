import { add, expandActions, noActions, sparse, type ActionSet, type Actions } from '../action-set.ts';
import { existingPassRole } from './existing-pass-role.data.ts';
import { newPassRole } from './new-pass-role.data.ts';
import type { EscalationCategory, EscalationPath, Target } from './path.ts';
import { principalAccess } from './principal-access.data.ts';
import { selfEscalation } from './self-escalation.data.ts';

/** A path with its actions as a set, and what each acts on. */
export interface CompiledPath extends EscalationPath {
  category: EscalationCategory;
  set: ActionSet;
  steps: readonly { action: string; target: Target }[];
}

let compiled: readonly CompiledPath[] | undefined;
let byId: ReadonlyMap<string, CompiledPath> | undefined;
let relevant: ActionSet | undefined;

/** Every action set that is known to escalate, by category. */
export function escalationPaths(): readonly CompiledPath[] {
  compiled ??= Object.entries({ selfEscalation, principalAccess, newPassRole, existingPassRole }).flatMap(([category, paths]) =>
    paths.map((path) => compile(path, category as EscalationCategory)),
  );
  return compiled;
}

export function escalationPath(id: string): CompiledPath {
  byId ??= new Map(escalationPaths().map((path) => [path.id, path]));
  const path = byId.get(id);
  if (!path) throw new Error(`there is no escalation path ${id}`);
  return path;
}

/** The path on a role that lets the caller in by name, instead of on the caller itself. */
export function onNamingRole(path: CompiledPath): CompiledPath | undefined {
  const { orOn, steps } = path;
  return orOn && { ...path, needs: ['namesCaller'], steps: steps.map(({ action }) => ({ action, target: orOn })) };
}

/** Every action that some path needs: who holds none of them has no path. */
export function escalatingActions(): ActionSet {
  if (relevant) return relevant;
  const words = noActions();
  for (const { set } of escalationPaths()) add(words, set);
  relevant = sparse(words);
  return relevant;
}

function compile(path: EscalationPath, category: EscalationCategory): CompiledPath {
  const { set } = expandActions({ negated: false, patterns: path.actions });
  const steps = path.like ? [] : path.actions.map((action) => ({ action, target: path.on?.[action] ?? ('service' as const) }));
  return { ...path, category, set, steps };
}

/** Whether every action of the set is in `words`. */
export function holdsAll(words: Actions, { places, words: wanted }: ActionSet): boolean {
  for (let index = 0; index < places.length; index += 1) {
    const mask = wanted[index] ?? 0;
    if (((words[places[index] ?? 0] ?? 0) & mask) >>> 0 !== mask >>> 0) return false;
  }
  return places.length > 0;
}
