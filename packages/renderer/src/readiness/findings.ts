import { findingsOf, outcomes, severities, type Finding, type Outcome, type RuleResult } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import { take } from '../view/index.ts';
import { fairShares } from './budget.ts';
import { excerptKey, excerptsOf, linesOf, type Excerpt } from './excerpts.ts';
import { cell, chipOf, leftWords, place, ruleAnchor, subjectAt, type Sheet } from './sheet.ts';
import { tally, testedWords } from './tested.ts';

const weights: readonly RuleResult['weight'][] = ['criterion', 'supporting'];

/** Rules with findings, those that can fail a criterion apart from supporting facts; and those that held. */
export function findingsView(sheet: Sheet) {
  const { assessment, budget } = sheet;
  const found = assessment.rules.filter((rule) => rule.findings.length > 0 && (budget.unjudged || !isUnjudged(rule))).sort(worstFirst);
  const quiet = assessment.rules.filter((rule) => rule.findings.length === 0).sort(worstFirst);
  const held = take(
    quiet.filter((rule) => !isIdle(rule)),
    budget.held,
  );
  const { shown, left } = take(found, budget.rules);
  const quoted = shown.map((rule) => excerptsOf(rule.findings));
  const rows = fairShares(
    budget.findings,
    shown.map((rule) => findingsOf(rule).length),
  );
  const quotes = fairShares(
    budget.excerpts,
    quoted.map((excerpts) => excerpts.size),
  );
  const views = tellStepsOnce(
    shown.map((rule, index) => ruleView(sheet, rule, { excerpts: quoted[index] ?? new Map(), rows: rows[index] ?? 0, quotes: quotes[index] ?? 0 })),
  );
  return {
    criterion: views.filter((view) => view.weight === 'criterion'),
    supporting: views.filter((view) => view.weight === 'supporting'),
    left: leftWords(sheet, left),
    /** Filled by the page's script. */
    shown: sheet.scribe.say('finder.count', { shown: '{shown}', total: '{total}' }),
    held: held.shown.map((rule) => heldView(sheet, rule)),
    heldLeft: leftWords(sheet, held.left),
    idle: quiet.filter(isIdle).map((rule) => ({ title: sheet.scribe.text(rule.title) })),
  };
}

/** A fact beside the criteria without any verdict: the section on what was not evaluated tells it. */
function isUnjudged(rule: RuleResult): boolean {
  return rule.weight === 'supporting' && rule.findings.every(({ outcome }) => outcome === 'notEvaluated');
}

/** Applies to nothing in the data. */
function isIdle(rule: RuleResult): boolean {
  return tally(rule).every(({ outcome }) => outcome === 'notApplicable');
}

/** Several rules may be mended by the same steps: the first tells them, the others point to it. */
function tellStepsOnce<View extends { anchor: string; title: string; steps: Steps | null }>(views: readonly View[]) {
  const first = new Map<string, { anchor: string; title: string }>();
  return views.map((view) => {
    const key = view.steps === null ? '' : view.steps.terraform;
    const teller = first.get(key);
    if (key !== '' && !teller) first.set(key, { anchor: view.anchor, title: view.title });
    return { ...view, steps: teller ? null : view.steps, stepsAt: teller ?? null };
  });
}

function worstFirst(a: RuleResult, b: RuleResult): number {
  const place = (rule: RuleResult) =>
    (weights.indexOf(rule.weight) * outcomes.length + outcomes.indexOf(worstOf(rule))) * severities.length + severities.indexOf(rule.severity);
  return place(a) - place(b) || compareText(a.id, b.id);
}

function worstOf(rule: RuleResult): Outcome {
  return tally(rule)[0]?.outcome ?? 'notApplicable';
}

function heldView(sheet: Sheet, rule: RuleResult) {
  const { scribe } = sheet;
  return {
    title: scribe.text(rule.title),
    id: rule.id,
    weight: scribe.say(`weight.${rule.weight}`),
    tested: testedWords(sheet, rule),
    tally: tallyView(sheet, rule),
  };
}

function tallyView(sheet: Sheet, rule: RuleResult) {
  return tally(rule).map(({ outcome, count }) => ({ outcome, text: sheet.scribe.say(`tally.${outcome}`, { count }) }));
}

