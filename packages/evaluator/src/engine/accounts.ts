import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError } from '@iam-dossier/core/errors';
import { sortedBy } from '@iam-dossier/core/json';
import type { Partner } from '@iam-dossier/core/partner';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { parseIsoTime } from '@iam-dossier/core/time';
import type { IndexedSubject } from '../facts/context.ts';
import { FactStore } from '../facts/index.ts';
import { accountParties } from '../facts/party.ts';
import { listSubjects } from '../facts/subjects.ts';

export interface AccountsInput {
  /** One for each account. */
  snapshots: readonly Snapshot[];
  engagement?: Engagement | undefined;
  partner?: Partner | undefined;
  /** UTC time ages are counted to; default each snapshot's `collectedAt`. */
  asOf?: string | undefined;
  /** Take every principal for in scope but service-linked roles, whatever the engagement leaves out. */
  everybody?: boolean | undefined;
}

export interface Accounts {
  accounts: FactStore[];
  subjects: IndexedSubject[];
}

/** The accounts of a run, by id, with every subject in them. */
export function openAccounts({ snapshots, engagement, partner, asOf, everybody = false }: AccountsInput): Accounts {
  const sorted = sortedBy(snapshots, (snapshot) => snapshot.account.id);
  refuseConflicts(sorted);
  const subjects = listSubjects(sorted, engagement, everybody);
  const parties = accountParties(
    engagement,
    (partner?.accounts ?? []).map((account) => account.id),
  );
  const time = asOf === undefined ? null : timeOf(asOf);
  const accounts = sorted.map((snapshot, position) => {
    const own = subjects.filter((subject) => subject.pointer.snapshot === position);
    return new FactStore({ snapshot, position, engagement, asOf: time ?? snapshot.collectedAt, subjects: own, accountParties: parties });
  });
  return { accounts, subjects };
}

function timeOf(text: string): string {
  const time = parseIsoTime(text);
  if (time === null) throw new DossierError('usage', `${JSON.stringify(text)} is not a UTC time such as 2026-10-01T09:30:00Z`);
  return time;
}

function refuseConflicts(sorted: readonly Snapshot[]): void {
  const twice = sorted.find((snapshot, index) => snapshot.account.id === sorted[index - 1]?.account.id);
  if (twice) throw new DossierError('snapshots-conflict', `two snapshots are of account ${twice.account.id}`);
  if (sorted.length === 0) throw new DossierError('input-empty', 'no snapshot was given');
}
