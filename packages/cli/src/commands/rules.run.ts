import { severities } from '@iam-dossier/core/assessment';
import { citationsOf, rules, type Framework, type Rule } from '@iam-dossier/evaluator';
import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';
import { readFrameworks } from '../inputs/frameworks.ts';
import type { Result } from '../output/result.ts';
import { handedIn, ruleLines } from '../summary/rule.ts';
import { frameworkRuleLines } from '../summary/framework-rules.ts';
import { paintSeverity } from '../summary/words.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';

export function run({ _: words, framework }: { _: string[]; framework?: string }, session: Session): Result {
  const asked = readFrameworks('rules', framework);
  const id = idOf(words);
  if (id !== undefined) return explain(id, asked, session);
  if (asked.length > 0) return listOf(asked, session);
  return { exitCode: 0, json: { rules: rules.map(ruleJson) }, lines: listLines(session) };
}

/** `explain <id>`, or the id alone. */
function idOf([first, second]: readonly string[]): string | undefined {
  if (first !== 'explain') {
    if (second !== undefined) throw usageError('rules', `rules takes one id; ${JSON.stringify(second)} is one more`);
    return first;
  }
  if (second === undefined) throw usageError('rules', 'explain needs the id of a rule: iam-dossier rules explain user-console-mfa');
  return second;
}

function explain(id: string, asked: readonly Framework[], session: Session): Result {
  if (asked.length > 0) throw usageError('rules', '--framework goes with the list; explain names every framework that cites the rule');
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw unknownRule(id);
  return { exitCode: 0, json: { rule: ruleJson(rule) }, lines: ruleLines(rule, session) };
}

function listOf(asked: readonly Framework[], session: Session): Result {
  const cited = new Set(asked.flatMap(({ controls }) => controls.flatMap((control) => control.rules)));
  return {
    exitCode: 0,
    json: { frameworks: asked, rules: rules.filter((rule) => cited.has(rule.id)).map(ruleJson) },
    lines: asked.flatMap((framework, at) => [...(at > 0 ? [''] : []), ...frameworkRuleLines(framework, session)]),
  };
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
    'iam-dossier rules explain <id> explains one; --framework cis-5.0 lists those of a framework.',
  ];
}

function ruleJson(rule: Rule) {
  const { id, title, description, severity, weight, since, inputs, options, messages, remediation, references } = rule;
  const texts = Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, message.text]));
  const frameworks = citationsOf(id).map(({ framework, controls }) => ({ id: framework.id, version: framework.version, controls }));
  return {
    id,
    title,
    description,
    severity,
    weight,
    since,
    inputs,
    calls: handedIn(rule),
    options,
    messages: texts,
    frameworks,
    remediation,
    references,
  };
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
