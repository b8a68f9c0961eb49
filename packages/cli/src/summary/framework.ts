import type { Outcome } from '@iam-dossier/core/assessment';
import { isNotDecidable, type ControlResult, type FrameworkResult, type RuleCount } from '@iam-dossier/evaluator';
import { grouped } from '../terminal/counted.ts';
import { hanging, padded, widthOf } from '../terminal/width.ts';
import type { Look } from './look.ts';
import { controlDetails, controlText } from './framework-control.ts';
import { paintSeverity } from './words.ts';

/** Groups of controls, worst first. */
const groups = [
  ['fail', 'Not met', 'not met'],
  ['notEvaluated', 'Not proven: the data needed is not all there', 'not proven'],
  ['manual', 'Needs your word', 'need your word'],
  ['notDecidable', 'Not in IAM data', 'not in IAM data'],
  ['pass', 'Met', 'met'],
  ['notApplicable', 'Not applicable', 'not applicable'],
] as const satisfies readonly (readonly [Outcome | 'notDecidable', string, string])[];

/** A framework's controls with their verdicts, to be read in ten seconds. */
export function frameworkLines(result: FrameworkResult, look: Look): string[] {
  const { paint, columns } = look;
  const { title, version, status, counts, population } = result;
  const head = `${paint.bold(title)} ${paint.plain(version)}${status === 'paused' ? paint.yellow(' (paused by its publisher)') : ''}`;
  const told = groups.filter(([group]) => counts[group] > 0).map(([group, , words]) => paintCount(group, counted(counts[group], words), look));
  return [
    ...hanging('', head, columns),
    ...hanging('', told.join(', '), columns),
    ...hanging('', paint.plain(population.message.text), columns),
    ...groups.flatMap(([group, words]) => groupLines(group, words, result, look)),
  ];
}

function counted(count: number, words: string): string {
  return `${count} ${count === 1 && words.startsWith('need ') ? words.replace('need ', 'needs ') : words}`;
}

function paintCount(group: (typeof groups)[number][0], text: string, { paint }: Look): string {
  const brush = { fail: paint.red, pass: paint.green, notEvaluated: paint.yellow, manual: paint.yellow }[group as string] ?? paint.plain;
  return brush(text);
}

function groupLines(group: string, words: string, { controls }: FrameworkResult, look: Look): string[] {
  const own = controls.filter((control) => groupOf(control) === group);
  if (own.length === 0) return [];
  const heads = own.map((control) => headCells(control, look));
  const widths = [0, 1, 2].map((at) => Math.max(...heads.map((cells) => widthOf(cells[at] ?? ''))));
  const lines = own.flatMap((control, nth) => {
    const cells = (heads[nth] ?? []).flatMap((cell, at) => (widths[at] === 0 ? [] : [padded(cell, widths[at] ?? 0)]));
    return rowLines(`  ${cells.join('  ')}  `, control, look);
  });
  return ['', look.paint.bold(words), ...lines];
}

function rowLines(head: string, control: ControlResult, { paint, columns, verbose }: Look): string[] {
  const line = hanging(head, paint.plain(controlText(control)), columns);
  if (!verbose) return line;
  const indent = ' '.repeat(widthOf(head));
  return [...line, ...controlDetails(control).flatMap((text) => hanging(`${indent}- `, paint.dim(text), columns))];
}

function groupOf(control: ControlResult): string {
  return isNotDecidable(control) ? 'notDecidable' : control.outcome;
}

function headCells(control: ControlResult, { paint }: Look): string[] {
  const { id, level, severity } = control;
  return [paint.bold(id), severity === undefined ? (level ?? '') : paintSeverity(severity, paint), countText(control)];
}

/** `2 of 41`: of the rule that decides, how many have the verdict told. */
function countText({ rules: [deciding] }: ControlResult): string {
  if (!deciding || deciding.judged === 0) return '';
  return `${grouped(told(deciding))} of ${grouped(deciding.judged)}`;
}

function told({ outcome, failed, notEvaluated, manual, passed }: RuleCount): number {
  return { fail: failed, notEvaluated, manual, pass: passed, notApplicable: 0 }[outcome];
}
