import { accessLevels } from '@iam-dossier/core/assessment';
import { serviceLines } from './action-table.data.ts';

/** Letters of the table's five groups, in their order, as access-level bits. */
const groupLevels = [accessLevels.list, accessLevels.read, accessLevels.write, accessLevels.permissionsManagement, accessLevels.tagging] as const;
const BITS = 32;

/** One service of the table. Its actions are numbered from 0, access level by access level, and have their bits from word `start` on. */
export interface ServiceEntry {
  prefix: string;
  name: string;
  /** Number of actions. */
  size: number;
  /** First and one past the last word of an action set that belong to the service. */
  start: number;
  end: number;
  /** Number of actions in each group of {@link groupLevels}. */
  groups: readonly number[];
  line: string;
}

interface Table {
  services: readonly ServiceEntry[];
  byPrefix: ReadonlyMap<string, ServiceEntry>;
  /** Words of an action set. */
  words: number;
}

let table: Table | undefined;
const namesOf = new Map<string, readonly string[]>();

/** The action table, laid out when first used: names are decoded only for services that a policy names. */
export function actionTable(): Table {
  table ??= layOut();
  return table;
}

function layOut(): Table {
  const services: ServiceEntry[] = [];
  let start = 0;
  for (const line of serviceLines) {
    const [prefix = '', name = '', ...lists] = line.split('|');
    const groups = lists.map(entriesIn);
    const size = groups.reduce((sum, count) => sum + count, 0);
    const end = start + Math.ceil(size / BITS);
    services.push({ prefix, name, size, start, end, groups, line });
    start = end;
  }
  return { services, byPrefix: new Map(services.map((service) => [service.prefix, service])), words: start };
}

function entriesIn(list: string): number {
  if (list === '') return 0;
  let count = 1;
  for (let at = list.indexOf(','); at >= 0; at = list.indexOf(',', at + 1)) count += 1;
  return count;
}

/** Names of a service's actions in lower case, in the order of their numbers. */
export function actionNames(service: ServiceEntry): readonly string[] {
  const before = namesOf.get(service.prefix);
  if (before) return before;
  const names = service.line.split('|').slice(2).flatMap(decodeGroup);
  namesOf.set(service.prefix, names);
  return names;
}

/** Undoes the generator's front coding: the first character is the length shared with the name before, in base 36. */
function decodeGroup(list: string): string[] {
  if (list === '') return [];
  let before = '';
  return list.split(',').map((entry) => {
    const name = before.slice(0, Number.parseInt(entry[0] ?? '0', 36)) + entry.slice(1).replace(/\*$/, '');
    before = name;
    return name.toLowerCase();
  });
}

/** Numbers of a service's actions for which IAM takes no resource but the star: they are marked in the table. */
export function starOnlyActions({ line }: ServiceEntry): number[] {
  const marked: number[] = [];
  let action = 0;
  for (let at = line.indexOf('|', line.indexOf('|') + 1) + 1; at < line.length; at += 1) {
    const char = line[at];
    if (char === '*') marked.push(action);
    // Each entry ends with a comma or with its list; a list may be empty.
    else if (char === ',' || (char === '|' && line[at - 1] !== '|')) action += 1;
  }
  return marked;
}

/** Bits of the access levels that a set of actions holds in one service. */
export function levelMask(words: Uint32Array, service: ServiceEntry): number {
  let mask = 0;
  let first = 0;
  for (const [group, count] of service.groups.entries()) {
    if (count > 0 && anyBit(words, service.start, first, first + count)) mask |= groupLevels[group] ?? 0;
    first += count;
  }
  return mask;
}

/** Numbers of a service's actions of the given access levels. */
export function actionsOfLevels(service: ServiceEntry, mask: number): number[] {
  let first = 0;
  return service.groups.flatMap((count, group) => {
    const from = first;
    first += count;
    return ((groupLevels[group] ?? 0) & mask) === 0 ? [] : Array.from({ length: count }, (_, index) => from + index);
  });
}

function anyBit(words: Uint32Array, start: number, from: number, to: number): boolean {
  for (let action = from; action < to;) {
    const bit = action % BITS;
    const length = Math.min(BITS - bit, to - action);
    const wanted = length === BITS ? 0xffffffff : ((1 << length) - 1) << bit;
    if (((words[start + (action - bit) / BITS] ?? 0) & wanted) !== 0) return true;
    action += length;
  }
  return false;
}
