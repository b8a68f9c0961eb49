import { partNames, type Snapshot } from '@iam-dossier/core/snapshot';

/** A snapshot's inventory for machines: all it says of itself, without the entities. */
export function snapshotJson(snapshot: Snapshot): Record<string, unknown> {
  const { account, collectedAt, parts, notes, unknownMembers, users, groups, roles, managedPolicies } = snapshot;
  return {
    account,
    collectedAt,
    counts: { users: users.length, groups: groups.length, roles: roles.length, managedPolicies: managedPolicies.length },
    parts,
    missing: partNames.filter((name) => parts[name].status === 'missing'),
    unknownMembers,
    notes,
  };
}
