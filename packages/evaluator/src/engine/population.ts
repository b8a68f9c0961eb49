import type { Message, NotEvaluatedReason } from '@iam-dossier/core/assessment';
import type { FactStore, FactValues } from '../facts/index.ts';
import type { Gap } from '../facts/known.ts';
import { engineWords } from '../words/engine.ts';
import { say, type Data } from '../words/format.ts';
import type { Rule } from './rule.ts';
import type { Verdict } from './verdict.ts';

export interface SubjectVerdict {
  subject: number;
  /** Place of the snapshot. */
  position: number;
  verdict: WordedVerdict;
}

type Silent = Extract<Verdict, { outcome: 'pass' | 'notApplicable' }>;
/** A verdict with its sentence, where there is something to tell. */
export type WordedVerdict = Silent | (Exclude<Verdict, Silent> & { words: Message });

/** A rule's verdicts in one account. Facts that are not there make the account itself `notEvaluated`. */
export function verdictsOf(rule: Rule, store: FactStore): SubjectVerdict[] {
  const { position } = store.context;
  const facts: Partial<FactValues> = {};
  const gaps: Gap[] = [];
  for (const name of rule.inputs) {
    const fact = store.get(name);
    if (!fact.known) return [{ subject: store.accountSubject, position, verdict: missing(fact.gaps) }];
    Object.assign(facts, { [name]: fact.value });
    gaps.push(...fact.gaps);
  }
  const judged = judge(rule, facts, store);
  return rule.weighsGaps || gaps.length === 0 ? judged : withGaps(judged, gaps, store.accountSubject, position);
}

function judge(rule: Rule, facts: Partial<FactValues>, { accountSubject, context: { position } }: FactStore): SubjectVerdict[] {
  const said = new Map<string, Message>();
  try {
    return rule.judge(facts).map(({ subject, verdict }) => ({ subject, position, verdict: wordedOrThrew(rule, verdict, said) }));
  } catch (error) {
    return [{ subject: accountSubject, position, verdict: threw(error) }];
  }
}

/** A rule that throws on one subject says nothing of it, and does not stop the run. */
function wordedOrThrew(rule: Rule, verdict: () => Verdict, said: Map<string, Message>): WordedVerdict {
  try {
    return worded(rule, verdict(), said);
  } catch (error) {
    return threw(error);
  }
}

/** The rule's own words. What is said of many subjects is put into words once. */
function worded(rule: Rule, verdict: Verdict, said: Map<string, Message>): WordedVerdict {
  if (verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') return verdict;
  const key = Object.keys(verdict.data).length === 0 ? verdict.message : JSON.stringify([verdict.message, verdict.data]);
  let words = said.get(key);
  if (!words) {
    const own = rule.messages[verdict.message];
    if (!own) throw new Error(`${rule.id} has no message ${verdict.message}`);
    words = say({ [verdict.message]: own.text }, verdict.message, verdict.data);
    said.set(key, words);
  }
  return { ...verdict, words };
}

/** A verdict of the engine, which stands in for a rule that cannot say anything. */
function engineVerdict(reason: NotEvaluatedReason, message: keyof typeof engineWords, data: Data): WordedVerdict {
  return { outcome: 'notEvaluated', reason, message, data, words: say(engineWords, message, data) };
}

function threw(error: unknown): WordedVerdict {
  return engineVerdict('threw', 'rule-threw', { error: error instanceof Error ? error.name : 'unknown' });
}

/** The worst reason speaks, and names the parts it holds for. */
function missing(gaps: readonly Gap[]): WordedVerdict {
  const reason = worst(gaps);
  return engineVerdict(reason, reason === 'denied' ? 'facts-denied' : 'facts-missing', {
    parts: partsOf(gaps.filter((gap) => gap.reason === reason)),
  });
}

/** Beside the verdicts on those seen, one on the account for those not seen. A failure already told stands. */
function withGaps(judged: SubjectVerdict[], gaps: readonly Gap[], account: number, position: number): SubjectVerdict[] {
  const own = judged.find((entry) => entry.subject === account);
  if (own && own.verdict.outcome !== 'pass' && own.verdict.outcome !== 'notApplicable') return judged;
  const verdict = engineVerdict(worst(gaps), 'list-partial', { parts: partsOf(gaps) });
  return [...judged.filter((entry) => entry !== own), { subject: account, position, verdict }];
}

function partsOf(gaps: readonly Gap[]): string[] {
  return [...new Set(gaps.map((gap) => gap.part))].sort();
}

function worst(gaps: readonly Gap[]): Gap['reason'] {
  return (['denied', 'missing', 'unresolved', 'partial'] as const).find((reason) => gaps.some((gap) => gap.reason === reason)) ?? 'missing';
}
