export const escalationCategories = ['selfEscalation', 'principalAccess', 'newPassRole', 'existingPassRole'] as const;
export type EscalationCategory = (typeof escalationCategories)[number];

/**
 * What an action must be allowed on. `self`: the caller's own user or role. `ownGroup`, `ownPolicy`: a group it is in, a customer
 * managed policy in force on it. `group`: one it is not in. `user`, `role`: another one. `rolePolicy`: a customer managed policy
 * attached to that role. `passedRole`: a role that trusts the service. `service`: whatever the action takes.
 */
export type Target = 'self' | 'ownGroup' | 'ownPolicy' | 'group' | 'user' | 'role' | 'rolePolicy' | 'passedRole' | 'service';

/** What must be so of the target, beside being there. The snapshot can answer each. */
export type Need =
  | 'boundary'
  | 'managedDeny'
  | 'inlineDeny'
  | 'widerVersion'
  | 'spareKey'
  | 'twoKeys'
  | 'password'
  | 'noPassword'
  | 'trustsCaller'
  | 'namesCaller'
  | 'roleBoundary'
  | 'instanceProfile';

/** A set of actions that together give a principal more than it was given. */
export interface EscalationPath {
  /** Of pathfinding.cloud, or with the source before it; `own-` where no list has it. */
  id: string;
  /** All are needed. A pattern stands for every action that fits. */
  actions: readonly string[];
  /** What each action must be allowed on; `service` where not told. */
  on?: Readonly<Record<string, Target>>;
  needs?: readonly Need[];
  /** Goes as far on these of a role that names the caller in its trust policy: to assume that takes no grant. */
  orOn?: 'role' | 'rolePolicy';
  /** Service principals; the role given or used must trust one of them. */
  services?: readonly string[];
  /** It needs something that runs or stands already, which no IAM data tells of. */
  existing?: true;
  /** The target may be given everything: it need not be more privileged before. */
  everything?: true;
  /** The smaller set it only adds actions to. */
  parent?: string;
  /** Judged as these: patterns of which they are the techniques. */
  like?: readonly string[];
  /** `ended`: AWS has closed the service. `closed`: to new customers only. */
  retired?: 'ended' | 'closed';
  /** Works only in the account that manages IAM Identity Center. */
  accountBound?: true;
}
