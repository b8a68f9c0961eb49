import type { NotEvaluatedReason, Quote } from '@iam-dossier/core/assessment';
import type { Data } from '../words/format.ts';

/** What backs a verdict: JSON pointers into the snapshot, and lines of policy documents. */
export interface Backing {
  evidence?: readonly string[];
  quotes?: readonly Quote[];
}

/** A rule's word on one subject. `message` is an id of the rule's own messages. */
export type Verdict<MessageId extends string = string> =
  | { outcome: 'pass' }
  | { outcome: 'notApplicable' }
  | ({ outcome: 'fail' | 'manual'; message: MessageId; data: Data } & Backing)
  | ({ outcome: 'notEvaluated'; reason: NotEvaluatedReason; message: MessageId; data: Data } & Backing);

export const pass = { outcome: 'pass' } as const;
export const notApplicable = { outcome: 'notApplicable' } as const;

export function fail<M extends string>(message: M, data: Data = {}, backing: Backing = {}): Verdict<M> {
  return { outcome: 'fail', message, data, ...backing };
}

export function manual<M extends string>(message: M, data: Data = {}, backing: Backing = {}): Verdict<M> {
  return { outcome: 'manual', message, data, ...backing };
}

export function notEvaluated<M extends string>(reason: NotEvaluatedReason, message: M, data: Data = {}, backing: Backing = {}): Verdict<M> {
  return { outcome: 'notEvaluated', reason, message, data, ...backing };
}

/** So many lines are quoted in one finding; its sentence counts all. */
const MOST_QUOTED = 5;

/** A few lines, of each group in turn, lowest rank first: thousands of findings may quote the same long policies. */
export function quoted(quotes: readonly Quote[], groupOf = ({ document }: Quote) => document, rankOf: (quote: Quote) => number = () => 0): Quote[] {
  const seen = new Map<string, number>();
  const turns = [...quotes]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((quote) => {
      const turn = seen.get(groupOf(quote)) ?? 0;
      seen.set(groupOf(quote), turn + 1);
      return { quote, turn };
    });
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, MOST_QUOTED)
    .map(({ quote }) => quote);
}

/** Names of the policies that lines are quoted from, each once. */
export function policyNames(quotes: readonly Quote[]): string[] {
  return [...new Set(quotes.map((quote) => quote.policyName))];
}