/** What a rule quotes, and how much of it and of its findings may be shown. */
interface Room {
  excerpts: ReadonlyMap<string, Excerpt>;
  rows: number;
  quotes: number;
}

function ruleView(sheet: Sheet, rule: RuleResult, { excerpts, rows, quotes: most }: Room) {
  const { assessment, scribe } = sheet;
  const quoted = take([...excerpts.values()], most);
  const quotes = quoted.shown.map((excerpt, index) => ({ excerpt, number: index + 1, id: `${ruleAnchor(rule.id)}-quote-${index + 1}` }));
  const links = new Map(quotes.map(({ excerpt, number, id }) => [excerpt.key, { number, id }]));
  const { shown, left } = take(findingsOf(rule).sort(byOutcome), rows);
  return {
    id: rule.id,
    anchor: ruleAnchor(rule.id),
    weight: rule.weight,
    title: scribe.text(rule.title),
    severity: { id: rule.severity, label: scribe.say(`severity.${rule.severity}`) },
    chip: chipOf(sheet, worstOf(rule)),
    criteria: assessment.criteria
      .filter((criterion) => criterion.rules.includes(rule.id))
      .map(({ id, title }) => ({ id, title: scribe.text(title) })),
    description: scribe.text(rule.description),
    tested: testedWords(sheet, rule),
    tally: tallyView(sheet, rule),
    findings: shown.map((finding) => findingView(sheet, finding, links)),
    left: leftWords(sheet, left),
    excerpts: quotes.map(({ excerpt, number, id }) => ({ number, id, ...excerptView(sheet, excerpt) })),
    excerptsLeft: leftWords(sheet, quoted.left),
    steps: rule.findings.some((finding) => finding.outcome === 'fail') ? stepsView(sheet, rule) : null,
    references: rule.references.map((address) => scribe.text(address)),
  };
}

function byOutcome(a: Finding, b: Finding): number {
  return outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || a.subject - b.subject;
}

function findingView(sheet: Sheet, finding: Finding, links: ReadonlyMap<string, { number: number; id: string }>) {
  const { scribe, budget, assessment } = sheet;
  const evidence = take(finding.evidence, budget.evidence);
  const keys = [...new Set(finding.quotes.map(excerptKey))];
  return {
    subject: subjectAt(sheet, finding.subject),
    chip: chipOf(sheet, finding.outcome),
    message: cell(sheet, scribe.words.message(finding.message)),
    reason: finding.reason === undefined ? '' : scribe.say(`reason.${finding.reason}`),
    waiver: finding.waiver ? waiverWords(sheet, finding.waiver) : '',
    lines: keys.flatMap((key) => links.get(key) ?? []),
    evidence: evidence.shown.map(({ snapshot, path }) => ({ snapshot: assessment.snapshots[snapshot]?.id ?? '', path: place(sheet, path) })),
    evidenceLeft: leftWords(sheet, evidence.left),
  };
}

function waiverWords(sheet: Sheet, { approver, date, expires, reason }: NonNullable<Finding['waiver']>): string {
  return sheet.scribe.say('waived', { approver: cell(sheet, approver), date, expires, reason: cell(sheet, reason) });
}

function excerptView(sheet: Sheet, excerpt: Excerpt) {
  const { assessment, budget, scribe } = sheet;
  const policies = take([...excerpt.policies.values()], budget.policyNames);
  const paths = take([...excerpt.faults.keys()], budget.policyNames);
  return {
    policies: policies.shown.map(({ name, arn }) => ({ name: cell(sheet, name), arn: place(sheet, arn) })),
    policiesLeft: leftWords(sheet, policies.left),
    paths: paths.shown.map((path) => place(sheet, path)),
    pathsLeft: leftWords(sheet, paths.left),
    quotedBy: scribe.say('quoted-by', { count: excerpt.findings }),
    lines: linesOf(excerpt, assessment.documents, budget.lines).map((line) => ({
      text: cell(sheet, line.text),
      marked: line.marked,
      gap: line.gap === 0 ? '' : scribe.say('gap', { count: line.gap }),
    })),
  };
}

interface Steps {
  console: string;
  cli: string;
  terraform: string;
}

function stepsView({ scribe }: Sheet, { remediation }: RuleResult): Steps {
  return { console: scribe.text(remediation.console), cli: scribe.text(remediation.cli), terraform: scribe.text(remediation.terraform) };
}
