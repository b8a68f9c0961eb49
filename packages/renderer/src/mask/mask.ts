import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import { accessKeyIds, accountIds, emailAddresses, maskAccessKeyId, maskAccountId, maskEmail } from './patterns.ts';

/** Hides in a text what a document must not show. */
export type Mask = (text: string) => string;

export interface MaskInput {
  assessment: Assessment;
  engagement?: Engagement | undefined;
  partner?: Partner | undefined;
}

/** Hides nothing: for documents that stay with the partner. */
export const noMask: Mask = (text) => text;

/**
 * The mask of a submission: access key ids, e-mail addresses and account ids of others than the customer's example,
 * each unless the engagement's disclosure allows it. External ids never reach an assessment.
 */
export function submissionMask(input: MaskInput): Mask {
  const shown = new Set(input.engagement?.disclosure?.show ?? []);
  const own = ownAccounts(input);
  return (text) => {
    let masked = text;
    if (!shown.has('emailAddresses') && masked.includes('@')) masked = masked.replace(emailAddresses, maskEmail);
    if (!shown.has('accessKeyIds')) masked = masked.replace(accessKeyIds, maskAccessKeyId);
    if (!shown.has('accountIds')) masked = masked.replace(accountIds, (id) => (own.has(id.replaceAll('-', '')) ? id : maskAccountId(id)));
    return masked;
  };
}

/** Accounts of the customer's example: those assessed and those the engagement names, without the partner's. */
function ownAccounts({ assessment, engagement, partner }: MaskInput): Set<string> {
  const named = engagement?.accounts ?? [];
  const own = new Set([...assessment.snapshots.map((snapshot) => snapshot.account.id), ...named.map((account) => account.id)]);
  for (const { id } of partner?.accounts ?? []) own.delete(id);
  for (const account of named) if (account.role === 'partnerIdentity') own.delete(account.id);
  return own;
}
