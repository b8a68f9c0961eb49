import type { PatternElement } from '@iam-dossier/core/policy-document';
import { actionNames, actionTable, starOnlyActions, type ServiceEntry } from './action-table.ts';
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

/** Sets are cut from slabs of so many: each buffer of its own would cost more than what is done with it. */
const SLAB = 128;
let slab = new Uint32Array(0);
let cut = 0;

export function noActions(): Actions {
  const { words } = actionTable();
  if (cut + words > slab.length) {
    slab = new Uint32Array(words * SLAB);
    cut = 0;
  }
  cut += words;
  return slab.subarray(cut - words, cut);
}

let lent: Actions | undefined;

/** A set without actions, for as long as nobody else asks for one: to look at what comes together, and forget it. */
export function emptied(): Actions {
  lent ??= noActions();
  return lent.fill(0);
}

/** A set of its own with the same actions. */
export function copyOf(words: Actions): Actions {
  const copy = noActions();
  copy.set(words);
  return copy;
}

/** The actions that an Action or NotAction element stands for. */
export function expandActions({ negated, patterns }: PatternElement): ExpandedActions {
  const sets: ActionSet[] = [];
  const unknown: string[] = [];
  for (const pattern of patterns) {
    const set = actionsOf(pattern);
    if (set.places.length === 0) unknown.push(pattern);
    else sets.push(set);
  }
  return negated ? { set: sparse(complement(spread(sets))), unknown: [] } : { set: together(sets), unknown };
}

function spread(sets: readonly ActionSet[]): Actions {
  const words = noActions();
  for (const set of sets) add(words, set);
  return words;
}

/** So many words are put in order one by one; more are cheaper over the whole table. */
const FEW_PLACES = 40;

/** All actions of the sets. Most statements name a few actions of a service or two. */
function together(sets: readonly ActionSet[]): ActionSet {
  const [first, ...others] = sets;
  if (first === undefined || others.length === 0) return first ?? { places: [], words: [] };
  if (sets.reduce((sum, set) => sum + set.places.length, 0) > FEW_PLACES) return sparse(spread(sets));
  const places = [...first.places];
  const words = [...first.words];
  for (const set of others) for (const [index, place] of set.places.entries()) insert(places, words, place, set.words[index] ?? 0);
  return { places, words };
}

function insert(places: number[], words: number[], place: number, word: number): void {
  let at = places.length;
  while (at > 0 && (places[at - 1] ?? 0) > place) at -= 1;
  if (places[at - 1] === place) words[at - 1] = ((words[at - 1] ?? 0) | word) >>> 0;
  else {
    places.splice(at, 0, place);
    words.splice(at, 0, word);
  }
}

const expanded = new Map<string, ActionSet>();

/** The actions that fit one pattern, expanded once: policies share theirs. */
export function actionsOf(pattern: string): ActionSet {
  const before = expanded.get(pattern);
  if (before) return before;
  const set = expand(pattern.toLowerCase());
  expanded.set(pattern, set);
  return set;
}

function expand(pattern: string): ActionSet {
  if (/^\*+$/.test(pattern)) return sparse(allActions());
  const colon = pattern.indexOf(':');
  const [prefix, name] = colon < 0 ? ['', ''] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
  const services = servicesOf(prefix);
  const [only] = services;
  if (only && services.length === 1 && !hasWildcard(name)) return oneAction(only, name);
  const words = noActions();
  for (const service of services) addNames(words, service, name);
  return sparse(words);
}

function hasWildcard(name: string): boolean {
  return name.includes('*') || name.includes('?');
}

const NONE: ActionSet = { places: [], words: [] };

function oneAction(service: ServiceEntry, name: string): ActionSet {
  const action = actionNames(service).indexOf(name);
  return action < 0 ? NONE : { places: [service.start + (action >>> 5)], words: [(1 << (action & 31)) >>> 0] };
}

function servicesOf(prefix: string): readonly ServiceEntry[] {
  const { services, byPrefix } = actionTable();
  const exact = byPrefix.get(prefix);
  if (exact) return [exact];
  return /[*?]/.test(prefix) ? services.filter((service) => fitsGlob(prefix, service.prefix)) : [];
}

