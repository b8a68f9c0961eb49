import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError } from '@iam-dossier/core/errors';
import type { Partner } from '@iam-dossier/core/partner';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { isIsoDate } from '@iam-dossier/core/time';
import { assemble } from './assemble/index.ts';
import { checklist, criteria, judgeCriterion, readinessOf, type Run } from './criteria/index.ts';
import { claimTypes } from './claims/index.ts';
import { judgeClaims } from './claims/engine/run.ts';
import { readWording } from './criteria/wording/index.ts';
import { openAccounts } from './engine/accounts.ts';
import { runRule } from './engine/run.ts';
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
  /** Language of the documents, for which texts of engagement and partner are looked through; default `en`. Verdicts do not depend on it. */
  locale?: string;
}

/**
 * Judges snapshots against ACCT-002. Pure: the same input gives the same assessment, whatever the machine.
 * @throws DossierError `usage` for a time or date that is none, `snapshots-conflict` for two snapshots of one account
 */
export function evaluate(input: EvaluateInput): Assessment {
  const { engagement, partner, issuedAt, locale = 'en' } = input;
  if (!isIsoDate(issuedAt)) throw new DossierError('usage', `${JSON.stringify(issuedAt)} is not a date such as 2026-10-01`);
  const { accounts, subjects } = openAccounts(input);
  const results = rules.map((rule) => runRule(rule, accounts, { subjects, engagement, issuedAt }));
  const claims = judgeClaims(engagement, accounts, claimTypes);
  const byId = new Map(results.map((result) => [result.id, result]));
  const wording = readWording({ partner, engagement, claims });
  const run: Run = { accounts, subjects, engagement, partner, issuedAt, locale, claims, wording, results: byId };
  const judged = criteria.map((criterion) => judgeCriterion(criterion, run));
  return assemble(run, { results, judged, readiness: readinessOf(judged, run, checklist.release) });
}
