import { findingsOf, type Assessment } from '@iam-dossier/core/assessment';
import { failureCounts } from './declarations.ts';

/** An assessment's verdicts for machines; the whole of it stands in the file that `-o` writes. */
export function assessmentJson(assessment: Assessment): Record<string, unknown> {
  const { readiness, criteria, snapshots, scope, subjects, rules, issuedAt, engagement, checklist, claims, declaredFacts, waivers } = assessment;
  const arn = (index: number) => subjects[index]?.arn;
  return {
    checklist,
    engagement,
    issuedAt,
    accounts: snapshots.map(({ id, account, collectedAt, asOf, digest }) => ({ snapshot: id, digest, account: account.id, collectedAt, asOf })),
    scope,
    ready: readiness.ready,
    criteria: criteria.map(({ id, title, outcome, summary, reasons }) => ({
      id,
      title,
      outcome,
      summary: summary.text,
      reasons: reasons.map(({ text }) => text),
    })),
    blockers: readiness.blockers.map((blocker) => ({ ...blocker, message: blocker.message.text, subjects: blocker.subjects.map(arn) })),
    warnings: readiness.warnings.map(({ text }) => text),
    claims: claims.map(({ id, claim, criterion, outcome, proven, against, unclear }) => ({
      id,
      claim,
      criterion,
      outcome,
      proven: proven?.text ?? null,
      against: against.map(({ message, subject }) => ({ message: message.text, subject: subject === undefined ? undefined : arn(subject) })),
      unclear: unclear.map(({ message }) => message.text),
    })),
    declaredFacts,
    waivers,
    failures: failureCounts(assessment),
    findings: rules.flatMap((rule) =>
      findingsOf(rule).map(({ subject, outcome, reason, message, fingerprint, waiver }) => ({
        rule: rule.id,
        severity: rule.severity,
        weight: rule.weight,
        outcome,
        reason,
        subject: arn(subject),
        message: message.text,
        fingerprint,
        waived: waiver !== undefined,
      })),
    ),
  };
}
