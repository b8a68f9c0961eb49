import { digestOf } from '@iam-dossier/core/json';
import { parsePolicyDocument, type StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import type { Group, ManagedPolicy, Role, Snapshot, User } from '@iam-dossier/core/snapshot';
import { DocumentAnalyser, type ReadablePolicy } from '../document.ts';
import type { PolicyInForce } from '../policy-in-force.ts';
import { analysePrincipal, type PrincipalPolicies } from '../principal.ts';
import { waysInOf } from '../trust.ts';
import type { Caller } from './caller.ts';
import type { Privileges } from './holding.ts';
import { otherVersionsOf } from './versions.ts';
import { AccountView, type AccountLists, type GroupTarget, type Known, type RoleTarget, type TrustedWay } from './view.ts';

/** Who and what is in a snapshot, with what each may do. */
export function viewOf(snapshot: Snapshot): AccountView {
  const reader = new Reader(snapshot);
  return new AccountView({
    id: snapshot.account.id,
    users: snapshot.users.map((user) => ({
      arn: user.arn,
      keys: keysOf(user, snapshot),
      password: passwordOf(user, snapshot),
      privileges: reader.privileges(reader.ofUser(user), 'user', user),
    })),
    roles: snapshot.roles.map((role) => reader.role(role)),
    ...othersIn(snapshot),
  });
}

/** What of a view is the same wherever users and roles come from. */
export function othersIn(snapshot: Snapshot): Omit<AccountLists, 'id' | 'users' | 'roles'> {
  const { parts } = snapshot;
  const policies = new Map(snapshot.managedPolicies.map((policy) => [policy.arn, policy]));
  return {
    groups: () => groupsOf(snapshot),
    versions: (arn) => {
      const policy = policies.get(arn);
      return policy && otherVersionsOf(policy);
    },
    whole: {
      users: parts.userDetails.status === 'complete' || parts.users.status === 'complete',
      roles: parts.roleDetails.status === 'complete' || parts.roles.status === 'complete',
      groups: parts.groupDetails.status === 'complete',
    },
  };
}

function groupsOf(snapshot: Snapshot): GroupTarget[] {
  const reader = new Reader(snapshot);
  return snapshot.groups.map((group) => ({ arn: group.arn, privileges: reader.privileges(reader.ofGroups([group.groupName]), 'user', group) }));
}

/** The caller with what the snapshot tells of it, where it is in there. */
export function callerIn(snapshot: Snapshot | undefined, caller: Caller): Caller {
  const { arn } = caller;
  const type = caller.type ?? (arn === undefined ? undefined : arn.includes(':role/') ? 'role' : arn.includes(':user/') ? 'user' : undefined);
  const user = snapshot?.users.find((entry) => entry.arn === arn);
  const entity = user ?? snapshot?.roles.find((entry) => entry.arn === arn);
  const groups = snapshot?.groups.filter((group) => user?.groupList?.includes(group.groupName)) ?? [];
  const attached = [entity, ...groups].flatMap((entry) => entry?.attachedManagedPolicies?.map((policy) => policy.policyArn) ?? []);
  const own = attached.filter((policy) => !policy.includes(':iam::aws:'));
  const found = entity ? { groupArns: groups.map((group) => group.arn), ownPolicyArns: [...new Set(own)] } : {};
  return { ...found, ...caller, ...(type === undefined ? {} : { type }) };
}

/** Policies of principals, each document read once. */
class Reader {
  private readonly managed: ReadonlyMap<string, ManagedPolicy>;
  private readonly groups: ReadonlyMap<string, Group>;
  private readonly analyser = new DocumentAnalyser();
  private readonly read = new Map<StoredPolicyDocument, ReadablePolicy>();

  constructor(snapshot: Snapshot) {
    this.managed = new Map(snapshot.managedPolicies.map((policy) => [policy.arn, policy]));
    this.groups = new Map(snapshot.groups.map((group) => [group.groupName, group]));
  }

  ofUser(user: User): PrincipalPolicies {
    const own = this.policies(user.attachedManagedPolicies, user.userPolicyList);
    const { policies, absentGroups } = this.ofGroups(user.groupList ?? []);
    return { policies: own && [...own, ...(policies ?? [])], absentGroups, ...this.boundary(user) };
  }

  ofGroups(names: readonly string[]): PrincipalPolicies {
    const found = names.flatMap((name) => this.groups.get(name) ?? []);
    const policies = found.flatMap((group) => this.policies(group.attachedManagedPolicies, group.groupPolicyList) ?? []);
    return { policies, absentGroups: names.filter((name) => this.groups.get(name)?.attachedManagedPolicies === undefined) };
  }

  role(role: Role): RoleTarget {
    const policies = { policies: this.policies(role.attachedManagedPolicies, role.rolePolicyList), absentGroups: [], ...this.boundary(role) };
    const profiles = role.instanceProfileList;
    return {
      arn: role.arn,
      reserved: isReserved(role.arn),
      boundary: role.permissionsBoundary !== undefined,
      instanceProfile: profiles === undefined ? 'unknown' : profiles.length > 0 ? 'yes' : 'no',
      policyArns: (role.attachedManagedPolicies ?? []).map(({ policyArn }) => policyArn).filter((arn) => !arn.includes(':iam::aws:')),
      ways: waysOf(role),
      privileges: this.privileges(policies, 'role', role),
    };
  }

  privileges(input: PrincipalPolicies, type: 'user' | 'role', { arn }: { arn: string }): Privileges {
    return analysePrincipal(input, { type, arn, groupArns: [], ownPolicyArns: [] }, this.analyser).holding.privileges;
  }

  private policies(attached: User['attachedManagedPolicies'], inline: User['userPolicyList']): PolicyInForce[] | null {
    if (attached === undefined) return null;
    return [
      ...attached.map(({ policyName, policyArn }) => ({ policyName, policyArn, document: this.ofManaged(policyArn) })),
      ...(inline ?? []).map(({ policyName, policyDocument }) => ({ policyName, document: this.of(policyDocument) })),
    ];
  }

  private boundary({ permissionsBoundary }: User | Role): Pick<PrincipalPolicies, 'boundary'> {
    const arn = permissionsBoundary?.permissionsBoundaryArn;
    return arn === undefined ? {} : { boundary: { arn, document: this.ofManaged(arn) } };
  }

  private ofManaged(arn: string): ReadablePolicy {
    const document = this.managed.get(arn)?.policyVersionList?.find((version) => version.isDefaultVersion)?.document;
    return document === undefined ? { state: 'unresolved' } : this.of(document);
  }

  private of(document: StoredPolicyDocument): ReadablePolicy {
    const before = this.read.get(document);
    if (before) return before;
    const parsed = parsePolicyDocument(document);
    const result: ReadablePolicy = parsed.ok
      ? { state: 'read', statements: parsed.statements, document, digest: digestOf(document) }
      : { state: 'unreadable' };
    this.read.set(document, result);
    return result;
  }
}

/** Roles that AWS makes and keeps: an account can change neither their policies nor their trust. */
export function isReserved(arn: string): boolean {
  return /:role\/(aws-service-role|aws-reserved)\//.test(arn);
}

const unreadable: TrustedWay = { kind: 'unreadable', from: '', conditional: false, conditionKeys: [] };

function waysOf({ assumeRolePolicyDocument: document }: Role): readonly TrustedWay[] {
  const parsed = document === undefined ? undefined : parsePolicyDocument(document);
  return parsed?.ok ? waysInOf(parsed.statements) : [unreadable];
}

function keysOf({ userName }: User, { accessKeys, parts, credentialReport }: Snapshot): number | null {
  const listed = accessKeys.filter((key) => key.userName === userName).length;
  if (listed > 0 || parts.accessKeys.status === 'complete') return listed;
  const row = credentialReport?.rows.find((entry) => entry.user === userName);
  if (!row) return null;
  // An inactive key keeps its place; a date tells that there is one.
  return [
    [row.accessKey1Active, row.accessKey1LastRotated],
    [row.accessKey2Active, row.accessKey2LastRotated],
  ].filter(([active, rotated]) => active === true || (typeof rotated === 'string' && rotated !== 'N/A')).length;
}

function passwordOf({ userName }: User, { credentialReport }: Snapshot): Known {
  const enabled = credentialReport?.rows.find((entry) => entry.user === userName)?.passwordEnabled;
  return enabled === true ? 'yes' : enabled === false ? 'no' : 'unknown';
}
