import type { ClaimResult, CriterionId, Message, RuleResult, WordsAt } from '@iam-dossier/core/assessment';
import type { AccessModel, Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import type { IndexedSubject } from '../facts/context.ts';
import type { FactStore } from '../facts/index.ts';
import { criterionWords, mendWords } from '../words/criteria.ts';
import { format, say, type Data } from '../words/format.ts';
import type { Wording } from './wording/index.ts';

/** Everything a criterion may weigh. */
export interface Run {
  accounts: readonly FactStore[];
  subjects: readonly IndexedSubject[];
  results: ReadonlyMap<string, RuleResult>;
  claims: readonly ClaimResult[];
  wording: Wording;
  engagement: Engagement | undefined;
  partner: Partner | undefined;
  /** Date of the documents. */
  issuedAt: string;
  /** Language of the documents. */
  locale: string;
}

/** What was measured for a criterion. */
export interface Measure {
  /** Facts that speak for it. */
  facts: readonly Message[];
  problems?: readonly Problem[];
}

/**
 * A reason for which a criterion is not met, and what to do about it in one sentence. `rejected`: facts and declared words
 * do not go together, or a reviewer would refuse them. `unproven`: data is missing. `undeclared`: somebody must say something.
 */
export interface Problem {
  kind: 'rejected' | 'unproven' | 'undeclared';
  message: Message;
  mend: string;
  /** Names it where the message does not. */
  id?: string;
  /** Tells two of one message apart, where the account does not. */
  about?: string;
  claim?: string;
  words?: WordsAt;
  subjects?: readonly number[];
}

export type StatementKey = keyof AccessModel;

export interface Criterion {
  id: CriterionId;
  title: string;
  /** Rules that can fail it. */
  rules: readonly string[];
  /** Declared statements shown with it. */
  statements: readonly StatementKey[];
  /** Whether each of these statements must be there for it to pass. */
  needsStatements: boolean;
  /** Sections of the implementation document that hold its evidence. */
  sections: readonly string[];
  measure: (run: Run) => Measure;
}

type ProblemId = keyof typeof criterionWords & keyof typeof mendWords;

/** A problem from its id: what is said and what to do stand in the two tables of words. */
export function problem(kind: Problem['kind'], id: ProblemId, data: Data = {}): Problem {
  return { kind, message: say(criterionWords, id, data), mend: format(mendWords[id], data) };
}
