import type { Tag } from '@iam-dossier/core/snapshot';
import { isDetailed } from './grants.ts';

interface Tagged {
  tags?: readonly Tag[] | undefined;
  attachedManagedPolicies?: Parameters<typeof isDetailed>[0];
}

/**
 * Tags that people set; `null` when the data does not tell. ListUsers and ListRoles leave tags out, and the authorization details an empty
 * list. Tags under `aws:` are AWS's own.
 */
export function ownTags(entity: Tagged | undefined): readonly Tag[] | null {
  const tags = entity?.tags ?? (isDetailed(entity?.attachedManagedPolicies) ? [] : undefined);
  return tags?.filter(({ key }) => !/^aws:/i.test(key)) ?? null;
}
