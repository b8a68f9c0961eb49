import { rules, type Control, type Framework } from '@iam-dossier/evaluator';
import { hanging, padded } from '../terminal/width.ts';
import type { Session } from '../terminal/session.ts';
import { paintSeverity } from './words.ts';

type Look = Pick<Session, 'paint' | 'columns'>;

/** A framework's controls with the rules that judge them. */
export function frameworkRuleLines({ id, title, version, about, controls }: Framework, look: Look): string[] {
  const { paint, columns } = look;
  const indent = ' '.repeat(Math.max(...controls.map((control) => control.id.length)) + 4);
  const widest = Math.max(...controls.flatMap((control) => control.rules.map((rule) => rule.length)));
  return [
    ...hanging('', `${paint.bold(title)} ${paint.plain(version)} (${paint.plain(id)})`, columns),
    ...hanging('', paint.plain(about), columns),
    '',
    ...controls.flatMap((control) => [
      ...hanging(padded(`  ${paint.bold(control.id)}`, indent.length), paint.plain(headOf(control)), columns),
      ...control.rules.flatMap((rule) => hanging(`${indent}${severityOf(rule, look)}  ${padded(rule, widest)}  `, paint.dim(titleOf(rule)), columns)),
    ]),
    '',
    'Ids are the publisher’s, titles ours; neither AWS nor CIS has reviewed this.',
  ];
}

function headOf({ title, rules: cited, retired }: Control): string {
  if (retired !== undefined) return `${title}: withdrawn in ${retired}`;
  return cited.length === 0 ? `${title}: not in IAM data` : title;
}

function severityOf(id: string, { paint }: Look): string {
  const rule = rules.find((one) => one.id === id);
  return padded(rule ? paintSeverity(rule.severity, paint) : '', 'critical'.length);
}

function titleOf(id: string): string {
  return rules.find((one) => one.id === id)?.title ?? 'not in this version';
}
