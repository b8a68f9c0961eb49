import type { FactStore } from '../facts/index.ts';
import type { PrincipalFact } from '../facts/principals.ts';
import type { RoleTrust } from '../facts/trust.ts';
import type { UserFact } from '../facts/users.ts';
import type { Run } from './criterion.ts';

/** Principals in scope. `whole`: every one of every account was seen. */
export interface InScope<T> {
  list: readonly T[];
  whole: boolean;
}

export function rolesInScope(run: Run): InScope<RoleTrust> {
  return inScope(run, (account) => account.get('trust'));
}

export function usersInScope(run: Run): InScope<UserFact> {
  return inScope(run, (account) => account.get('users'));
}

export function principalsInScope(run: Run): InScope<PrincipalFact> {
  return inScope(run, (account) => account.get('principals'));
}

function inScope<T extends { inScope: boolean }>(
  { accounts }: Run,
  factOf: (account: FactStore) => ReturnType<FactStore['get']> & ({ known: true; value: readonly T[] } | { known: false }),
): InScope<T> {
  const facts = accounts.map(factOf);
  return {
    list: facts.flatMap((fact) => (fact.known ? fact.value.filter((entry) => entry.inScope) : [])),
    whole: facts.every((fact) => fact.known && fact.gaps.length === 0),
  };
}
