import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError } from '@iam-dossier/core/errors';
import { sortedBy } from '@iam-dossier/core/json';
import type { Partner } from '@iam-dossier/core/partner';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { isIsoDate, parseIsoTime } from '@iam-dossier/core/time';
import { assemble } from './assemble/index.ts';
import { checklist, criteria, judgeCriterion, readinessOf, type Run } from './criteria/index.ts';
import { runRule } from './engine/run.ts';
import { FactStore } from './facts/index.ts';
import { accountParties } from './facts/party.ts';
import { listSubjects } from './facts/subjects.ts';
import { rules } from './rules/index.ts';

export interface EvaluateInput {
  /** One for each account. */
  snapshots: readonly Snapshot[];
  /** Without it every principal is undeclared and in scope. */
  engagement?: Engagement;
  partner?: Partner;
  /** UTC time ages are counted to; default each snapshot's `collectedAt`. */
  asOf?: string;
  /** Date `YYYY-MM-DD` of the documents; expiry and staleness are counted to it. */
  issuedAt: string;
}

/**
 * Judges snapshots against ACCT-002. Pure: the same input gives the same assessment, whatever the machine.
 * @throws DossierError `usage` for a time or date that is none, `snapshots-conflict` for two snapshots of one account
 */
export function evaluate(input: EvaluateInput): Assessment {
  const { engagement, partner, issuedAt } = input;
  if (!isIsoDate(issuedAt)) throw new DossierError('usage', `${JSON.stringify(issuedAt)} is not a date such as 2026-10-01`);
  const { accounts, subjects } = openAccounts(input);
  const results = rules.map((rule) => runRule(rule, accounts, { subjects, engagement, issuedAt }));
  const run: Run = { accounts, subjects, engagement, partner, issuedAt, results: new Map(results.map((result) => [result.id, result])) };
  const judged = criteria.map((criterion) => judgeCriterion(criterion, run));
  return assemble(run, { results, judged, readiness: readinessOf(judged, run, checklist.release) });
}

function openAccounts({ snapshots, engagement, partner, asOf }: EvaluateInput): Pick<Run, 'accounts' | 'subjects'> {
  const sorted = sortedBy(snapshots, (snapshot) => snapshot.account.id);
  refuseConflicts(sorted);
  const subjects = listSubjects(sorted, engagement);
  const parties = accountParties(engagement, (partner?.accounts ?? []).map((account) => account.id));
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
