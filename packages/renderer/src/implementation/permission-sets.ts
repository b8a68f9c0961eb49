import type { EffectivePermissions, Profile } from '@iam-dossier/core/assessment';
import { clip, fit, linesIn, take } from '../view/index.ts';
import { levelNames, levelRows } from './access-levels.ts';
import { cell, leftWords, sentences, subjectAt, type Sheet } from './sheet.ts';

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
  const drawn = take([...sets.values()], budget.permissionSets.most).shown.map((set) => setView(sheet, set));
  const { shown } = fit(drawn, budget.permissionSets, setLines);
  return {
    levels: levelNames.map((level) => scribe.say(`level.${level}`)),
    sets: shown,
    left: leftWords(sheet, 'sets', sets.size - shown.length),
  };
}

function setView(sheet: Sheet, { permissions, profiles }: PermissionSet) {
  const { scribe, budget } = sheet;
  const names = take(profiles, budget.namesOfFunction);
  const { rows, left } = grantsAll(permissions) ? noRows : levelRows(sheet, permissions);
  return {
    function: clip(scribe.message(permissions.function), budget.function),
    names: names.shown.map((profile) => cell(sheet, subjectAt(sheet, profile.subject).name)),
    namesLeft: leftWords(sheet, 'names', names.left),
    marks: marksOf(sheet, permissions),
    wildcards: wildcardsOf(sheet, permissions),
    gaps: sentences(sheet, permissions.gaps),
    none: rows.length === 0 ? scribe.say(noneKey(permissions)) : '',
    rows,
    left,
  };
}

/** Wildcards as figures; nothing of policies that are not in the data. */
function wildcardsOf({ scribe }: Sheet, { status, wildcards }: EffectivePermissions): string {
  if (status === 'unknown') return '';
  if (!wildcards) return scribe.say('set.no-wildcards');
  const { actions, wholeServices, resources, negated } = wildcards;
  return scribe.say('set.wildcards', { actions, whole: wholeServices, resources, negated });
}

/** Printed lines a set takes, estimated. */
function setLines({ names, wildcards, gaps, rows }: ReturnType<typeof setView>): number {
  const services = rows.reduce((sum, row) => sum + 0.8 + linesIn(32, row.services.join(', ')) + (row.everyAction === '' ? 0 : 1), 0);
  return 7 + linesIn(90, names.join(', ')) + linesIn(100, wildcards, ...gaps) + services;
}

/** Every action of every service there is: the action data knows hundreds. */
function grantsAll({ administrator, services }: EffectivePermissions): boolean {
  return administrator && services.every((service) => service.everyAction === true);
}

function noneKey(permissions: EffectivePermissions): string {
  const { status, administrator, services } = permissions;
  if (grantsAll(permissions)) return services.length === 0 ? 'set.administrator' : 'set.everything';
  if (administrator) return 'set.administrator';
  return status === 'unknown' ? 'set.unknown' : 'set.nothing';
}

function marksOf({ scribe }: Sheet, { administrator, bounded, guarded, status, services }: EffectivePermissions): string[] {
  const scoped = services.some((service) => (service.scoped ?? 0) !== 0);
  const conditional = services.some((service) => (service.conditional ?? 0) !== 0);
  const marks = { administrator, bounded, guarded, scoped, conditional, partial: status === 'partial', unknown: status === 'unknown' };
  return Object.entries(marks)
    .filter(([, holds]) => holds)
    .map(([mark]) => scribe.say(`mark.${mark}`));
}
