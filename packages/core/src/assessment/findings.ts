import type { Finding } from './verdicts.ts';

/** A rule's findings, one for each subject: those told once for many subjects are told of each. */
export function findingsOf({ findings }: { findings: readonly Finding[] }): Finding[] {
  return findings.flatMap((finding) => subjectsOf(finding).map((subject) => (subject === finding.subject ? finding : { ...finding, subject })));
}

/** Everything a finding is about. */
export function subjectsOf({ subject, alike = [] }: Pick<Finding, 'subject' | 'alike'>): readonly number[] {
  return [subject, ...alike];
}
