import type { PermissionSet, Role, Snapshot } from '@iam-dossier/core/snapshot';

/** How long a session of a role lasts at most. */
export interface RoleSession {
  seconds: number;
  /** Pointer to what says so. */
  at: string;
}

/** AWS keeps this path for itself: nobody can give a role of their own the look of one of Identity Center. */
export function isFromPermissionSet(arn: string): boolean {
  return /^arn:[a-z0-9-]+:iam::\d{12}:role\/aws-reserved\/sso\.amazonaws\.com\//.test(arn);
}

/**
 * The longest session of a role: its own maximum; of a role that IAM Identity Center made, what its permission set says, for
 * the maximum on such a role binds nobody. `null` where the data does not tell.
 */
export class RoleSessions {
  private readonly snapshot: Snapshot;
  private readonly sets: ReadonlyMap<string, { set: PermissionSet; index: number }[]>;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    const sets = new Map<string, { set: PermissionSet; index: number }[]>();
    for (const [index, set] of (snapshot.identityCenter?.permissionSets ?? []).entries())
      if (set.name !== undefined) sets.set(set.name, [...(sets.get(set.name) ?? []), { set, index }]);
    this.sets = sets;
  }

  of({ arn, roleName, maxSessionDuration }: Role, index: number): RoleSession | null {
    if (isFromPermissionSet(arn)) return this.ofPermissionSet(roleName);
    return maxSessionDuration === undefined ? null : { seconds: maxSessionDuration, at: `/roles/${index}/maxSessionDuration` };
  }

  /** Only of the one set of that name that is known to be provisioned in this account. */
  private ofPermissionSet(roleName: string): RoleSession | null {
    const [, name = ''] = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(roleName) ?? [];
    const here = (this.sets.get(name) ?? []).filter(({ set }) => set.accountIds?.includes(this.snapshot.account.id) === true);
    const [found] = here;
    const seconds = found === undefined || here.length > 1 ? undefined : secondsOf(found.set.sessionDuration ?? '');
    return found === undefined || seconds === undefined ? null : { seconds, at: `/identityCenter/permissionSets/${found.index}/sessionDuration` };
  }
}

/** Seconds of an ISO 8601 duration of days, hours, minutes and seconds, such as `PT4H`. */
function secondsOf(duration: string): number | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  const [days, hours, minutes, seconds] = (found ?? []).slice(1).map((part) => Number(part ?? 0));
  const total = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return total > 0 ? total : undefined;
}
