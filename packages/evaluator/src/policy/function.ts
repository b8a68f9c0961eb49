import { accessLevels, type Message } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import { functionWords } from '../words/functions.ts';
import { say } from '../words/format.ts';
import { actionsOf, add, bitsIn, noActions, remove, servicesIn, setBit, type Actions } from './action-set.ts';
import { actionsOfLevels, actionTable, type ServiceEntry } from './action-table.ts';
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
let byService: ReadonlyMap<string, ServiceArea> | undefined;

/** What a principal is for, in plain words, from what is granted to it alone: names of policies play no part. */
export function functionOf(reach: Reach, administrator: boolean): Message {
  if (administrator) return say(functionWords, 'administrator');
  const { services, own } = countsOf(reach);
  if (services.length === 0) return say(functionWords, own ? 'own' : 'none');
  const changed = services.filter((entry) => entry.changes > 0);
  if (own && isOwnOnly(services, changed)) return say(functionWords, 'own');
  return changed.length === 0 ? readerOf(services) : operatorOf(services, changed);
}

/** How many actions of a service are granted beyond the caller's own user, and how many of them change something. */
interface ServiceCount {
  service: ServiceEntry;
  count: number;
  changes: number;
}

/** One look at each word that is not empty: a principal has few of hundreds. `own`: something is granted on its own user. */
function countsOf({ all, scoped, conditional, own }: Reach): { services: ServiceCount[]; own: boolean } {
  const changing = changingActions();
  const services: ServiceCount[] = [];
  let hasOwn = false;
  for (const service of servicesIn(all, scoped, conditional)) {
    let count = 0;
    let changes = 0;
    for (let place = service.start; place < service.end; place += 1) {
      const mine = own[place] ?? 0;
      const others = ((all[place] ?? 0) | (scoped[place] ?? 0) | (conditional[place] ?? 0)) & ~mine;
      if (mine !== 0) hasOwn = true;
      count += bitsIn(others);
      changes += bitsIn(others & (changing[place] ?? 0));
    }
    if (count > 0) services.push({ service, count, changes });
  }
  return { services, own: hasOwn };
}

/** Changes nothing but its own user, and reads at most what such a page shows of identities. */
function isOwnOnly(services: readonly ServiceCount[], changed: readonly ServiceCount[]): boolean {
  return changed.length === 0 && areasOf(services).every((area) => area.name === 'identity');
}

function operatorOf(services: readonly ServiceCount[], changed: readonly ServiceCount[]): Message {
  if (changed.length > actionTable().services.length * NEARLY_ALL) return say(functionWords, 'power');
  const areas = mainAreas(areasOf(changed.map(({ service, changes }) => ({ service, count: changes }))));
  const more = services.length - changed.length;
  const few = changed.reduce((sum, { changes }) => sum + changes, 0);
  const total = services.reduce((sum, { count }) => sum + count, 0);
  if (more >= MANY_READ && few < total * FEW_CHANGES) return say(functionWords, 'nearly-reader', { count: services.length, changes: few, total });
  if (areas.length > MANY_AREAS) return say(functionWords, 'broad-operator', { count: areas.length });
  return named(more >= MANY_READ ? 'operator-reader' : 'operator', areas, more >= MANY_READ ? { count: more } : {});
}

function readerOf(services: readonly ServiceCount[]): Message {
  if (services.length >= MANY_READ) return say(functionWords, 'broad-reader', { count: services.length });
  return named('reader', mainAreas(areasOf(services)));
}

/** A function by the areas it works in, the largest first. */
function named(kind: 'operator' | 'operator-reader' | 'reader', areas: readonly Area[], data: { count?: number } = {}): Message {
  const [first, second, third] = areas.map((area) => area.name);
  if (first === undefined) return say(functionWords, 'none');
  const words = { ...Object.fromEntries(areas.map(({ name }) => [`area/${name}`, name])), ...functionWords };
  if (second === undefined) return say(words, `${kind}-1`, { ...data, first });
  if (third === undefined) return say(words, `${kind}-2`, { ...data, first, second });
  return say(words, `${kind}-3`, { ...data, first, second, third });
}

/** Areas by number of actions, the small ones and those that only support left out where others are there. */
function mainAreas(areas: Area[]): Area[] {
  const own = areas.filter((area) => !area.supporting);
  const kept = own.length > 0 ? own : areas;
  const most = Math.max(...kept.map((area) => area.count));
  return kept.filter((area) => area.count >= most * SHARE).sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

function areasOf(counts: readonly Pick<ServiceCount, 'service' | 'count'>[]): Area[] {
  const areas = new Map<string, Area>();
  for (const { service, count } of counts) {
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

/** Actions that change something, but those by which a role is only handed on. */
function changingActions(): Actions {
  if (changing) return changing;
  changing = actionsThatChange();
  remove(
    changing,
    passingActions.reduce((words, pattern) => (add(words, actionsOf(pattern)), words), noActions()),
  );
  return changing;
}

function actionsThatChange(): Actions {
  const words = noActions();
  for (const service of actionTable().services) for (const action of actionsOfLevels(service, CHANGE)) setBit(words, service, action);
  return words;
}
