import { accessLevels, type Message } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import { functionWords } from '../words/functions.ts';
import { say } from '../words/format.ts';
import { actionsOf, add, countIn, noActions, remove, setBit, union, type Actions } from './action-set.ts';
import { actionsOfLevels, actionTable } from './action-table.ts';
import type { Reach } from './effective.ts';
import { passingActions, serviceAreas } from './service-areas.data.ts';

const CHANGE = accessLevels.write | accessLevels.permissionsManagement | accessLevels.tagging;
/** An area with less than this part of the largest one's actions goes unnamed. */
const SHARE = 0.25;
const MANY_AREAS = 6;
/** Reading so many services beside one's own work is worth a word. */
const MANY_READ = 10;
const NEARLY_ALL = 0.9;

interface Area {
  name: string;
  supporting: boolean;
  /** Number of actions granted. */
  count: number;
}

let changing: Actions | undefined;
let passing: Actions | undefined;

/** What a principal is for, in plain words, from what is granted to it alone: names of policies play no part. */
export function functionOf(reach: Reach, administrator: boolean): Message {
  if (administrator) return say(functionWords, 'administrator');
  const granted = union(union(reach.all, reach.scoped), reach.conditional);
  const others = granted.slice();
  remove(others, reach.own);
  const changes = changesOf(others);
  const read = readServices(others, changes);
  if (granted.every((word) => word === 0)) return say(functionWords, 'none');
  if (isOwnOnly(reach.own, changes, others)) return say(functionWords, 'own');
  if (changes.every((word) => word === 0)) return readerOf(others, read);
  return operatorOf(changes, read);
}

/** Changes nothing but its own user, and reads at most what such a page shows of identities. */
function isOwnOnly(own: Actions, changes: Actions, others: Actions): boolean {
  if (own.every((word) => word === 0) || changes.some((word) => word !== 0)) return false;
  return areasOf(others).every((area) => area.name === 'identity');
}

function operatorOf(changes: Actions, read: ReadonlySet<string>): Message {
  const { services } = actionTable();
  const changed = services.filter((service) => countIn(changes, service) > 0);
  if (changed.length > services.length * NEARLY_ALL) return say(functionWords, 'power');
  const areas = mainAreas(areasOf(changes));
  const more = [...read].filter((prefix) => !changed.some((service) => service.prefix === prefix)).length;
  if (areas.length > MANY_AREAS) return say(functionWords, 'broad-operator', { count: areas.length });
  return named(more >= MANY_READ ? 'operator-reader' : 'operator', areas, more >= MANY_READ ? { count: more } : {});
}

function readerOf(granted: Actions, read: ReadonlySet<string>): Message {
  if (read.size >= MANY_READ) return say(functionWords, 'broad-reader', { count: read.size });
  return named('reader', mainAreas(areasOf(granted)));
}

/** A function by the areas it works in, the largest first. */
function named(kind: 'operator' | 'operator-reader' | 'reader', areas: readonly Area[], data: { count?: number } = {}): Message {
  const [first, second, third] = areas.map((area) => area.name);
  if (first === undefined) return say(functionWords, 'none');
  if (second === undefined) return say(functionWords, `${kind}-1`, { ...data, first });
  if (third === undefined) return say(functionWords, `${kind}-2`, { ...data, first, second });
  return say(functionWords, `${kind}-3`, { ...data, first, second, third });
}

/** Areas by number of actions, the small ones and those that only support left out where others are there. */
function mainAreas(areas: Area[]): Area[] {
  const own = areas.filter((area) => !area.supporting);
  const kept = own.length > 0 ? own : areas;
  const most = Math.max(...kept.map((area) => area.count));
  return kept.filter((area) => area.count >= most * SHARE).sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

function areasOf(words: Actions): Area[] {
  const areas = new Map<string, Area>();
  for (const service of actionTable().services) {
    const count = countIn(words, service);
    if (count === 0) continue;
    const found = serviceAreas.find((area) => area.services.includes(service.prefix));
    const name = found?.name ?? service.name;
    areas.set(name, { name, supporting: found?.supporting ?? false, count: (areas.get(name)?.count ?? 0) + count });
  }
  return [...areas.values()];
}

function readServices(granted: Actions, changes: Actions): Set<string> {
  const reads = granted.slice();
  remove(reads, changes);
  return new Set(actionTable().services.filter((service) => countIn(reads, service) > 0).map((service) => service.prefix));
}

function changesOf(granted: Actions): Actions {
  changing ??= actionsThatChange();
  passing ??= passingActions.reduce((words, pattern) => (add(words, actionsOf(pattern)), words), noActions());
  const limit = changing;
  const changes = granted.map((word, place) => word & (limit[place] ?? 0));
  remove(changes, passing);
  return changes;
}

function actionsThatChange(): Actions {
  const words = noActions();
  for (const service of actionTable().services) for (const action of actionsOfLevels(service, CHANGE)) setBit(words, service, action);
  return words;
}
