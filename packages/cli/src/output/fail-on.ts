import { findingsOf, severities, type Assessment, type Finding, type RuleResult, type Severity } from '@iam-dossier/core/assessment';
import { grouped } from '../terminal/counted.ts';

export interface FoundBy {
  rule: RuleResult;
  finding: Finding;
}

/**
 * Findings that make the exit code 1: failed or not evaluated, at or above a severity. What waits for a person's word
 * does not, and neither does a failure that somebody waived; both stay in every document.
 */
export function findingsAtOrAbove(assessment: Assessment, threshold: string): FoundBy[] {
  const worst = severities.slice(0, severities.indexOf(threshold as Severity) + 1);
  return assessment.rules
    .filter((rule) => worst.includes(rule.severity))
    .flatMap((rule) =>
      findingsOf(rule)
        .filter(counts)
        .map((finding) => ({ rule, finding })),
    );
}

function counts(finding: Finding): boolean {
  return finding.outcome !== 'manual' && finding.waiver === undefined;
}

/** The sentence that explains an exit code of 1. */
export function failOnText(found: readonly FoundBy[], threshold: string): string {
  const failed = found.filter(({ finding }) => finding.outcome === 'fail').length;
  const rest = found.length - failed;
  const parts = [...(failed > 0 ? [`${grouped(failed)} failed`] : []), ...(rest > 0 ? [`${grouped(rest)} not evaluated`] : [])];
  return `Exit code 1: ${parts.join(' and ')} at severity ${threshold}${threshold === 'critical' ? '' : ' or above'} (--fail-on)`;
}
