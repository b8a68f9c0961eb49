import type { Message, NotEvaluatedReason } from '@iam-dossier/core/assessment';
import type { FactStore, FactValues } from '../facts/index.ts';
import type { Gap } from '../facts/known.ts';
import { engineWords } from '../words/engine.ts';
import { say, type Data } from '../words/format.ts';
import type { Judgement, Rule } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** Verdicts of one account, side by side with their subjects: a rule gives thousands, most of them one of two constants. */
export interface Verdicts {
  /** Place of the snapshot. */
  position: number;
  subjects: number[];
  verdicts: Verdict[];
  /** The sentence of each, where there is something to tell. */
  words: (Message | undefined)[];
}

/** A verdict with something to tell, and its sentence. */
interface Told {
  verdict: Verdict;
  words: Message;
}

/** A rule's verdicts in one account. Facts that are not there make the account itself `notEvaluated`. */
export function verdictsOf(rule: Rule, store: FactStore): Verdicts {
  const facts: Partial<FactValues> = {};
  const gaps: Gap[] = [];
  for (const name of rule.inputs) {
    const fact = store.get(name);
    if (!fact.known) return only(store, missing(fact.gaps));
    Object.assign(facts, { [name]: fact.value });
    gaps.push(...fact.gaps);
  }
  const judged = judge(rule, facts, store);
  return rule.weighsGaps || gaps.length === 0 ? judged : withGaps(judged, gaps, store.accountSubject);
}

/** A verdict on the account itself, and on nothing else. */
function only({ accountSubject, context: { position } }: FactStore, { verdict, words }: Told): Verdicts {
  return { position, subjects: [accountSubject], verdicts: [verdict], words: [words] };
}

function judge(rule: Rule, facts: Partial<FactValues>, store: FactStore): Verdicts {
  const judged: Verdicts = { position: store.context.position, subjects: [], verdicts: [], words: [] };
  const said = new Map<string, Message>();
  try {
    const { subjects, verdictOn } = rule.judge(facts);
    for (let place = 0; place < subjects.length; place += 1) {
      judged.subjects.push(subjects[place]?.subject ?? store.accountSubject);
      judgeOne(judged, rule, verdictOn, place, said);
    }
  } catch (error) {
    return only(store, threw(error));
  }
  return judged;
}

/** A rule that throws on one subject says nothing of it, and does not stop the run. */
function judgeOne(judged: Verdicts, rule: Rule, verdictOn: Judgement['verdictOn'], place: number, said: Map<string, Message>): void {
  let verdict: Verdict;
  let words: Message | undefined;
  try {
    verdict = verdictOn(place);
    words = wordsOf(rule, verdict, said);
  } catch (error) {
    ({ verdict, words } = threw(error));
  }
  judged.verdicts.push(verdict);
  judged.words.push(words);
}

/** The rule's own words. What is said of many subjects is put into words once. */
function wordsOf(rule: Rule, verdict: Verdict, said: Map<string, Message>): Message | undefined {
  if (verdict.outcome === 'pass' || verdict.outcome === 'notApplicable') return undefined;
  const key = Object.keys(verdict.data).length === 0 ? verdict.message : JSON.stringify([verdict.message, verdict.data]);
  const before = said.get(key);
  if (before) return before;
  const own = rule.messages[verdict.message];
  if (!own) throw new Error(`${rule.id} has no message ${verdict.message}`);
  const words = say({ [verdict.message]: own.text }, verdict.message, verdict.data);
  said.set(key, words);
  return words;
}

/** A verdict of the engine, which stands in for a rule that cannot say anything. */
function engineVerdict(reason: NotEvaluatedReason, message: keyof typeof engineWords, data: Data): Told {
  return { verdict: { outcome: 'notEvaluated', reason, message, data }, words: say(engineWords, message, data) };
}

function threw(error: unknown): Told {
  return engineVerdict('threw', 'rule-threw', { error: error instanceof Error ? error.name : 'unknown' });
}

/** The worst reason speaks, and names the parts it holds for. */
function missing(gaps: readonly Gap[]): Told {
  const reason = worst(gaps);
  return engineVerdict(reason, reason === 'denied' ? 'facts-denied' : 'facts-missing', {
    parts: partsOf(gaps.filter((gap) => gap.reason === reason)),
  });
}

/** Beside the verdicts on those seen, one on the account for those not seen. A failure already told stands. */
function withGaps(judged: Verdicts, gaps: readonly Gap[], account: number): Verdicts {
  const own = judged.subjects.indexOf(account);
  if (judged.words[own]) return judged;
  const { verdict, words } = engineVerdict(worst(gaps), 'list-partial', { parts: partsOf(gaps) });
  const others = <T>(list: readonly T[]) => list.filter((_, place) => place !== own);
  return {
    position: judged.position,
    subjects: [...others(judged.subjects), account],
    verdicts: [...others(judged.verdicts), verdict],
    words: [...others(judged.words), words],
  };
}

function partsOf(gaps: readonly Gap[]): string[] {
  return [...new Set(gaps.map((gap) => gap.part))].sort();
}

function worst(gaps: readonly Gap[]): Gap['reason'] {
  return (['denied', 'missing', 'unresolved', 'partial'] as const).find((reason) => gaps.some((gap) => gap.reason === reason)) ?? 'missing';
}
