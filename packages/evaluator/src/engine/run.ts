import { outcomeLetters, type Finding, type RuleResult } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { digestOf } from '@iam-dossier/core/json';
import type { IndexedSubject } from '../facts/context.ts';
import type { FactStore } from '../facts/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { verdictsOf, type SubjectVerdict, type WordedVerdict } from './population.ts';
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
    findings: findingsOf(rule, verdicts, options),
  };
}

function findingsOf(rule: Rule, verdicts: readonly SubjectVerdict[], options: RunOptions): Finding[] {
  const findings: Finding[] = [];
  const unproven = new Map<string, Finding>();
  for (const entry of verdicts) {
    const { subject, verdict } = entry;
    if (verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') continue;
    if (verdict.outcome !== 'notEvaluated') findings.push(findingOf(rule, entry, verdict, options));
    else {
      // Thousands of principals may lack the same policy: that is told once.
      const fingerprint = digestOf({ data: verdict.words.data, message: verdict.message, reason: verdict.reason, rule: rule.id });
      const before = unproven.get(fingerprint);
      if (before) addSubject(before, subject);
      else {
        const finding = { ...bareFinding(entry, verdict), reason: verdict.reason, fingerprint };
        unproven.set(fingerprint, finding);
        findings.push(finding);
      }
    }
  }
  return findings;
}

function addSubject(finding: Finding, subject: number): void {
  (finding.alike ??= []).push(subject);
  finding.evidence = [];
  finding.quotes = [];
}

type Told = Exclude<WordedVerdict, { outcome: 'pass' | 'notApplicable' }>;

function bareFinding({ subject, position }: SubjectVerdict, { outcome, words, evidence = [], quotes = [] }: Told) {
  return { subject, outcome, message: words, evidence: evidence.map((path) => ({ snapshot: position, path })), quotes: [...quotes] };
}

function findingOf(rule: Rule, entry: SubjectVerdict, verdict: Told, { subjects, engagement, issuedAt }: RunOptions): Finding {
  const subject = subjects[entry.subject];
  if (!subject) throw new Error(`${rule.id} judged a subject that is not there: ${entry.subject}`);
  const waiver = verdict.outcome === 'fail' ? waiverOf(rule.id, subject.arn, engagement, issuedAt) : undefined;
  return {
    ...bareFinding(entry, verdict),
    fingerprint: fingerprintOf(rule.id, verdict.message, subject, verdict.data, rule.messages[verdict.message]?.key ?? []),
    ...(waiver ? { waiver } : {}),
  };
}
