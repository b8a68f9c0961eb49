import type { Finding, RuleResult, Severity } from '@iam-dossier/core/assessment';
import type { FactName, FactValues } from '../facts/index.ts';
import type { Verdict } from './verdict.ts';

export interface RuleMessage {
  /** The verdict it is said of. A rule none of whose messages is a failure cannot fail. */
  outcome: Finding['outcome'];
  text: string;
  /** Data keys that tell two findings of one subject apart; they enter the fingerprint. */
  key?: readonly string[];
}

/** What is fixed about a rule. */
export interface RuleMeta {
  /** Noun phrase, subject first, in kebab-case. */
  id: string;
  title: string;
  /** What is judged and why it matters, in two or three sentences. */
  description: string;
  severity: Severity;
  /** `criterion`: can fail an ACCT-002 criterion, and judges principals in scope. `supporting`: a fact beside them. */
  weight: RuleResult['weight'];
  since: string;
  references: readonly string[];
  options: RuleResult['options'];
  remediation: RuleResult['remediation'];
}

export interface RuleSpec<Inputs extends readonly FactName[], Entry extends { subject: number }, MessageId extends string> extends RuleMeta {
  /** The facts it is handed, and no others. */
  inputs: Inputs;
  messages: Record<MessageId, RuleMessage>;
  /** `true` when the rule itself weighs lists that are not whole; else the engine does. */
  weighsGaps?: boolean;
  /** The population: everything that gets a verdict. */
  subjects: (facts: Handed<Inputs>) => readonly Entry[];
  evaluate: (entry: Entry, facts: Handed<Inputs>) => Verdict<NoInfer<MessageId>>;
}

export type Handed<Inputs extends readonly FactName[]> = { readonly [N in Inputs[number]]: FactValues[N] };

/** A rule as the engine sees it, its own types closed over. */
export interface Rule extends RuleMeta {
  inputs: readonly FactName[];
  messages: Readonly<Record<string, RuleMessage>>;
  weighsGaps: boolean;
  judge: (facts: Partial<FactValues>) => Judgement;
}

/** Whom a rule judges, and its verdict on each, by place: thousands are judged by each rule, and nothing is kept of most. */
export interface Judgement {
  subjects: readonly { subject: number }[];
  verdictOn: (place: number) => Verdict;
}

/** Closes a rule's types. The engine hands `judge` exactly the facts the rule declares. */
export function defineRule<const Inputs extends readonly FactName[], Entry extends { subject: number }, MessageId extends string>(
  spec: RuleSpec<Inputs, Entry, MessageId>,
): Rule {
  const { subjects, evaluate, weighsGaps = false, ...rest } = spec;
  return {
    ...rest,
    weighsGaps,
    judge: (facts) => {
      const handed = facts as Handed<Inputs>;
      const entries = subjects(handed);
      return { subjects: entries, verdictOn: (place) => evaluate(entries[place] as Entry, handed) };
    },
  };
}
