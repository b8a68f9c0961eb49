import type { EffectivePermissions, Profile } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { levelNames, levelRows } from './access-levels.ts';
import { cell, leftWords, subjectAt, type Sheet } from './sheet.ts';

/** One sentence says all that hundreds of equal rows would. */
const noRows = { rows: [], left: '' };

interface PermissionSet {
  permissions: EffectivePermissions;
  profiles: Profile[];
}

/** Principals with the same effective permissions, together, in the order of the first of them. */
export function permissionSets(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const sets = new Map<number, PermissionSet>();
  for (const profile of assessment.profiles) {
    const permissions = assessment.effectivePermissions[profile.effective];
    if (!permissions) continue;
    const set = sets.get(profile.effective) ?? { permissions, profiles: [] };
    set.profiles.push(profile);
    sets.set(profile.effective, set);
  }
  const { shown, left } = take([...sets.values()], budget.permissionSets);
  return {
    levels: levelNames.map((level) => scribe.say(`level.${level}`)),
    sets: shown.map((set) => setView(sheet, set)),
    left: leftWords(sheet, 'sets', left),
  };
}

function setView(sheet: Sheet, { permissions, profiles }: PermissionSet) {
  const { scribe, budget } = sheet;
  const names = take(profiles, budget.namesOfFunction);
  const { rows, left } = grantsAll(permissions) ? noRows : levelRows(sheet, permissions);
  return {
    function: scribe.message(permissions.function),
    names: names.shown.map((profile) => cell(sheet, subjectAt(sheet, profile.subject).name)),
    namesLeft: leftWords(sheet, 'names', names.left),
    marks: marksOf(sheet, permissions),
    gaps: take(permissions.gaps, budget.reasons).shown.map((gap) => cell(sheet, gap.text)),
    none: rows.length === 0 ? scribe.say(noneKey(permissions)) : '',
    rows,
    left,
  };
}

/** Every action of every service there is: the action data knows hundreds. */
function grantsAll({ administrator, services }: EffectivePermissions): boolean {
  return administrator && services.every((service) => service.everyAction);
}

function noneKey(permissions: EffectivePermissions): string {
  const { status, administrator, services } = permissions;
  if (grantsAll(permissions)) return services.length === 0 ? 'set.administrator' : 'set.everything';
  if (administrator) return 'set.administrator';
  return status === 'unknown' ? 'set.unknown' : 'set.nothing';
}

function marksOf({ scribe }: Sheet, { administrator, bounded, guarded, status, services }: EffectivePermissions): string[] {
  const scoped = services.some((service) => service.scoped !== 0);
  const conditional = services.some((service) => service.conditional !== 0);
  const marks = { administrator, bounded, guarded, scoped, conditional, partial: status === 'partial', unknown: status === 'unknown' };
  return Object.entries(marks).filter(([, holds]) => holds).map(([mark]) => scribe.say(`mark.${mark}`));
}
