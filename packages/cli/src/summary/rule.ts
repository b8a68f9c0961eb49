import type { Rule } from '@iam-dossier/evaluator';
import type { Paint } from '../terminal/paint.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';
import { hanging } from '../terminal/width.ts';
import { paintSeverity } from './words.ts';

/** A rule's page. */
export function ruleLines(rule: Rule, { paint, columns }: Pick<Session, 'paint' | 'columns'>): string[] {
  const options = Object.entries(rule.options).map(([name, value]) => `${name} = ${String(value)}`);
  const messages = Object.values(rule.messages).map((message) => message.text);
  const { console, cli, terraform } = rule.remediation;
  return [
    `${paint.bold(rule.id)}: ${paint.plain(rule.title)}`,
    '',
    ...hanging('', paint.plain(rule.description), columns),
    '',
    ...tableLines(
      [
        ['Severity', paintSeverity(rule.severity, paint)],
        ['Weight', rule.weight === 'criterion' ? 'criterion: can fail an ACCT-002 criterion' : 'supporting: a fact beside the criteria'],
        ['Needs', paint.plain(rule.inputs.join(', '))],
        ['Options', paint.plain(options.length > 0 ? options.join(', ') : 'none')],
        ['Since', paint.plain(rule.since)],
      ],
      { columns },
    ),
    '',
    paint.bold('What it can say'),
    ...messages.flatMap((text) => hanging('  - ', paint.plain(text), columns)),
    '',
    paint.bold('How to mend'),
    ...stepLines('Console', console, paint, columns),
    ...stepLines('AWS CLI', cli, paint, columns),
    ...stepLines('Terraform', terraform, paint, columns),
    '',
    paint.bold('References'),
    ...rule.references.map((address) => `  ${paint.plain(address)}`),
  ];
}

/** Our own steps may be blocks of code, line by line. */
function stepLines(label: string, text: string, paint: Paint, columns: number): string[] {
  const [first = '', ...rest] = text.split('\n');
  return [...hanging(`  ${label.padEnd(9)}  `, paint.plain(first), columns), ...rest.map((line) => `             ${paint.plain(line)}`)];
}
