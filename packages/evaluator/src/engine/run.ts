import { outcomeLetters, type Finding, type Message, type RuleResult } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { IndexedSubject } from '../facts/context.ts';
import type { FactStore } from '../facts/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { verdictsOf, type Verdicts } from './population.ts';
import type { Rule } from './rule.ts';
import { waiverOf } from './waivers.ts';

export interface RunOptions {
  subjects: readonly IndexedSubject[];
  engagement: Engagement | undefined;
  issuedAt: string;
}

/** One rule over every account of the run. */
export function runRule(rule: Rule, accounts: readonly FactStore[], options: RunOptions): RuleResult {
  const judged = accounts.map((facts) => inOrder(verdictsOf(rule, facts)));
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
    population: judged.flatMap(({ subjects }) => subjects),
    outcomes: judged.map(({ verdicts }) => verdicts.map(({ outcome }) => outcomeLetters[outcome]).join('')).join(''),
    findings: findingsOf(rule, judged, options),
  };
}

/** Verdicts in the order of their subjects, as most rules give them. The subjects of an account stand together, in its place. */
function inOrder(judged: Verdicts): Verdicts {
  const { position, subjects, verdicts, words } = judged;
  if (subjects.every((subject, place) => place === 0 || subject >= (subjects[place - 1] ?? 0))) return judged;
  const order = [...subjects.keys()].sort((a, b) => (subjects[a] ?? 0) - (subjects[b] ?? 0));
  return {
    position,
    subjects: order.flatMap((place) => subjects[place] ?? []),
    verdicts: order.flatMap((place) => verdicts[place] ?? []),
    words: order.map((place) => words[place]),
  };
}

function findingsOf(rule: Rule, judged: readonly Verdicts[], options: RunOptions): Finding[] {
  const findings: Finding[] = [];
  const said = new Map<Message, Finding>();
  for (const account of judged) {
    for (let place = 0; place < account.verdicts.length; place += 1) {
      const finding = findingOf(rule, account, place, options);
      if (finding) tell(finding, findings, said);
    }
  }
  return findings;
}

/** One more finding, or what it adds to one that says the same. */
function tell(finding: Finding, findings: Finding[], said: Map<Message, Finding>): void {
  const before = said.get(finding.message);
  if (before && saysTheSame(before, finding)) {
    (before.alike ??= []).push({ subject: finding.subject, evidence: finding.evidence, fingerprint: finding.fingerprint });
    return;
  }
  findings.push(finding);
  if (!before) said.set(finding.message, finding);
}

/** Of two findings with one message, which the engine makes once. A line that is quoted, and a waiver, are told of each. */
function saysTheSame(a: Finding, b: Finding): boolean {
  const isBare = (finding: Finding) => finding.quotes.length === 0 && finding.waiver === undefined;
  return a.outcome === b.outcome && a.reason === b.reason && isBare(a) && isBare(b);
}

function findingOf(rule: Rule, judged: Verdicts, place: number, { subjects, engagement, issuedAt }: RunOptions): Finding | undefined {
  const verdict = judged.verdicts[place];
  const words = judged.words[place];
  if (!words || !verdict || verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') return undefined;
  const index = judged.subjects[place] ?? 0;
  const subject = subjects[index];
  if (!subject) throw new Error(`${rule.id} judged a subject that is not there: ${index}`);
  const waiver = verdict.outcome === 'fail' ? waiverOf(rule.id, subject.arn, engagement, issuedAt) : undefined;
  const { outcome, evidence = [], quotes = [] } = verdict;
  const finding: Finding = {
    subject: index,
    outcome,
    message: words,
    evidence: evidence.map((path) => ({ snapshot: judged.position, path })),
    quotes: quotes.length > 0 ? [...quotes] : [],
    fingerprint: fingerprintOf(rule.id, verdict.message, subject, verdict.data, rule.messages[verdict.message]?.key ?? []),
  };
  if (verdict.outcome === 'notEvaluated') finding.reason = verdict.reason;
  if (waiver) finding.waiver = waiver;
  return finding;
}
