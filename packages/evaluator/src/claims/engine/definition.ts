import type { CriterionId, Quote, SnapshotPointer } from '@iam-dossier/core/assessment';
import type { Claim, ClaimOf, ClaimType } from '@iam-dossier/core/engagement';
import type { Handed } from '../../engine/rule.ts';
import type { FactName, FactValues } from '../../facts/index.ts';
import type { Data } from '../../words/format.ts';

/** `held`: the sentence that is proven. `contradicted`: one fact against it. `notCheckable`: one thing that is not known. */
export interface ClaimMessage {
  outcome: 'held' | 'contradicted' | 'notCheckable';
  text: string;
}

/** What is fixed about a type of claim. */
export interface ClaimMeta {
  id: ClaimType;
  title: string;
  /** What is claimed, on whom it is checked, and what is left out, in two or three sentences. */
  description: string;
  /** Its own arguments, each in a few words. */
  arguments: Readonly<Record<string, string>>;
  /** The criterion that falls with it, unless the engagement names another. */
  criterion: CriterionId;
  since: string;
  /** An example in YAML, without text, author and date. */
  example: string;
}

/** One account that a claim is checked in. */
export interface ClaimAccount<Inputs extends readonly FactName[]> {
  id: string;
  /** The account among the subjects. */
  subject: number;
  facts: Handed<Inputs>;
  /** A place in this account's snapshot. */
  at: (path: string) => SnapshotPointer;
}

/** One fact against a claim, or one thing that is not known. */
export interface Reason<M extends string = string> {
  message: M;
  data: Data;
  subject?: number;
  evidence?: readonly SnapshotPointer[];
  quotes?: readonly Quote[];
}

/** What a claim's own judgement says. The engine draws the conclusion: against it, else unclear, else held. */
export interface Judgement<M extends string = string> {
  /** The sentence that is proven when nothing is against it and nothing unclear. */
  held: { message: M; data: Data };
  /** Where it was read. */
  evidence: readonly SnapshotPointer[];
  /** The gravest first. */
  against: readonly Reason<M>[];
  unclear: readonly Reason<M>[];
}

/** The accounts that could be read. `whole`: none is missing, and no list in them was cut. */
export interface Reach<Inputs extends readonly FactName[]> {
  accounts: readonly ClaimAccount<Inputs>[];
  whole: boolean;
}

export interface ClaimSpec<T extends ClaimType, Inputs extends readonly FactName[], M extends string> extends ClaimMeta {
  id: T;
  /** The facts it is handed, and no others. Without one of them it is not checkable. */
  inputs: Inputs;
  messages: Record<M, ClaimMessage>;
  judge: (claim: ClaimOf<T>, reach: Reach<Inputs>) => Judgement<NoInfer<M>>;
}

/** A type of claim as the engine sees it, its own types closed over. */
export interface ClaimDefinition extends ClaimMeta {
  inputs: readonly FactName[];
  messages: Readonly<Record<string, ClaimMessage>>;
  judge: (claim: Claim, accounts: readonly OpenAccount[], whole: boolean) => Judgement;
}

export type OpenAccount = Omit<ClaimAccount<[]>, 'facts'> & { facts: Partial<FactValues> };

/** Closes a claim's types. The engine hands it claims of its own type only, and exactly the facts it declares. */
export function defineClaim<T extends ClaimType, const Inputs extends readonly FactName[], M extends string>(
  spec: ClaimSpec<T, Inputs, M>,
): ClaimDefinition {
  const { judge, ...rest } = spec;
  return {
    ...rest,
    judge: (claim, accounts, whole) => judge(claim as ClaimOf<T>, { accounts: accounts as readonly ClaimAccount<Inputs>[], whole }),
  };
}

/** A sentence by its id, with its data. */
export function said<M extends string>(message: M, data: Data = {}): { message: M; data: Data } {
  return { message, data };
}
