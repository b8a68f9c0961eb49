import { findingsOf, outcomeLetters, severities, type Assessment, type Finding, type RuleResult, type Subject } from '@iam-dossier/core/assessment';
import { counted, grouped } from '../terminal/counted.ts';
import { tableLines } from '../terminal/table.ts';
import type { Look } from './look.ts';
import { paintSeverity } from './words.ts';

const MOST_NAMES = 3;
const MOST_RULES = 8;

/** Rules that failed, worst first; then those that could not be judged, those that wait for a person's word, and how many pass. */
export function findingLines(assessment: Assessment, look: Look): string[] {
  return [
    ...section('Findings', 'fail', assessment, look),
    ...section('Not evaluated', 'notEvaluated', assessment, look),
    ...section('Needs your word', 'manual', assessment, look),
    '',
    quietLine(assessment),
  ];
}

function section(title: string, outcome: Finding['outcome'], assessment: Assessment, look: Look): string[] {
  const rules = severities.flatMap((severity) => assessment.rules.filter((rule) => rule.severity === severity && countOf(rule, outcome) > 0));
  if (rules.length === 0) return [];
  const grave = rules.filter((rule) => look.verbose || isGrave(rule));
  const listed = look.verbose ? grave : grave.slice(0, MOST_RULES);
  return [
    '',
    `${look.paint.bold(title)}${outcome === 'fail' ? `  ${severityCounts(assessment)}` : ''}`,
    ...tableLines(
      listed.map((rule) => ruleRow(rule, outcome, assessment, look)),
      look,
    ),
    ...restLines(
      rules.filter((rule) => !listed.includes(rule)),
      listed.length > 0 ? 'more rule' : 'rule',
    ),
  ];
}

/** Told in a row of its own. Others, facts beside the criteria, are only counted: there are dozens of them. */
function isGrave({ weight, severity }: RuleResult): boolean {
  return weight === 'criterion' || severity === 'critical' || severity === 'high';
}

function restLines(rules: readonly RuleResult[], noun: string): string[] {
  if (rules.length === 0) return [];
  const waived = rules.flatMap(findingsOf).filter((finding) => finding.waiver).length;
  const counts = severities
    .map((severity) => ({ severity, count: rules.filter((rule) => rule.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${grouped(count)} ${severity}`);
  return [
    `  ${noun === 'rule' ? '' : '… and '}${counted(rules.length, noun)} (${counts.join(', ')})${waived > 0 ? `, ${waived} waived` : ''}: --verbose names them`,
  ];
}

/** What needs no word. */
function quietLine({ rules }: Assessment): string {
  const quiet = rules.filter((rule) => rule.findings.length === 0);
  const passed = quiet.filter((rule) => rule.outcomes.includes('p')).length;
  const idle = quiet.length - passed;
  return `${passed} of ${counted(rules.length, 'rule')} ${passed === 1 ? 'passes' : 'pass'}${idle > 0 ? `, ${idle} had nothing to judge` : ''}`;
}

function severityCounts({ rules }: Assessment): string {
  return severities
    .map((severity) => ({
      severity,
      count: rules.filter((rule) => rule.severity === severity).reduce((sum, rule) => sum + countOf(rule, 'fail'), 0),
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${grouped(count)} ${severity}`)
    .join(', ');
}

function countOf({ outcomes }: RuleResult, outcome: Finding['outcome']): number {
  return outcomes.split(outcomeLetters[outcome]).length - 1;
}

function ruleRow(rule: RuleResult, outcome: Finding['outcome'], assessment: Assessment, look: Look): string[] {
  const found = findingsOf(rule).filter((finding) => finding.outcome === outcome);
  const judged = rule.outcomes.replaceAll('a', '').length;
  return [
    paintSeverity(rule.severity, look.paint),
    rule.id,
    `${grouped(countOf(rule, outcome))} of ${grouped(judged)}`,
    tellRow(found, outcome, assessment, look),
  ];
}

function nameOf(subject: Subject | undefined): string {
  return subject?.type === 'rootUser' ? 'root user' : (subject?.name ?? '');
}

/** Whose findings they are; of what was not evaluated, why. */
function tellRow(found: readonly Finding[], outcome: Finding['outcome'], assessment: Assessment, { paint, verbose }: Look): string {
  const waived = found.filter((finding) => finding.waiver).length;
  const told =
    outcome === 'notEvaluated' ? found.map((finding) => finding.message.text) : found.map(({ subject }) => nameOf(assessment.subjects[subject]));
  const texts = [...new Set(told)];
  const shown = texts.slice(0, verbose ? undefined : outcome === 'notEvaluated' ? 1 : MOST_NAMES);
  const rest = texts.length - shown.length;
  return `${paint.plain(shown.join(outcome === 'notEvaluated' ? ' ' : ', '))}${rest > 0 ? ` +${grouped(rest)}` : ''}${waived > 0 ? ` (${waived} waived)` : ''}`;
}
