import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import type { Snapshot } from '@iam-dossier/core/snapshot';

/** So many are asked about one by one without `--depth full`: each takes some five calls. */
export const MOST_IN_SCOPE = 200;

/** ARNs of the users and roles that the engagement counts as in scope, as every document does. */
export async function principalsInScope(snapshot: Snapshot, engagement: Engagement, partner: Partner | undefined): Promise<string[]> {
  const { evaluate } = await import('@iam-dossier/evaluator');
  const { subjects } = evaluate({ snapshots: [snapshot], issuedAt: engagement.document.date, engagement, ...(partner ? { partner } : {}) });
  return subjects.filter(({ type, inScope }) => inScope && (type === 'user' || type === 'role')).map(({ arn }) => arn);
}
