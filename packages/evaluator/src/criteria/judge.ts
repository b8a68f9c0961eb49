import { subjectsOf, type Blocker, type CriterionResult, type Message, type Outcome, type RuleResult } from '@iam-dossier/core/assessment';
import { criterionWords, mendWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { claimProblems } from './claims.ts';
import { problem, type Criterion, type Problem, type Run } from './criterion.ts';
import { wordingProblems } from './wording-problems.ts';

export interface JudgedCriterion {
  result: CriterionResult;
  blockers: Blocker[];
}

interface Reason extends Problem {
  /** Unique within the criterion. */
  id: string;
  rule?: string;
  subjects: readonly number[];
}

/** A criterion's verdict: the worst of its rules, its contradictions, and what is missing or undeclared. */
export function judgeCriterion(criterion: Criterion, run: Run): JudgedCriterion {
  const rules = criterion.rules.flatMap((id) => run.results.get(id) ?? []);
  const measure = criterion.measure(run);
  const facts = [...measure.facts, ...rules.flatMap(heldFact)];
  const found = [
    ...claimProblems(criterion.id, run).map(plain),
    ...rules.flatMap(ruleReasons),
    ...wordingProblems(criterion.id, run).map(plain),
    ...statementReasons(criterion, run),
    ...(measure.problems ?? []).map(plain),
  ];
  // Without a measured fact no criterion is met, whatever is declared.
  const reasons = facts.length === 0 && found.length === 0 ? [plain(problem('unproven', 'nothing-measured'))] : found;
  const outcome = outcomeOf(reasons);
  const statements = statementsOf(criterion, run);
  const { id, title, sections } = criterion;
  const result: CriterionResult = {
    id,
    title,
    outcome,
    summary: summaryOf(outcome, reasons.length, statements.length),
    facts,
    reasons: reasons.map((reason) => reason.message),
    statements,
    rules: [...criterion.rules],
    sections: [...sections],
  };
  return { result, blockers: reasons.map((reason) => blockerOf(reason, criterion)) };
}

function summaryOf(outcome: ReturnType<typeof outcomeOf>, reasons: number, statements: number): Message {
  if (outcome === 'pass') return say(criterionWords, statements > 0 ? 'verdict-pass' : 'verdict-pass-facts');
  return say(criterionWords, `verdict-${outcome}`, outcome === 'notEvaluated' ? {} : { count: reasons });
}

function outcomeOf(reasons: readonly Reason[]): 'fail' | 'notEvaluated' | 'manual' | 'pass' {
  if (reasons.some((reason) => reason.kind === 'rejected')) return 'fail';
  if (reasons.some((reason) => reason.kind === 'unproven')) return 'notEvaluated';
  return reasons.length > 0 ? 'manual' : 'pass';
}

const kinds = [
  ['fail', 'rejected', 'rule-failed'],
  ['notEvaluated', 'unproven', 'rule-unproven'],
  ['manual', 'undeclared', 'rule-manual'],
] as const satisfies readonly (readonly [Outcome, Problem['kind'], keyof typeof criterionWords])[];

function ruleReasons(rule: RuleResult): Reason[] {
  const total = judged(rule);
  return kinds.flatMap(([outcome, kind, id]): Reason[] => {
    const subjects = rule.findings.filter((finding) => finding.outcome === outcome).flatMap(subjectsOf);
    if (subjects.length === 0) return [];
    const data = { rule: rule.id, total, ...(outcome === 'fail' ? { failed: subjects.length } : { count: subjects.length }) };
    const mend = id === 'rule-failed' ? rule.remediation.console : mendWords[id];
    return [
      { id: outcome === 'fail' ? rule.id : `${rule.id}-${kind}`, kind, rule: rule.id, subjects, message: say(wordsWithTitle(rule), id, data), mend },
    ];
  });
}

function wordsWithTitle(rule: RuleResult) {
  return { ...criterionWords, [`title/${rule.id}`]: rule.title };
}

function judged(rule: RuleResult): number {
  return rule.outcomes.replaceAll('a', '').length;
}

/** How many pass, where all that were judged do: else the reason tells it. */
function heldFact(rule: RuleResult): Message[] {
  const passed = rule.outcomes.split('p').length - 1;
  return passed === 0 || rule.findings.length > 0 ? [] : [say(wordsWithTitle(rule), 'rule-held', { rule: rule.id, passed, total: judged(rule) })];
}

function statementReasons(criterion: Criterion, { engagement }: Run): Reason[] {
  if (!criterion.needsStatements) return [];
  const missing = criterion.statements.filter((topic) => !engagement?.accessModel?.[topic]);
  return missing.map((topic) => ({ ...problem('undeclared', 'statement-missing', { topic }), id: `statement-missing-${topic}`, subjects: [] }));
}

function statementsOf(criterion: Criterion, { engagement }: Run): CriterionResult['statements'] {
  return criterion.statements.flatMap((key) => {
    const statement = engagement?.accessModel?.[key];
    return statement ? [{ key, text: statement.text, author: statement.author, date: statement.date }] : [];
  });
}

/** What a problem is about tells two of one id apart. */
function plain(found: Problem): Reason {
  const about = found.about ?? found.message.data['account'];
  const id = found.id ?? found.message.id;
  return { ...found, id: about === undefined ? id : `${id}-${String(about)}`, subjects: found.subjects ?? [] };
}

function blockerOf({ id, kind, rule, claim, words, message, mend, subjects }: Reason, criterion: Criterion): Blocker {
  const named = { id: `${criterion.id.toLowerCase()}-${id}`, kind, criterion: criterion.id, ...(rule === undefined ? {} : { rule }) };
  const about = { ...(claim === undefined ? {} : { claim }), ...(words === undefined ? {} : { words }) };
  return { ...named, ...about, message, mend, subjects: [...new Set(subjects)].sort((a, b) => a - b) };
}
