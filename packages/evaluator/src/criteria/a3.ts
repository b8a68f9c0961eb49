import type { FederationKind } from '@iam-dossier/core/engagement';
import { compareText } from '@iam-dossier/core/json';
import type { FactStore } from '../facts/index.ts';
import { criterionWords } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { problem, type Criterion, type Problem, type Run } from './criterion.ts';

export const a3: Criterion = {
  id: 'A3',
  title: 'Use of the customer’s existing identities by federation',
  rules: ['account-federation'],
  statements: ['federation'],
  needsStatements: true,
  sections: ['access-approach'],
  measure: (run) => {
    const accounts = customerAccounts(run);
    const measured = measuredKinds(accounts);
    const whole = accounts.every((account) => {
      const federation = account.get('federation');
      return federation.known && federation.value.whole;
    });
    const facts = [...measured]
      .sort(([a], [b]) => compareText(a, b))
      .map(([kind, count]) => say(criterionWords, 'federation-measured', { count, kind }));
    return { facts, problems: problemsOf(run.engagement?.accessModel?.federation?.kind, measured, whole) };
  },
};

/** Accounts in which federation would be the customer's. */
function customerAccounts({ accounts, engagement }: Run): FactStore[] {
  const others = new Set((engagement?.accounts ?? []).filter(({ role }) => role === 'partnerIdentity' || role === 'other').map(({ id }) => id));
  return accounts.filter((account) => !others.has(account.context.snapshot.account.id));
}

function measuredKinds(accounts: readonly FactStore[]): Map<FederationKind, number> {
  const counts = new Map<FederationKind, number>();
  for (const account of accounts) {
    const federation = account.get('federation');
    if (!federation.known) continue;
    for (const [kind, roles] of federation.value.kinds) counts.set(kind, (counts.get(kind) ?? 0) + roles.length);
  }
  return counts;
}

/** What is declared and what is measured must agree, or the criterion is not met. */
function problemsOf(declared: FederationKind | undefined, measured: ReadonlyMap<FederationKind, number>, whole: boolean): Problem[] {
  if (declared === undefined || measured.has(declared)) return [];
  if (declared === 'none')
    return measured.size === 0 ? [] : [problem('rejected', 'federation-declared-none', { kinds: [...measured.keys()].sort() })];
  return [
    whole
      ? problem('rejected', 'federation-declared-absent', { kind: declared })
      : problem('unproven', 'federation-declared-unseen', { kind: declared }),
  ];
}
