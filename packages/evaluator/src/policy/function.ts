import { accessLevels, type Message } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import { functionWords } from '../words/functions.ts';
import { say } from '../words/format.ts';
import { actionsOf, add, copyOf, countIn, intersection, isEmpty, noActions, remove, servicesIn, setBit, union, type Actions } from './action-set.ts';
import { actionsOfLevels, actionTable } from './action-table.ts';
import type { Reach } from './effective.ts';
import { passingActions, serviceAreas, type ServiceArea } from './service-areas.data.ts';

const CHANGE = accessLevels.write | accessLevels.permissionsManagement | accessLevels.tagging;
/** An area with less than this part of the largest one's actions goes unnamed. */
const SHARE = 0.25;
const MANY_AREAS = 6;
/** Reading so many services beside one's own work is worth a word. */
const MANY_READ = 10;
const NEARLY_ALL = 0.9;
/** Policies that read widely hold some actions that AWS counts as changes: below this part they make no operator. */
const FEW_CHANGES = 0.05;

interface Area {
  name: string;
  supporting: boolean;
  /** Number of actions granted. */
  count: number;
}

let changing: Actions | undefined;
let passing: Actions | undefined;
let byService: ReadonlyMap<string, ServiceArea> | undefined;

/** What a principal is for, in plain words, from what is granted to it alone: names of policies play no part. */
export function functionOf(reach: Reach, administrator: boolean): Message {
  if (administrator) return say(functionWords, 'administrator');
  const granted = union(reach.all, reach.scoped, reach.conditional);
  const others = copyOf(granted);
  remove(others, reach.own);
  const changes = changesOf(others);
  if (isEmpty(granted)) return say(functionWords, 'none');
  if (isOwnOnly(reach.own, changes, others)) return say(functionWords, 'own');
  return isEmpty(changes) ? readerOf(others) : operatorOf(others, changes);
}

/** Changes nothing but its own user, and reads at most what such a page shows of identities. */
function isOwnOnly(own: Actions, changes: Actions, others: Actions): boolean {
  if (isEmpty(own) || !isEmpty(changes)) return false;
  return areasOf(others).every((area) => area.name === 'identity');
}

function operatorOf(others: Actions, changes: Actions): Message {
  const changed = servicesIn(changes);
  if (changed.length > actionTable().services.length * NEARLY_ALL) return say(functionWords, 'power');
  const areas = mainAreas(areasOf(changes));
  const read = servicesIn(others);
  const more = read.length - changed.length;
  const [few, total] = [countAll(changes), countAll(others)];
  if (more >= MANY_READ && few < total * FEW_CHANGES) return say(functionWords, 'nearly-reader', { count: read.length, changes: few, total });
  if (areas.length > MANY_AREAS) return say(functionWords, 'broad-operator', { count: areas.length });
  return named(more >= MANY_READ ? 'operator-reader' : 'operator', areas, more >= MANY_READ ? { count: more } : {});
}

function countAll(words: Actions): number {
  return servicesIn(words).reduce((sum, service) => sum + countIn(words, service), 0);
}

function readerOf(granted: Actions): Message {
  const { length } = servicesIn(granted);
  if (length >= MANY_READ) return say(functionWords, 'broad-reader', { count: length });
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
  for (const service of servicesIn(words)) {
    const count = countIn(words, service);
    const found = areaOf().get(service.prefix);
    const name = found?.name ?? service.name;
    areas.set(name, { name, supporting: found?.supporting ?? false, count: (areas.get(name)?.count ?? 0) + count });
  }
  return [...areas.values()];
}

function areaOf(): ReadonlyMap<string, ServiceArea> {
  byService ??= new Map(serviceAreas.flatMap((area) => area.services.map((prefix) => [prefix, area] as const)));
  return byService;
}

function changesOf(granted: Actions): Actions {
  changing ??= actionsThatChange();
  passing ??= passingActions.reduce((words, pattern) => (add(words, actionsOf(pattern)), words), noActions());
  const changes = intersection(granted, changing);
  remove(changes, passing);
  return changes;
}

function actionsThatChange(): Actions {
  const words = noActions();
  for (const service of actionTable().services) for (const action of actionsOfLevels(service, CHANGE)) setBit(words, service, action);
  return words;
}
