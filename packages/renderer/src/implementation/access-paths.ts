import type { AccessPath } from '@iam-dossier/core/assessment';
import { clip, take } from '../view/index.ts';
import { functionOf } from './panel.ts';
import { cell, leftWords, panelId, subjectAt, type Sheet } from './sheet.ts';
import { fromOf } from './ways-in.ts';

/** From person to permission: who comes in, by which way, to which user or role, and what each may do there. */
export function pathsTable(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const functions = new Map(assessment.profiles.map((profile) => [profile.subject, functionOf(sheet, profile)]));
  const { shown, left } = take(assessment.accessPaths, budget.paths);
  return {
    none: assessment.accessPaths.length === 0 ? scribe.say('paths.none') : '',
    rows: shown.map((path) => ({ ...whoOf(sheet, path), ...wayOf(sheet, path), ...endsOf(sheet, path, functions) })),
    left: leftWords(sheet, 'paths', left),
  };
}

/** Those named, and what must be said of those who are not. */
function whoOf(sheet: Sheet, { people, unnamed, known, kind }: AccessPath) {
  const { scribe, budget } = sheet;
  const { shown, left } = take(people, budget.namesOfPath);
  const nobody = people.length + unnamed === 0;
  const notes = [
    ...(left > 0 ? [leftWords(sheet, 'people', left)] : []),
    ...(unnamed > 0 ? [scribe.say('path.unnamed', { count: unnamed })] : []),
    ...(nobody && known === 'measured' ? [scribe.say(kind === 'account' ? 'path.nobody-there' : 'path.nobody-declared')] : []),
    ...(known === 'measured' ? [] : [scribe.say(`path.${known}`)]),
  ];
  return { people: shown.map((name) => cell(sheet, name)), notes };
}

function wayOf(sheet: Sheet, { kind, from, party, through }: AccessPath) {
  const { scribe, budget } = sheet;
  const passed = take(through, budget.namesOfPath);
  const names = passed.shown.map((role) => cell(sheet, subjectAt(sheet, role).name));
  const all = [...names, ...(passed.left > 0 ? [leftWords(sheet, 'names', passed.left)] : [])].join(', ');
  return {
    way: scribe.say(kind === 'user' ? 'path.user' : `way.${kind}`),
    from: kind === 'user' ? '' : clip(fromOf(sheet, { kind, from, party, sameAccount: false }), budget.arn),
    through: all === '' ? '' : clip(scribe.say('path.through', { names: all }), budget.sentence),
  };
}

function endsOf(sheet: Sheet, { ends }: AccessPath, functions: ReadonlyMap<number, string>) {
  const { shown, left } = take(ends, sheet.budget.endsOfPath);
  const rows = shown.map((end) => ({ name: cell(sheet, subjectAt(sheet, end).name), function: functions.get(end) ?? '', id: panelId(end) }));
  return { ends: rows, endsLeft: leftWords(sheet, 'principals', left) };
}
