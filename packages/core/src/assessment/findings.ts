import type { Finding } from './verdicts.ts';

/** A rule's findings, one for each subject: what is said once of many is said of each. */
export function findingsOf({ findings }: { findings: readonly Finding[] }): Finding[] {
  return findings.flatMap(({ alike = [], ...finding }) => [finding, ...alike.map((other) => ({ ...finding, ...other }))]);
}

/** Everything a finding is about. */
export function subjectsOf({ subject, alike = [] }: Pick<Finding, 'subject' | 'alike'>): readonly number[] {
  return [subject, ...alike.map((other) => other.subject)];
}
