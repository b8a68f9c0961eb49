import { severities } from '@iam-dossier/core/assessment';
import { rules, type Rule } from '@iam-dossier/evaluator';
import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';
import type { Result } from '../output/result.ts';
import { ruleLines } from '../summary/rule.ts';
import { paintSeverity } from '../summary/words.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';

export function run({ _: [id] }: { _: string[] }, session: Session): Result {
  if (id === undefined) return { exitCode: 0, json: { rules: rules.map(ruleJson) }, lines: listLines(session) };
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw unknownRule(id);
  return { exitCode: 0, json: { rule: ruleJson(rule) }, lines: ruleLines(rule, session) };
}

function listLines({ paint, columns }: Session): string[] {
  const sorted = severities.flatMap((severity) => rules.filter((rule) => rule.severity === severity));
  return [
    `${rules.length} rules. criterion: can fail an ACCT-002 criterion. supporting: a fact beside them.`,
    '',
    ...tableLines(
      sorted.map((rule) => [paintSeverity(rule.severity, paint), paint.bold(rule.id), rule.weight, paint.plain(rule.title)]),
      { columns },
    ),
    '',
    'iam-dossier rules <id> explains one.',
  ];
}

function ruleJson({ id, title, description, severity, weight, since, inputs, options, messages, remediation, references }: Rule) {
  const texts = Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, message.text]));
  return { id, title, description, severity, weight, since, inputs, options, messages: texts, remediation, references };
}

function unknownRule(id: string) {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return usageError(
    'rules',
    `there is no rule ${JSON.stringify(id)}.${near === undefined ? ' iam-dossier rules lists them.' : ` Did you mean ${near}?`}`,
  );
}
