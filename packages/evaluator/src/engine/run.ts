import { outcomeLetters, type Finding, type Message, type RuleResult } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
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
  const said = new Map<Message, Finding>();
  for (const entry of verdicts) {
    const { verdict } = entry;
    if (verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') continue;
    const finding = findingOf(rule, entry, verdict, options);
    const before = said.get(finding.message);
    if (before && saysTheSame(before, finding)) {
      (before.alike ??= []).push({ subject: finding.subject, evidence: finding.evidence, fingerprint: finding.fingerprint });
      continue;
    }
    findings.push(finding);
    if (!before) said.set(finding.message, finding);
  }
  return findings;
}

/** Of two findings with one message, which the engine makes once. A line that is quoted, and a waiver, are told of each. */
function saysTheSame(a: Finding, b: Finding): boolean {
  const isBare = (finding: Finding) => finding.quotes.length === 0 && finding.waiver === undefined;
  return a.outcome === b.outcome && a.reason === b.reason && isBare(a) && isBare(b);
}

type Told = Exclude<WordedVerdict, { outcome: 'pass' | 'notApplicable' }>;

function findingOf(rule: Rule, entry: SubjectVerdict, verdict: Told, { subjects, engagement, issuedAt }: RunOptions): Finding {
  const subject = subjects[entry.subject];
  if (!subject) throw new Error(`${rule.id} judged a subject that is not there: ${entry.subject}`);
  const waiver = verdict.outcome === 'fail' ? waiverOf(rule.id, subject.arn, engagement, issuedAt) : undefined;
  const { outcome, words, evidence = [], quotes = [] } = verdict;
  const finding: Finding = {
    subject: entry.subject,
    outcome,
    message: words,
    evidence: evidence.map((path) => ({ snapshot: entry.position, path })),
    quotes: quotes.length > 0 ? [...quotes] : [],
    fingerprint: fingerprintOf(rule.id, verdict.message, subject, verdict.data, rule.messages[verdict.message]?.key ?? []),
  };
  if (verdict.outcome === 'notEvaluated') finding.reason = verdict.reason;
  if (waiver) finding.waiver = waiver;
  return finding;
}
