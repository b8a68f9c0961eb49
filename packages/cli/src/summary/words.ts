import type { Finding, Outcome, Severity } from '@iam-dossier/core/assessment';
import type { Paint } from '../terminal/paint.ts';

/** Verdicts in the words of the documents. */
export const verdictWords: Readonly<Record<Outcome, string>> = {
  fail: 'not met',
  notEvaluated: 'not proven',
  manual: 'not yet answered',
  pass: 'met',
  notApplicable: 'not applicable',
};

/** What a rule's message is said of. */
export const ruleOutcomeWords: Readonly<Record<Finding['outcome'], string>> = {
  fail: 'fails',
  notEvaluated: 'not evaluated',
  manual: 'needs your word',
};

export function paintVerdict(outcome: Outcome, paint: Paint): string {
  const brush = { fail: paint.red, notEvaluated: paint.yellow, manual: paint.yellow, pass: paint.green, notApplicable: paint.dim }[outcome];
  return brush(verdictWords[outcome]);
}

export function paintSeverity(severity: Severity, paint: Paint): string {
  return { critical: paint.red, high: paint.red, medium: paint.yellow, low: paint.plain, info: paint.plain }[severity](severity);
}
