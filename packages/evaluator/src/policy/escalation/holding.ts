import { accessLevels } from '@iam-dossier/core/assessment';
import { actionsOf, add, intersection, noActions, setBit, sparse, union, type ActionSet, type Actions } from '../action-set.ts';
import { actionsOfLevels, actionTable } from '../action-table.ts';
import { dataReadActions } from '../data-read-actions.data.ts';
import type { AnalysedStatement } from '../document.ts';
import { combine } from '../effective.ts';
import type { AnalysedPolicy } from '../policy-in-force.ts';
import { escalatingActions, escalationPaths, holdsAll, type CompiledPath } from './paths.ts';

/** What a principal holds that matters for escalation. Shared by all with the same policies. */
export interface Holding {
  policies: readonly AnalysedPolicy[];
  /** Statements of the permissions boundary; `unknown` when it could not be read. */
  boundary: readonly AnalysedStatement[] | 'unknown' | undefined;
  /** The boundary lets nothing through that is not granted already: there is nothing to grant oneself. */
  filled: boolean;
  /** Levels of service control policies, each of which must allow. */
  controls: readonly (readonly AnalysedStatement[])[];
  /** Some control policies are not known: they may hold back anything. */
  controlsOpen: boolean;
  /** Paths of which every action is granted, in some scope. */
  paths: readonly CompiledPath[];
  /** Of the actions that paths are made of, those granted in some scope. */
  actions: ActionSet;
  privileges: Privileges;
}

/** What makes a principal worth becoming. */
export interface Privileges {
  administrator: boolean;
  /** Some of its policies could not be read: there may be more. */
  partial: boolean;
  /** Permissions management and reading of data, on all resources. */
  wide: ActionSet;
}

export interface HoldingInput {
  policies: readonly AnalysedPolicy[];
  boundary: readonly AnalysedStatement[] | 'unknown' | undefined;
  controls?: readonly (readonly AnalysedStatement[])[];
  controlsOpen?: boolean;
  /** What is granted on all resources, and what in any scope, within the boundary. */
  all: Actions;
  granted: Actions;
  administrator: boolean;
  partial: boolean;
}

const NOTHING: ActionSet = { places: [], words: [] };
const NO_PATHS: readonly CompiledPath[] = [];
const NO_CONTROLS: Holding['controls'] = [];
/** Of all who are no administrator, were read and hold nothing wide. */
const NO_PRIVILEGES: Privileges = { administrator: false, partial: false, wide: NOTHING };

/** Finds the paths a principal holds by one look at what is granted together. */
export function holdingOf(input: HoldingInput): Holding {
  const { policies, boundary, controls = NO_CONTROLS, controlsOpen = false, all, granted: before, administrator, partial } = input;
  const granted = controls.reduce((words, level) => intersection(words, grantedBy(level)), before);
  const actions = sparseWithin(granted, escalatingActions());
  const paths = actions === NOTHING ? NO_PATHS : escalationPaths().filter(({ set }) => holdsAll(granted, set));
  const wide = administrator ? NOTHING : sparseWithin(all, wideActions());
  const filled = paths.length > 0 && boundary !== undefined && boundary !== 'unknown' && leavesNothing(grantedBy(boundary), granted);
  const privileges = administrator || partial || wide !== NOTHING ? { administrator, partial, wide } : NO_PRIVILEGES;
  return { policies, boundary, filled, controls, controlsOpen, paths, actions, privileges };
}

function leavesNothing(limit: Actions, granted: Actions): boolean {
  return limit.every((word, place) => (word & ~(granted[place] ?? 0)) === 0);
}

function grantedBy(level: readonly AnalysedStatement[]): Actions {
  const { all, scoped, conditional } = combine(level, undefined);
  return union(all, scoped, conditional);
}

function sparseWithin(words: Actions, { places, words: limits }: ActionSet): ActionSet {
  const held: number[] = [];
  const kept: number[] = [];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const word = (words[place] ?? 0) & (limits[index] ?? 0);
    if (word === 0) continue;
    held.push(place);
    kept.push(word);
  }
  return held.length === 0 ? NOTHING : { places: held, words: kept };
}

/** What of some sets makes a principal privileged. */
export function wideSet(sets: readonly ActionSet[]): ActionSet {
  const words = noActions();
  for (const set of sets) add(words, set);
  return sparseWithin(words, wideActions());
}

let wide: ActionSet | undefined;

/** Actions that, on all resources, make a principal privileged: management of permissions, and reading of data. */
function wideActions(): ActionSet {
  if (wide) return wide;
  const words = noActions();
  for (const service of actionTable().services) {
    for (const action of actionsOfLevels(service, accessLevels.permissionsManagement)) setBit(words, service, action);
  }
  for (const [prefix, names] of Object.entries(dataReadActions)) for (const name of names) add(words, actionsOf(`${prefix}:${name}`));
  wide = sparse(words);
  return wide;
}

/** Whether `other` may do what the caller may not: `unknown` when not all of it could be read. */
export function isMore(other: Privileges, own: Privileges): 'yes' | 'no' | 'unknown' {
  if (other.administrator || !isWithin(other.wide, own.wide)) return 'yes';
  return other.partial ? 'unknown' : 'no';
}

export function isWithin(inner: ActionSet, outer: ActionSet): boolean {
  let at = 0;
  return inner.places.every((place, index) => {
    while (at < outer.places.length && (outer.places[at] ?? 0) < place) at += 1;
    const have = outer.places[at] === place ? (outer.words[at] ?? 0) : 0;
    return ((inner.words[index] ?? 0) & ~have) === 0;
  });
}
