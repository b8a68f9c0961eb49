import type { Sop } from '@iam-dossier/core/partner';

/** Where the procedure stands: in force, or a draft because nobody adopted it, or adopted another version of it. */
export type Adoption =
  | { state: 'adopted'; approver: string; date: string }
  | { state: 'none' }
  | { state: 'otherVersion'; adopted: string; version: string };

export function adoptionOf(sop: Sop | undefined): Adoption {
  if (!sop?.adopted) return { state: 'none' };
  const { approver, date, version } = sop.adopted;
  return version === sop.version ? { state: 'adopted', approver, date } : { state: 'otherVersion', adopted: version, version: sop.version };
}