function addNames(words: Actions, service: ServiceEntry, name: string): void {
  if (/^\*+$/.test(name)) return fill(words, service);
  const start = name.slice(0, name.search(/[*?]|$/));
  const names = actionNames(service);
  for (let index = 0; index < names.length; index += 1) {
    const known = names[index] ?? '';
    if (known.startsWith(start) && fitsGlob(name, known)) setBit(words, service, index);
  }
}

function fill(words: Actions, service: ServiceEntry): void {
  words.fill(ALL_BITS, service.start, service.end);
  const rest = service.size % 32;
  if (rest > 0) words[service.end - 1] = (1 << rest) - 1;
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

let withResource: Actions | undefined;

/** Every action for which IAM takes a resource beside the star. */
export function actionsWithResource(): Actions {
  if (withResource) return withResource;
  const starOnly = noActions();
  for (const service of actionTable().services) for (const action of starOnlyActions(service)) setBit(starOnly, service, action);
  withResource = complement(starOnly);
  return withResource;
}

/** Every action that is not in the set. */
export function complement(words: Actions): Actions {
  const others = copyOf(allActions());
  remove(others, words);
  return others;
}

/** The words of a set that are not empty. */
export function sparse(words: Actions): ActionSet {
  const places: number[] = [];
  const kept: number[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? 0;
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
  const both = copyOf(a);
  for (let place = 0; place < both.length; place += 1) both[place] = (both[place] ?? 0) & (b[place] ?? 0);
  return both;
}

export function union(first: Actions, ...others: readonly Actions[]): Actions {
  const any = copyOf(first);
  for (const set of others) for (let place = 0; place < any.length; place += 1) any[place] = (any[place] ?? 0) | (set[place] ?? 0);
  return any;
}

export function isEmpty(words: Actions): boolean {
  for (let place = 0; place < words.length; place += 1) if (words[place] !== 0) return false;
  return true;
}

let owners: readonly ServiceEntry[] | undefined;

/** The service of each word. */
function servicesOfWords(): readonly ServiceEntry[] {
  owners ??= actionTable().services.flatMap((service) => Array.from({ length: service.end - service.start }, () => service));
  return owners;
}

/** The services in which one of the sets holds something. */
export function servicesIn(words: Actions, second: Actions = words, third: Actions = words): ServiceEntry[] {
  const services: ServiceEntry[] = [];
  const owner = servicesOfWords();
  for (let place = 0; place < words.length; place += 1) {
    if (((words[place] ?? 0) | (second[place] ?? 0) | (third[place] ?? 0)) === 0) continue;
    const service = owner[place];
    if (!service) continue;
    services.push(service);
    place = service.end - 1;
  }
  return services;
}

/** Whether a set has an action that is also in `words`. */
export function meets(set: ActionSet, words: Actions): boolean {
  const { places } = set;
  for (let index = 0; index < places.length; index += 1) if (((set.words[index] ?? 0) & (words[places[index] ?? 0] ?? 0)) !== 0) return true;
  return false;
}

/** Whether a set has an action that is also in `a` and `b`. */
export function meetsBoth({ places, words }: ActionSet, a: Actions, b: Actions): boolean {
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    if (((words[index] ?? 0) & (a[place] ?? 0) & (b[place] ?? 0)) !== 0) return true;
  }
  return false;
}

/** Whether `words` holds every action of the service. */
export function holdsService(words: Actions, service: ServiceEntry): boolean {
  const all = allActions();
  for (let place = service.start; place < service.end; place += 1) if (words[place] !== all[place]) return false;
  return service.size > 0;
}

/** {@link holdsService} of a set that is not spread out. */
export function setHoldsService({ places, words }: ActionSet, service: ServiceEntry): boolean {
  const all = allActions();
  const first = places.indexOf(service.start);
  if (first < 0 || service.size === 0) return false;
  for (let place = service.start; place < service.end; place += 1) {
    const index = first + place - service.start;
    if (places[index] !== place || words[index] !== all[place]) return false;
  }
  return true;
}

/** Number of bits of a word. */
export function bitsIn(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Number of actions in the service's part of a set. */
export function countIn(words: Actions, service: ServiceEntry): number {
  let count = 0;
  for (let place = service.start; place < service.end; place += 1) count += bitsIn(words[place] ?? 0);
  return count;
}
