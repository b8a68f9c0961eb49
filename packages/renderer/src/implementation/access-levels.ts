import { accessLevels, type AccessLevel, type EffectivePermissions, type ServiceAccess } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { leftWords, type Sheet } from './sheet.ts';

export const levelNames = Object.keys(accessLevels) as AccessLevel[];

/** How far a level reaches: on every resource, on named ones only, under a condition only, or not at all. */
type Reach = 'all' | 'scoped' | 'conditional' | 'none';

/** Services with the same reach at every level stand in one row. */
export function levelRows(sheet: Sheet, permissions: EffectivePermissions) {
  const { scribe, budget } = sheet;
  const patterns = patternsOf(permissions.services);
  const { shown, left } = take(patterns, budget.patternsOfSet);
  const rows = shown.map(({ services, reaches, everyAction }) => {
    const some = take(services, budget.servicesOfPattern);
    return {
      services: some.shown.map((service) => scribe.text(service)),
      servicesLeft: leftWords(sheet, 'services', some.left),
      everyAction: everyAction ? scribe.say('level.every-action') : '',
      cells: reaches.map((reach) => ({ reach, label: scribe.say(`reach.${reach}`) })),
    };
  });
  return { rows, left: leftWords(sheet, 'patterns', left) };
}

interface Pattern {
  services: string[];
  reaches: Reach[];
  everyAction: boolean;
}

function patternsOf(services: readonly ServiceAccess[]): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const access of services) {
    const reaches = levelNames.map((level) => reachOf(access, accessLevels[level]));
    const { everyAction = false } = access;
    const key = `${everyAction} ${reaches.join(' ')}`;
    const pattern = patterns.get(key) ?? { services: [], reaches, everyAction };
    pattern.services.push(access.service);
    patterns.set(key, pattern);
  }
  return [...patterns.values()].sort((a, b) => weight(b) - weight(a) || b.services.length - a.services.length);
}

function reachOf({ all = 0, scoped = 0, conditional = 0 }: ServiceAccess, bit: number): Reach {
  if ((all & bit) !== 0) return 'all';
  if ((scoped & bit) !== 0) return 'scoped';
  return (conditional & bit) !== 0 ? 'conditional' : 'none';
}

const weights: Record<Reach, number> = { all: 100, scoped: 10, conditional: 1, none: 0 };

/** The widest access first: changes weigh more than reading. */
function weight({ reaches, everyAction }: Pattern): number {
  return (everyAction ? 100_000 : 0) + reaches.reduce((sum, reach, index) => sum + weights[reach] * 2 ** index, 0);
}
