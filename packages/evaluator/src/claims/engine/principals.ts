import type { SnapshotPointer } from '@iam-dossier/core/assessment';
import { fitsPattern } from '../../facts/arn-pattern.ts';
import { isServiceLinked } from '../../facts/party.ts';
import type { FactName } from '../../facts/index.ts';
import type { ClaimAccount, Reach } from './definition.ts';

interface Named {
  name: string;
  arn: string;
}

/** Whether a name in a claim means this principal: an ARN by its pattern, anything else by the name alone. */
function means(ref: string, { name, arn }: Named): boolean {
  return fitsPattern(ref, ref.startsWith('arn:') ? arn : name);
}

export interface Matched<T> {
  /** Those meant, in their order. */
  meant: readonly T[];
  others: readonly T[];
  /** Names that fit nobody. */
  absent: readonly string[];
  /** Plain names that fit several: which one is meant is not known. */
  ambiguous: readonly string[];
}

/** Who is meant by the names in a claim, and who is not. */
export function match<T extends Named>(refs: readonly string[], principals: readonly T[]): Matched<T> {
  const fits = refs.map((ref) => ({ ref, count: principals.filter((principal) => means(ref, principal)).length }));
  const isMeant = (principal: T) => refs.some((ref) => means(ref, principal));
  return {
    meant: principals.filter(isMeant),
    others: principals.filter((principal) => !isMeant(principal)),
    absent: fits.filter(({ count }) => count === 0).map(({ ref }) => ref),
    ambiguous: fits.filter(({ ref, count }) => count > 1 && !ref.includes('*')).map(({ ref }) => ref),
  };
}

/** An entry of a fact with its account, and where it stands. */
export type Placed<T, Inputs extends readonly FactName[]> = T & { account: ClaimAccount<Inputs>; place: SnapshotPointer };

/** Entries of a fact in every account, those linked to a service left out: AWS makes, uses and removes them. */
export function everyone<T extends Named & { inScope: boolean; at: string }, Inputs extends readonly FactName[]>(
  { accounts }: Reach<Inputs>,
  listOf: (facts: ClaimAccount<Inputs>['facts']) => readonly T[],
  among: 'all' | 'inScope' = 'all',
): Placed<T, Inputs>[] {
  return accounts.flatMap((account) =>
    listOf(account.facts)
      .filter(({ arn, inScope }) => (among === 'all' || inScope) && !isServiceLinked(arn))
      .map((entry) => ({ ...entry, account, place: account.at(entry.at) })),
  );
}

/** Names for a sentence. */
export function namesOf(list: readonly Named[]): string[] {
  return list.map(({ name }) => name);
}
