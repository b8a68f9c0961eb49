import { citationsOf, factSources, type Rule } from '@iam-dossier/evaluator';
import type { Paint } from '../terminal/paint.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';
import { hanging } from '../terminal/width.ts';
import { callsFor } from './parts.ts';
import { paintSeverity, ruleOutcomeWords } from './words.ts';

type Look = Pick<Session, 'paint' | 'columns'>;

/** A rule's page. */
export function ruleLines(rule: Rule, look: Look): string[] {
  const { paint, columns } = look;
  const { console, cli, terraform } = rule.remediation;
  return [
    ...hanging('', `${paint.bold(rule.id)}: ${paint.plain(rule.title)}`, columns),
    '',
    ...hanging('', paint.plain(rule.description), columns),
    '',
    ...headLines(rule, look),
    '',
    paint.bold('What it looks at'),
    ...rule.inputs.flatMap((name) => hanging('  - ', paint.plain(`${name}: ${factSources[name].what}`), columns)),
    ...inputLines(rule, look),
    '',
    paint.bold('What it can say'),
    ...tableLines(
      Object.values(rule.messages).map(({ outcome, text }) => [ruleOutcomeWords[outcome], paint.plain(withHoles(text))]),
      { columns },
    ),
    '  All else passes, or the rule does not apply. Missing data is never a pass.',
    '',
    paint.bold('How to mend'),
    ...stepLines('Console', console, paint, columns),
    ...stepLines('AWS CLI', cli, paint, columns),
    ...stepLines('Terraform', terraform, paint, columns),
    ...citationLines(rule, look),
    '',
    paint.bold('References'),
    ...rule.references.map((address) => `  ${paint.plain(address)}`),
  ];
}

/** A sentence before it is filled: `‹count› ways` for `{count} {count|way|ways}`. */
function withHoles(text: string): string {
  return text.replace(/\{(\w+)(?:\|[^|{}]*\|([^|{}]*)|#[\w-]+)?\}/g, (_, name: string, many?: string) => many ?? `‹${name}›`);
}

function headLines(rule: Rule, { paint, columns }: Look): string[] {
  const options = Object.entries(rule.options).map(([name, value]) => `${name} = ${String(value)}`);
  return tableLines(
    [
      ['Severity', paintSeverity(rule.severity, paint)],
      ['Weight', rule.weight === 'criterion' ? 'criterion: can fail an ACCT-002 criterion' : 'supporting: a fact beside the criteria'],
      ['Options', paint.plain(options.length > 0 ? options.join(', ') : 'none')],
      ['Since', paint.plain(rule.since)],
    ],
    { columns },
  );
}

/** The AWS CLI calls whose answers tell any of what a rule looks at. */
export function handedIn(rule: Rule): { asked: string[]; more: string[] } {
  return callsFor(rule.inputs.flatMap((name) => factSources[name].parts));
}

function inputLines(rule: Rule, { paint, columns }: Look): string[] {
  const { asked, more } = handedIn(rule);
  const listed = (head: string, calls: readonly string[]) =>
    calls.length === 0 ? [] : [`  ${head}`, ...calls.flatMap((call) => hanging('    ', paint.plain(call), columns))];
  return [...listed('Hand in the answers of', asked), ...listed(asked.length > 0 ? 'Read as well when handed in' : 'Hand in the answers of', more)];
}

function citationLines(rule: Rule, { paint, columns }: Look): string[] {
  const rows = citationsOf(rule.id).map(({ framework, controls }) => [framework.id, paint.plain(controls.join(', '))]);
  return rows.length === 0 ? [] : ['', paint.bold('Frameworks that cite it'), ...tableLines(rows, { columns })];
}

/** Our own steps may be blocks of code, line by line. */
function stepLines(label: string, text: string, paint: Paint, columns: number): string[] {
  const [first = '', ...rest] = text.split('\n');
  const head = `  ${label.padEnd(9)}  `;
  return [
    ...(label === 'Console' ? hanging(head, paint.plain(first), columns) : [head + paint.plain(first)]),
    ...rest.map((line) => `             ${paint.plain(line)}`),
  ];
}
