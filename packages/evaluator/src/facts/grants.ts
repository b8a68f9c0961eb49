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

/** A grant under what the same policy is known by again: its ARN, or the place of an inline one. */
type Keyed = readonly [key: string, grant: Grant];

/** What is listed with a user, group or role; `whole`: all of it is. */
interface Listed {
  grants: readonly Keyed[];
  whole: boolean;
}

/** Policies of every user and role: attached, inline, and by group. What several have is told by one and the same grant. */
export class GrantBook {
  private readonly groups: ReadonlyMap<string, { group: Group; index: number }>;
  private readonly documents: Documents;
  /** What is attached directly, by ARN. */
  private readonly attached = new Map<string, Keyed>();
  private readonly ofGroups = new Map<string, Listed>();

  constructor(snapshot: Snapshot) {
    this.groups = new Map(snapshot.groups.map((group, index) => [group.groupName, { group, index }]));
    this.documents = documentsOf(snapshot);
  }

  ofUser(user: User, index: number): Grants {
    const own = this.listed(user.attachedManagedPolicies, user.userPolicyList, ['users', index, 'userPolicyList']);
    const names = user.groupList ?? [];
    const lists = names.map((name) => this.ofGroup(name));
    const policies = own.whole && user.groupList !== undefined ? sorted([own, ...lists]) : null;
    const absentGroups = names.filter((_, place) => lists[place]?.whole !== true);
    const groupArns = names.flatMap((name) => this.groups.get(name)?.group.arn ?? []).sort(compareText);
    return { policies, ...this.boundary(user), absentGroups, groupArns };
  }

  ofRole(role: Role, index: number): Grants {
    const own = this.listed(role.attachedManagedPolicies, role.rolePolicyList, ['roles', index, 'rolePolicyList']);
    return { policies: own.whole ? sorted([own]) : null, ...this.boundary(role), absentGroups: [], groupArns: [] };
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

  private ofGroup(name: string): Listed {
    const before = this.ofGroups.get(name);
    if (before) return before;
    const found = this.groups.get(name);
    const listed = found
      ? this.listed(found.group.attachedManagedPolicies, found.group.groupPolicyList, ['groups', found.index, 'groupPolicyList'], name)
      : { grants: [], whole: false };
    this.ofGroups.set(name, listed);
    return listed;
  }

  private listed(
    attached: readonly AttachedPolicy[] | undefined,
    inline: readonly InlinePolicy[] | undefined,
    at: (string | number)[],
    group?: string,
  ): Listed {
    const grants: Keyed[] = [];
    for (const policy of attached ?? []) grants.push(group === undefined ? this.direct(policy) : this.managed(policy, group));
    for (const [position, { policyName, policyDocument }] of (inline ?? []).entries()) {
      const path = pointer(...at, position, 'policyDocument');
      grants.push([path, grantOf({ policyName, type: 'customerInline' }, this.documents.of(policyDocument, path), group)]);
    }
    return { grants, whole: isDetailed(attached) };
  }

  /** A policy attached to many is told once, unless some of them have it under another name. */
  private direct(policy: AttachedPolicy): Keyed {
    const before = this.attached.get(policy.policyArn);
    if (before?.[1].row.policyName === policy.policyName) return before;
    const keyed = this.managed(policy);
    this.attached.set(policy.policyArn, keyed);
    return keyed;
  }

  private managed({ policyName, policyArn }: AttachedPolicy, group?: string): Keyed {
    const row = { policyName, policyArn, type: policyTypeOf(policyArn) };
    return [policyArn, grantOf(row, this.documents.ofManaged(policyArn), group)];
  }
}

/** GetAccountAuthorizationDetails always lists attached policies and leaves out an empty list of inline ones; other calls list neither. */
export function isDetailed(attached: readonly AttachedPolicy[] | undefined): attached is readonly AttachedPolicy[] {
  return attached !== undefined;
}

function grantOf(policy: Pick<GrantedPolicy, 'policyName' | 'policyArn' | 'type'>, read: ReadDocument, group: string | undefined): Grant {
  const row: GrantedPolicy = { ...policy, direct: group === undefined, groups: group === undefined ? [] : [group] };
  if (read.state === 'read') row.digest = read.digest;
  else row.document = read.state;
  return { row, read };
}

/** Grants in the order of their names, each policy once. */
function sorted(lists: readonly Listed[]): Grant[] {
  const [first, ...others] = lists.filter(({ grants }) => grants.length > 0);
  if (!first) return [];
  if (others.length === 0 && first.grants.length === 1) return first.grants.map(([, grant]) => grant);
  const collected = new Map<string, Grant>();
  for (const { grants } of [first, ...others]) {
    for (const [key, grant] of grants) {
      const before = collected.get(key);
      collected.set(key, before ? together(before, grant) : grant);
    }
  }
  return [...collected].sort(([a, x], [b, y]) => compareText(x.row.policyName, y.row.policyName) || compareText(a, b)).map(([, grant]) => grant);
}

/** A policy that comes by more than one way. */
function together({ row, read }: Grant, { row: other }: Grant): Grant {
  return { row: { ...row, direct: row.direct || other.direct, groups: [...row.groups, ...other.groups].sort(compareText) }, read };
}
