import { severities, type Assessment, type Finding, type RuleResult } from '@iam-dossier/core/assessment';
import { tableLines } from '../terminal/table.ts';
import type { Look } from './look.ts';
import { paintSeverity } from './words.ts';

const MOST_NAMES = 3;

/** Rules that failed, worst first; then those that could not be judged, and those that wait for a person's word. */
export function findingLines(assessment: Assessment, look: Look): string[] {
  return [
    ...section('Findings', 'fail', assessment, look),
    ...section('Not evaluated', 'notEvaluated', assessment, look),
    ...section('Needs your word', 'manual', assessment, look),
    ...(assessment.rules.some((rule) => rule.findings.length > 0) ? [] : ['', `No findings: ${assessment.rules.length} rules were judged`]),
  ];
}

function section(title: string, outcome: Finding['outcome'], assessment: Assessment, look: Look): string[] {
  const rules = severities.flatMap((severity) => assessment.rules.filter((rule) => rule.severity === severity));
  const rows = rules.flatMap((rule) => ruleRow(rule, outcome, assessment, look));
  if (rows.length === 0) return [];
  return ['', `${look.paint.bold(title)}${outcome === 'fail' ? `  ${severityCounts(assessment)}` : ''}`, ...tableLines(rows, look)];
}

function severityCounts({ rules }: Assessment): string {
  return severities
    .map((severity) => ({
      severity,
      count: rules
        .filter((rule) => rule.severity === severity)
        .flatMap((rule) => rule.findings)
        .filter((finding) => finding.outcome === 'fail').length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`)
    .join(', ');
}

function ruleRow(rule: RuleResult, outcome: Finding['outcome'], assessment: Assessment, look: Look): string[][] {
  const found = rule.findings.filter((finding) => finding.outcome === outcome);
  if (found.length === 0) return [];
  const judged = rule.outcomes.replaceAll('a', '').length;
  return [[paintSeverity(rule.severity, look.paint), rule.id, `${found.length} of ${judged}`, tellRow(found, outcome, assessment, look)]];
}

/** Whose findings they are; of what was not evaluated, why. */
function tellRow(found: readonly Finding[], outcome: Finding['outcome'], assessment: Assessment, { paint, verbose }: Look): string {
  const waived = found.filter((finding) => finding.waiver).length;
  const told =
    outcome === 'notEvaluated' ? found.map((finding) => finding.message.text) : found.map(({ subject }) => assessment.subjects[subject]?.name ?? '');
  const texts = [...new Set(told)];
  const shown = texts.slice(0, verbose ? undefined : outcome === 'notEvaluated' ? 1 : MOST_NAMES);
  const rest = texts.length - shown.length;
  return `${paint.plain(shown.join(outcome === 'notEvaluated' ? ' ' : ', '))}${rest > 0 ? ` +${rest}` : ''}${waived > 0 ? ` (${waived} waived)` : ''}`;
}
