import type { PatternElement } from '@iam-dossier/core/policy-document';
import { actionNames, actionTable, type ServiceEntry } from './action-table.ts';
import { fitsGlob } from './glob.ts';

/** A set of actions of the table: only the words that are not empty, ascending. */
export interface ActionSet {
  places: readonly number[];
  words: readonly number[];
}

/** A set that can be added to and taken from: every word of the table. */
export type Actions = Uint32Array;

export interface ExpandedActions {
  set: ActionSet;
  /** Patterns that name no action of the table: newer than the data, or misspelt. */
  unknown: readonly string[];
}

const ALL_BITS = 0xffffffff;

export function noActions(): Actions {
  return new Uint32Array(actionTable().words);
}

/** The actions that an Action or NotAction element stands for. */
export function expandActions({ negated, patterns }: PatternElement): ExpandedActions {
  const words = noActions();
  const unknown = patterns.filter((pattern) => !addPattern(words, pattern));
  if (negated) invert(words);
  return { set: sparse(words), unknown: negated ? [] : unknown };
}

/** The set of one pattern. */
export function actionsOf(pattern: string): ActionSet {
  return expandActions({ negated: false, patterns: [pattern] }).set;
}

function addPattern(words: Actions, pattern: string): boolean {
  const lower = pattern.toLowerCase();
  const { services } = actionTable();
  if (lower === '*') return services.map((service) => fill(words, service)).length > 0;
  const colon = lower.indexOf(':');
  const [prefix, name] = colon < 0 ? ['', ''] : [lower.slice(0, colon), lower.slice(colon + 1)];
  return servicesOf(prefix).map((service) => addNames(words, service, name)).includes(true);
}

function servicesOf(prefix: string): readonly ServiceEntry[] {
  const { services, byPrefix } = actionTable();
  const exact = byPrefix.get(prefix);
  if (exact) return [exact];
  return /[*?]/.test(prefix) ? services.filter((service) => fitsGlob(prefix, service.prefix)) : [];
}

function addNames(words: Actions, service: ServiceEntry, name: string): boolean {
  if (/^\*+$/.test(name)) return fill(words, service);
  let found = false;
  for (const [index, known] of actionNames(service).entries()) {
    if (known !== name && !fitsGlob(name, known)) continue;
    setBit(words, service, index);
    found = true;
  }
  return found;
}

function fill(words: Actions, service: ServiceEntry): boolean {
  words.fill(ALL_BITS, service.start, service.end);
  const rest = service.size % 32;
  if (rest > 0) words[service.end - 1] = (1 << rest) - 1;
  return true;
}

export function setBit(words: Actions, service: ServiceEntry, action: number): void {
  const place = service.start + (action >>> 5);
  words[place] = (words[place] ?? 0) | (1 << (action & 31));
}

let everything: Actions | undefined;

/** Every action of the table. */
export function allActions(): Actions {
  if (everything) return everything;
  const words = noActions();
  for (const service of actionTable().services) fill(words, service);
  everything = words;
  return words;
}

function invert(words: Actions): void {
  const all = allActions();
  for (let place = 0; place < words.length; place += 1) words[place] = (all[place] ?? 0) & ~(words[place] ?? 0);
}

function sparse(words: Actions): ActionSet {
  const places: number[] = [];
  const kept: number[] = [];
  for (const [place, word] of words.entries()) {
    if (word === 0) continue;
    places.push(place);
    kept.push(word);
  }
  return { places, words: kept };
}

/** Adds a set, within `limit` where given. */
export function add(words: Actions, set: ActionSet, limit?: Actions): void {
  for (let index = 0; index < set.places.length; index += 1) {
    const place = set.places[index] ?? 0;
    const word = (set.words[index] ?? 0) & (limit ? (limit[place] ?? 0) : ALL_BITS);
    words[place] = (words[place] ?? 0) | word;
  }
}

export function remove(words: Actions, taken: Actions): void {
  for (let place = 0; place < words.length; place += 1) words[place] = (words[place] ?? 0) & ~(taken[place] ?? 0);
}

export function intersection(a: Actions, b: Actions): Actions {
  return a.map((word, place) => word & (b[place] ?? 0));
}

export function union(a: Actions, b: Actions): Actions {
  return a.map((word, place) => word | (b[place] ?? 0));
}

/** Whether a set has an action that is also in `words`. */
export function meets(set: ActionSet, words: Actions): boolean {
  return set.places.some((place, index) => ((set.words[index] ?? 0) & (words[place] ?? 0)) !== 0);
}

/** Whether `words` holds every action of the service. */
export function holdsService(words: Actions, service: ServiceEntry): boolean {
  const all = allActions();
  for (let place = service.start; place < service.end; place += 1) if (words[place] !== all[place]) return false;
  return service.size > 0;
}

/** Number of actions in the service's part of a set. */
export function countIn(words: Actions, service: ServiceEntry): number {
  let count = 0;
  for (let place = service.start; place < service.end; place += 1) {
    for (let word = words[place] ?? 0; word !== 0; word &= word - 1) count += 1;
  }
  return count;
}
