import { z } from 'zod';
import { partNames, partStatuses, type PartStatus, type Snapshot } from '../../snapshot/index.ts';

const count = z.int().nonnegative();

/** What is to be known of a stored snapshot without reading it. */
export const summarySchema = z.strictObject({
  /** SHA-256 of the canonical form of the file's content. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  formatVersion: z.int().positive(),
  generatorVersion: z.string(),
  counts: z.strictObject({ users: count, groups: count, roles: count, managedPolicies: count }),
  /** How many parts of the snapshot have each status. */
  parts: z.strictObject(Object.fromEntries(partStatuses.map((status) => [status, count])) as Record<PartStatus, typeof count>),
});
export type SnapshotSummary = z.infer<typeof summarySchema>;

export function summaryOf(snapshot: Snapshot, digest: string): SnapshotSummary {
  const { users, groups, roles, managedPolicies, parts, generator, formatVersion } = snapshot;
  const withStatus = (status: PartStatus) => partNames.filter((name) => parts[name].status === status).length;
  return {
    digest,
    formatVersion,
    generatorVersion: generator.version,
    counts: { users: users.length, groups: groups.length, roles: roles.length, managedPolicies: managedPolicies.length },
    parts: Object.fromEntries(partStatuses.map((status) => [status, withStatus(status)])) as SnapshotSummary['parts'],
  };
}
