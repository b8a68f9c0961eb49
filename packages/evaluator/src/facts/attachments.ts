import { pointer } from '@iam-dossier/core/json';
import type { AttachedPolicy, Snapshot } from '@iam-dossier/core/snapshot';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { once } from './once.ts';

export interface AttachmentsFact {
  subject: number;
  /** Managed policies attached to it itself, with their places; `null` when the data does not tell. */
  attached: readonly (AttachedPolicy & { at: string })[] | null;
}

type Attached = AttachmentsFact['attached'];
const parts = ['userDetails', 'roleDetails', 'groupDetails'] as const;
const types = new Set(['user', 'role', 'group']);

/** Managed policies attached to each user, role and group itself: what comes by a group stands with the group. */
export const attachmentsFact = once((context): Known<readonly AttachmentsFact[]> => {
  const { snapshot, subjects } = context;
  if (!parts.some((part) => hasPart(snapshot, part))) return unknown(gapsOf(snapshot, ...parts));
  const byArn = attachedByArn(snapshot);
  const holders = subjects.filter(({ type }) => types.has(type));
  return known(
    holders.map(({ index, arn }) => ({ subject: index, attached: byArn.get(arn) ?? null })),
    gapsOf(snapshot, ...parts),
  );
});

function attachedByArn(snapshot: Snapshot): Map<string, Attached> {
  const lists = (['users', 'roles', 'groups'] as const).map((list) =>
    snapshot[list].map(({ arn, attachedManagedPolicies }, index) => {
      const placed = attachedManagedPolicies?.map((policy, place) => ({ ...policy, at: pointer(list, index, 'attachedManagedPolicies', place) }));
      return [arn, placed ?? null] as const;
    }),
  );
  return new Map(lists.flat());
}
