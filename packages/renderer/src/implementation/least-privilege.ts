import { compareText } from '@iam-dossier/core/json';
import { clip, take } from '../view/index.ts';
import { exhibitOf } from './exhibit.ts';
import { permissionSets } from './permission-sets.ts';
import { functionOf } from './panel.ts';
import { cell, leftWords, subjectAt, type Sheet } from './sheet.ts';
import { declaredOn } from './statements.ts';

/** What principals may do: declared, by function, by service and access level; and who is out of scope, and why. */
export function leastPrivilege(sheet: Sheet) {
  const { scribe } = sheet;
  return {
    lead: scribe.say('least.lead'),
    declared: declaredOn(sheet, 'leastPrivilege'),
    functions: functionTable(sheet),
    permissions: permissionSets(sheet),
    exhibit: exhibitOf(sheet),
    leftOut: leftOutTable(sheet),
  };
}

function functionTable(sheet: Sheet) {
  const { assessment, budget } = sheet;
  const byFunction = new Map<string, string[]>();
  for (const profile of assessment.profiles) {
    const does = functionOf(sheet, profile);
    const names = byFunction.get(does) ?? [];
    names.push(cell(sheet, subjectAt(sheet, profile.subject).name));
    byFunction.set(does, names);
  }
  const functions = [...byFunction].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const { shown, left } = take(functions, budget.functions);
  const rows = shown.map(([does, names]) => {
    const some = take(names, budget.namesOfFunction);
    return { function: does, count: sheet.scribe.words.number(names.length), names: some.shown, left: leftWords(sheet, 'names', some.left) };
  });
  return { rows, left: leftWords(sheet, 'functions', left) };
}

function leftOutTable(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { shown, left } = take(assessment.scope.leftOut, budget.leftOut);
  return {
    none: assessment.scope.leftOut.length === 0 ? scribe.say('left-out.none') : '',
    rows: shown.map(({ reason, count }) => ({ reason: clip(scribe.message(reason), budget.sentence), count: scribe.words.number(count) })),
    left: leftWords(sheet, 'left-out-reasons', left),
  };
}
