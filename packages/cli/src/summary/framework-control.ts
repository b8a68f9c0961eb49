import type { Outcome } from '@iam-dossier/core/assessment';
import type { ControlResult, FrameworkResult, RuleCount } from '@iam-dossier/evaluator';

const MOST_NAMES = 3;

/** A control in one line: what it asks, then who stands against it, or why nobody can say. */
export function controlText(control: ControlResult): string {
  const why = whyText(control);
  return why === '' ? control.title : `${control.title}: ${why}`;
}

/** All that is known of it: what each rule came to, whose verdict is no pass and why, and how we read it. */
export function controlDetails({ reasons, rules, note }: ControlResult): string[] {
  const findings = rules.flatMap((rule) => rule.findings);
  return [
    ...reasons.map(({ text }) => text),
    ...findings.map((finding) => `${nameOf(finding)}: ${finding.message.text}${finding.waived ? ' (waived)' : ''}`),
    ...(note === undefined ? [] : [note]),
  ];
}

/** The shortest that says why it is no pass. */
function whyText(control: ControlResult): string {
  const { outcome, rules, decidable, needs, reasons } = control;
  if (outcome === 'fail') return onlySentence(rules) ?? namesText(control);
  if (outcome === 'notEvaluated') return firstSentence(rules, outcome) ?? reasons[0]?.text ?? '';
  if (outcome === 'pass' || needs.length === 0) return outcome === 'manual' ? namesText(control) : '';
  return `${decidable === 'no' ? '' : 'the rest '}needs ${needs.join(', ')}`;
}

/** What is said of the account or its root user, if nobody else fails. */
function onlySentence(rules: readonly RuleCount[]): string | undefined {
  const failed = rules.flatMap((rule) => rule.findings).filter((finding) => finding.outcome === 'fail');
  const [only] = failed;
  return failed.length === 1 && only && /:(root|account)$/.test(only.arn) && !only.waived ? only.message.text : undefined;
}

function firstSentence(rules: readonly RuleCount[], outcome: Outcome): string | undefined {
  return rules.flatMap((rule) => rule.findings).find((finding) => finding.outcome === outcome)?.message.text;
}

/** Whose verdicts are the control's. */
function namesText({ outcome, rules }: ControlResult): string {
  const found = rules.flatMap((rule) => rule.findings).filter((finding) => finding.outcome === outcome);
  const names = [...new Set(found.map(nameOf))];
  const rest = names.length - MOST_NAMES;
  const waived = found.filter((finding) => finding.waived).length;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` +${rest}` : ''}${waived > 0 ? ` (${waived} waived)` : ''}`;
}

function nameOf({ arn, name }: RuleCount['findings'][number]): string {
  if (arn.endsWith(':account')) return `account ${name}`;
  return arn.endsWith(':root') ? 'root user' : name;
}

/** A framework's verdicts for machines. */
export function frameworkJson({ controls, population, ...rest }: FrameworkResult): Record<string, unknown> {
  return {
    ...rest,
    population: { kind: population.kind, leftOut: population.leftOut, text: population.message.text },
    controls: controls.map(({ reasons, rules, ...control }) => ({
      ...control,
      reasons: reasons.map(({ text }) => text),
      rules: rules.map(({ findings, ...rule }) => ({
        ...rule,
        findings: findings.map(({ message, ...finding }) => ({ ...finding, message: message.text })),
      })),
    })),
  };
}
