import type { ClaimOutcome, ClaimResult } from '@iam-dossier/core/assessment';
import { readEngagement, type Claim, type Engagement } from '@iam-dossier/core/engagement';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import type { ClaimDefinition } from '../claims/engine/definition.ts';
import { judgeClaims } from '../claims/engine/run.ts';
import { openAccounts } from '../engine/accounts.ts';
import type { FactStore } from '../facts/index.ts';
import type { Data } from '../words/format.ts';
import { engagementOf } from './engagement.test-helper.ts';

/** A sentence told: its id and data, and of whom. */
export interface Told {
  message: string;
  data: Data;
  /** Name of the subject. */
  who?: string;
}

/** `held`: the proven sentence. Else every reason, in order. */
export interface ExpectedClaim {
  outcome: ClaimOutcome;
  told: readonly Told[];
}

/** A claim of one type over accounts, and what becomes of it. */
export interface ClaimCase {
  name: string;
  snapshot: Snapshot | readonly Snapshot[];
  engagement?: Partial<Engagement>;
  /** Its own arguments, and members that all claims take. */
  claim: Readonly<Record<string, unknown>>;
  expected: ExpectedClaim;
  /** Sources of the snapshot say different things on purpose: losing one may then change a verdict for the better. */
  sourcesDisagree?: true;
}

export const held = (message = 'held', data: Data = {}): ExpectedClaim => ({ outcome: 'held', told: [{ message, data }] });
export const contradicted = (...told: readonly Told[]): ExpectedClaim => ({ outcome: 'contradicted', told });
export const unchecked = (...told: readonly Told[]): ExpectedClaim => ({ outcome: 'notCheckable', told });
export const told = (message: string, data: Data = {}, who?: string): Told => ({ message, data, ...(who === undefined ? {} : { who }) });
/** What the engine says when parts that the claim needs are not there, or not whole. */
export const lacks = (...parts: string[]) => unchecked(told('facts-missing', { parts, account: '111122223333' }, '111122223333'));
export const cut = (...parts: string[]) => told('list-partial', { parts, account: '111122223333' }, '111122223333');

export interface ClaimRun {
  result: ClaimResult;
  names: ReadonlyMap<number, string>;
}

export function snapshotsOf({ snapshot }: Pick<ClaimCase, 'snapshot'>): readonly Snapshot[] {
  return Array.isArray(snapshot) ? (snapshot as readonly Snapshot[]) : [snapshot as Snapshot];
}

/** The engagement of a case, with its claim read as the contract reads it. */
export function engagementOfCase(type: ClaimDefinition, { claim, engagement = {} }: ClaimCase): Engagement {
  const whole = { claim: type.id, text: 'As we say.', author: 'Ana', date: '2026-10-01', ...claim };
  return readEngagement({ ...engagementOf(engagement), claims: [whole] as unknown as Claim[] });
}

/** Judges a case, or its accounts as `change` makes them. */
export function runClaim(type: ClaimDefinition, claimCase: ClaimCase, change: (account: FactStore) => FactStore = (account) => account): ClaimRun {
  const engagement = engagementOfCase(type, claimCase);
  const { accounts, subjects } = openAccounts({ snapshots: snapshotsOf(claimCase), engagement });
  const [result] = judgeClaims(engagement, accounts.map(change), [type]);
  if (!result) throw new Error('the claim was not judged');
  return { result, names: new Map(subjects.map(({ index, name }) => [index, name])) };
}

/** A result in the shape of a case's expectation. */
export function expectationOf({ result: { outcome, proven, against, unclear }, names }: ClaimRun): ExpectedClaim {
  if (proven) return { outcome, told: [{ message: proven.id, data: proven.data }] };
  const reasons = outcome === 'contradicted' ? against : unclear;
  return {
    outcome,
    told: reasons.map(({ message, subject }) => told(message.id, message.data, subject === undefined ? undefined : names.get(subject))),
  };
}
