import {
  findingsOf,
  outcomeLetters,
  outcomes,
  type Assessment,
  type Message,
  type Outcome,
  type RuleResult,
  type Severity,
} from '@iam-dossier/core/assessment';
import { say } from '../words/format.ts';
import type { Control, Framework, Judged } from './framework.ts';
import { frameworkById } from './find.ts';
import { populationOf, type Population } from './population.ts';
import { frameworkWords } from './words.ts';

/** One rule's part in a control. Numbers count verdicts, one for each subject the rule judged. */
export interface RuleCount {
  rule: string;
  /** The worst verdict. */
  outcome: Outcome;
  /** Subjects to which the rule applies. */
  judged: number;
  passed: number;
  failed: number;
  /** How many of the failed the engagement waives; they stay failures. */
  waived: number;
  notEvaluated: number;
  manual: number;
  /** Whose verdict is not a pass, by what the rule says of them. */
  findings: { arn: string; name: string; outcome: Outcome; message: Message; waived: boolean }[];
}

export interface ControlResult {
  id: string;
  title: string;
  level?: 'L1' | 'L2';
  severity?: Severity;
  decidable: Control['decidable'];
  /** Worst of its rules. What IAM data shows in part is at best `manual`, what they do not show is `manual`. */
  outcome: Outcome;
  /** The verdict of each rule, worst first; then what the rest takes. */
  reasons: Message[];
  rules: RuleCount[];
  /** What the rest takes, in words. */
  needs: string[];
  note?: string;
}

export interface FrameworkResult {
  id: string;
  title: string;
  version: string;
  status: Framework['status'];
  /** Whom the verdicts are about. */
  population: Population;
  /** Controls by outcome; those of which IAM data says nothing are counted in `notDecidable` alone. */
  counts: Record<Outcome | 'notDecidable', number>;
  controls: ControlResult[];
}

/**
 * A framework's controls by the verdicts of an assessment. Rules that look at principals in scope have judged those alone:
 * `population` says so. For the whole account see {@link evaluateFrameworks}.
 * @throws DossierError `usage` for an id that is none
 */
export function judgeFramework(assessment: Judged, frameworkId: string): FrameworkResult {
  const framework = frameworkById(frameworkId);
  const results = new Map(assessment.rules.map((result) => [result.id, result]));
  const controls = framework.controls.map((control) => judgeControl(control, results, assessment));
  const { id, title, version, status } = framework;
  return { id, title, version, status, population: populationOf(framework, assessment), counts: countsOf(controls), controls };
}

function countsOf(controls: readonly ControlResult[]): FrameworkResult['counts'] {
  const counts = { fail: 0, notEvaluated: 0, manual: 0, pass: 0, notApplicable: 0, notDecidable: 0 };
  for (const control of controls) counts[isNotDecidable(control) ? 'notDecidable' : control.outcome] += 1;
  return counts;
}

/** IAM data says nothing of it; a control that was withdrawn is another matter. */
export function isNotDecidable({ decidable, outcome }: Pick<ControlResult, 'decidable' | 'outcome'>): boolean {
  return decidable === 'no' && outcome === 'manual';
}

function judgeControl(control: Control, results: ReadonlyMap<string, RuleResult>, { subjects }: Judged): ControlResult {
  const { id, title, level, severity, decidable, note } = control;
  const found = control.rules.flatMap((rule) => results.get(rule) ?? []);
  const absent = control.rules.filter((rule) => !results.has(rule));
  const counted = found
    .map((result) => ({ title: result.title, count: countOf(result, subjects, control.accepts) }))
    .sort((a, b) => rank(a.count) - rank(b.count));
  const rules = counted.map(({ count }) => count);
  return {
    id,
    title,
    ...(level === undefined ? {} : { level }),
    ...(severity === undefined ? {} : { severity }),
    decidable,
    outcome: outcomeOf(control, [...rules.map((rule) => rule.outcome), ...absent.map((): Outcome => 'notEvaluated')]),
    reasons: [
      ...absent.map((rule) => say(frameworkWords, 'absent', { rule })),
      ...counted.flatMap(({ title: ruleTitle, count }) => ruleReasons(count, ruleTitle)),
      ...restOf(control),
    ],
    rules,
    needs: (control.needs ?? []).map((need) => frameworkWords[`need/${need}`]),
    ...(note === undefined ? {} : { note }),
  };
}

function outcomeOf({ decidable, retired }: Control, found: readonly Outcome[]): Outcome {
  if (retired !== undefined) return 'notApplicable';
  const worst = worstOf(found);
  const settled = decidable === 'yes' || worst === 'fail' || worst === 'notEvaluated';
  return settled ? worst : 'manual';
}

function worstOf(found: readonly Outcome[]): Outcome {
  return outcomes.find((outcome) => found.includes(outcome)) ?? 'notApplicable';
}

function rank({ outcome }: RuleCount): number {
  return outcomes.indexOf(outcome);
}

function countOf(rule: RuleResult, subjects: Assessment['subjects'], accepts: readonly string[] = []): RuleCount {
  const { id, outcomes: letters } = rule;
  const findings = findingsOf(rule);
  const told = findings.filter(({ outcome, message }) => outcome !== 'manual' || !accepts.includes(message.id));
  const accepted = findings.length - told.length;
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, letters.split(outcomeLetters[outcome]).length - 1])) as Record<
    Outcome,
    number
  >;
  counts.manual -= accepted;
  counts.pass += accepted;
  return {
    rule: id,
    outcome: outcomes.find((outcome) => counts[outcome] > 0) ?? 'notApplicable',
    judged: letters.length - counts.notApplicable,
    passed: counts.pass,
    failed: counts.fail,
    waived: told.filter((finding) => finding.waiver !== undefined).length,
    notEvaluated: counts.notEvaluated,
    manual: counts.manual,
    findings: told.map(({ subject, outcome, message, waiver }) => {
      const { arn = '', name = '' } = subjects[subject] ?? {};
      return { arn, name, outcome, message, waived: waiver !== undefined };
    }),
  };
}

/** What a rule found, and with it what it could not judge. */
function ruleReasons({ rule, judged: total, passed, failed, waived, notEvaluated, manual }: RuleCount, title: string): Message[] {
  const words = { ...frameworkWords, [`title/${rule}`]: title };
  const reasons = [
    ...(failed > 0 && waived === 0 ? [say(words, 'failed', { rule, failed, total })] : []),
    ...(failed > 0 && waived > 0 ? [say(words, 'failed-waived', { rule, failed, total, waived, left: failed - waived })] : []),
    ...(notEvaluated > 0 ? [say(words, 'unproven', { rule, count: notEvaluated, total })] : []),
    ...(manual > 0 ? [say(words, 'unsaid', { rule, count: manual, total })] : []),
  ];
  if (reasons.length > 0) return reasons;
  return [passed > 0 ? say(words, 'held', { rule, passed, total }) : say(words, 'nothing', { rule })];
}

function restOf({ decidable, needs = [], retired }: Control): Message[] {
  if (retired !== undefined) return [say(frameworkWords, 'retired', { month: retired })];
  if (needs.length === 0) return [];
  return [say(frameworkWords, decidable === 'no' ? 'not-decidable' : 'rest', { needs: [...needs] })];
}
