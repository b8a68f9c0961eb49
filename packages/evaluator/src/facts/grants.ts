import type { GrantedPolicy } from '@iam-dossier/core/assessment';
import { compareText, pointer } from '@iam-dossier/core/json';
import type { AttachedPolicy, Group, InlinePolicy, Role, Snapshot, User } from '@iam-dossier/core/snapshot';
import { documentsOf, type Documents, type ReadDocument } from './documents.ts';
import { policyTypeOf } from './policy-type.ts';

/** A policy in force on a principal, and what its document says. */
export interface Grant {
  row: GrantedPolicy;
  read: ReadDocument;
}

export interface Grants {
  /** `null`: the snapshot does not say which policies the principal has. */
  policies: readonly Grant[] | null;
  boundary?: { arn: string; read: ReadDocument };
  /** Groups whose policies are not in the snapshot. */
  absentGroups: readonly string[];
  /** ARNs of the groups a user is in, as far as they are in the snapshot. */
  groupArns: readonly string[];
}

/** Where a policy comes from: directly, or by a group of this name. */
type Route = { group?: string };

/** Policies of every user and role: attached, inline, and by group. */
export class GrantBook {
  private readonly groups: ReadonlyMap<string, { group: Group; index: number }>;
  private readonly documents: Documents;

  constructor(snapshot: Snapshot) {
    this.groups = new Map(snapshot.groups.map((group, index) => [group.groupName, { group, index }]));
    this.documents = documentsOf(snapshot);
  }

  ofUser(user: User, index: number): Grants {
    const collected = new Map<string, Grant>();
    const own = this.collect(collected, user.attachedManagedPolicies, user.userPolicyList, ['users', index, 'userPolicyList'], {});
    const absentGroups = (user.groupList ?? []).filter((name) => !this.collectGroup(collected, name));
    const policies = own && user.groupList !== undefined ? sorted(collected) : null;
    const groupArns = (user.groupList ?? []).flatMap((name) => this.groups.get(name)?.group.arn ?? []).sort(compareText);
    return { policies, ...this.boundary(user), absentGroups, groupArns };
  }

  ofRole(role: Role, index: number): Grants {
    const collected = new Map<string, Grant>();
    const own = this.collect(collected, role.attachedManagedPolicies, role.rolePolicyList, ['roles', index, 'rolePolicyList'], {});
    return { policies: own ? sorted(collected) : null, ...this.boundary(role), absentGroups: [], groupArns: [] };
  }

  /** The role's trust policy, read like the others. */
  trustOf(role: Role, index: number): ReadDocument {
    if (role.assumeRolePolicyDocument === undefined) return { state: 'unresolved' };
    return this.documents.of(role.assumeRolePolicyDocument, pointer('roles', index, 'assumeRolePolicyDocument'), 'trust');
  }

  private boundary({ permissionsBoundary }: User | Role): Pick<Grants, 'boundary'> {
    if (!permissionsBoundary) return {};
    const arn = permissionsBoundary.permissionsBoundaryArn;
    return { boundary: { arn, read: this.documents.ofManaged(arn) } };
  }

  private collectGroup(collected: Map<string, Grant>, name: string): boolean {
    const found = this.groups.get(name);
    if (!found) return false;
    const { group, index } = found;
    return this.collect(collected, group.attachedManagedPolicies, group.groupPolicyList, ['groups', index, 'groupPolicyList'], { group: name });
  }

  private collect(
    collected: Map<string, Grant>,
    attached: readonly AttachedPolicy[] | undefined,
    inline: readonly InlinePolicy[] | undefined,
    at: (string | number)[],
    route: Route,
  ): boolean {
    for (const { policyName, policyArn } of attached ?? []) {
      add(collected, policyArn, { policyName, policyArn, type: policyTypeOf(policyArn) }, this.documents.ofManaged(policyArn), route);
    }
    for (const [position, { policyName, policyDocument }] of (inline ?? []).entries()) {
      const path = pointer(...at, position, 'policyDocument');
      add(collected, path, { policyName, type: 'customerInline' }, this.documents.of(policyDocument, path), route);
    }
    return isDetailed(attached);
  }
}

/** GetAccountAuthorizationDetails always lists attached policies and leaves out an empty list of inline ones; other calls list neither. */
export function isDetailed(attached: readonly AttachedPolicy[] | undefined): attached is readonly AttachedPolicy[] {
  return attached !== undefined;
}

function add(
  collected: Map<string, Grant>,
  key: string,
  { policyName, policyArn, type }: Pick<GrantedPolicy, 'policyName' | 'policyArn' | 'type'>,
  read: ReadDocument,
  { group }: Route,
): void {
  const before = collected.get(key)?.row;
  if (!before) {
    const row: GrantedPolicy = { policyName, type, direct: group === undefined, groups: group === undefined ? [] : [group] };
    if (policyArn !== undefined) row.policyArn = policyArn;
    if (read.state === 'read') row.digest = read.digest;
    else row.document = read.state;
    collected.set(key, { row, read });
  } else if (group === undefined) before.direct = true;
  else before.groups = [...before.groups, group].sort(compareText);
}

function sorted(collected: Map<string, Grant>): Grant[] {
  if (collected.size < 2) return [...collected.values()];
  return [...collected.entries()]
    .sort(([a, x], [b, y]) => compareText(x.row.policyName, y.row.policyName) || compareText(a, b))
    .map(([, grant]) => grant);
}
