import { outcomeLetters, type Finding, type RuleResult } from '@iam-dossier/core/assessment';
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
  const said = new Map<string, Finding>();
  for (const entry of verdicts) {
    const { verdict } = entry;
    if (verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') continue;
    const finding = findingOf(rule, entry, verdict, options);
    const key = finding.quotes.length > 0 ? undefined : keyOf(finding);
    const before = key === undefined ? undefined : said.get(key);
    if (before) (before.alike ??= []).push({ subject: finding.subject, evidence: finding.evidence, fingerprint: finding.fingerprint });
    else {
      findings.push(finding);
      if (key !== undefined) said.set(key, finding);
    }
  }
  return findings;
}

/** Findings of one key say the same, each of its own subject. */
function keyOf({ outcome, reason, message, waiver }: Finding): string {
  return JSON.stringify([outcome, reason, message.id, message.data, waiver]);
}

type Told = Exclude<WordedVerdict, { outcome: 'pass' | 'notApplicable' }>;

function findingOf(rule: Rule, entry: SubjectVerdict, verdict: Told, { subjects, engagement, issuedAt }: RunOptions): Finding {
  const subject = subjects[entry.subject];
  if (!subject) throw new Error(`${rule.id} judged a subject that is not there: ${entry.subject}`);
  const waiver = verdict.outcome === 'fail' ? waiverOf(rule.id, subject.arn, engagement, issuedAt) : undefined;
  const { outcome, words, evidence = [], quotes = [] } = verdict;
  return {
    subject: entry.subject,
    outcome,
    ...(verdict.outcome === 'notEvaluated' ? { reason: verdict.reason } : {}),
    message: words,
    evidence: evidence.map((path) => ({ snapshot: entry.position, path })),
    quotes: [...quotes],
    fingerprint: fingerprintOf(rule.id, verdict.message, subject, verdict.data, rule.messages[verdict.message]?.key ?? []),
    ...(waiver ? { waiver } : {}),
  };
}
