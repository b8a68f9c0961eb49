import { outcomeLetters, type Finding, type RuleResult } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { IndexedSubject } from '../facts/context.ts';
import type { FactStore } from '../facts/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { verdictsOf, type SubjectVerdict } from './population.ts';
import type { Rule } from './rule.ts';
import { waiverOf } from './waivers.ts';

export interface RunOptions {
  subjects: readonly IndexedSubject[];
  engagement: Engagement | undefined;
  issuedAt: string;
}

/** One rule over every account of the run. */
export function runRule(rule: Rule, accounts: readonly FactStore[], options: RunOptions): RuleResult {
  const verdicts = accounts.flatMap((facts) => verdictsOf(rule, facts)).sort((a, b) => a.subject - b.subject);
  const { id, title, description, severity, weight, references, options: settings, remediation } = rule;
  return {
    id,
    title,
    description,
    severity,
    weight,
    references: [...references],
    options: settings,
    remediation,
    population: verdicts.map((entry) => entry.subject),
    outcomes: verdicts.map((entry) => outcomeLetters[entry.verdict.outcome]).join(''),
    findings: verdicts.flatMap((entry) => findingOf(rule, entry, options) ?? []),
  };
}

function findingOf(
  rule: Rule,
  { subject: index, position, verdict }: SubjectVerdict,
  { subjects, engagement, issuedAt }: RunOptions,
): Finding | undefined {
  if (verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') return undefined;
  const subject = subjects[index];
  if (!subject) throw new Error(`${rule.id} judged a subject that is not there: ${index}`);
  const waiver = verdict.outcome === 'fail' ? waiverOf(rule.id, subject.arn, engagement, issuedAt) : undefined;
  return {
    subject: index,
    outcome: verdict.outcome,
    ...(verdict.outcome === 'notEvaluated' ? { reason: verdict.reason } : {}),
    message: verdict.words,
    evidence: (verdict.evidence ?? []).map((path) => ({ snapshot: position, path })),
    quotes: [...(verdict.quotes ?? [])],
    fingerprint: fingerprintOf(rule.id, verdict.message, subject, verdict.data, rule.messages[verdict.message]?.key ?? []),
    ...(waiver ? { waiver } : {}),
  };
}
