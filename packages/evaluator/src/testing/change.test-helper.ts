import { partNames, type PartName, type Snapshot } from '@iam-dossier/core/snapshot';

/** Freezes a value and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(member);
  return value;
}

/** The snapshot with every list in the other order. Lists inside policy documents mean what they mean by their order, and stay. */
export function shuffled(snapshot: Snapshot): Snapshot {
  const turned = Object.entries(snapshot).map(([name, member]) => [name, Array.isArray(member) ? member.map(turnedEntity).reverse() : member]);
  const copy = Object.fromEntries(turned) as Snapshot;
  const { credentialReport } = snapshot;
  return credentialReport ? { ...copy, credentialReport: { ...credentialReport, rows: credentialReport.rows.toReversed() } } : copy;
}

const innerLists = ['groupList', 'attachedManagedPolicies', 'userPolicyList', 'groupPolicyList', 'rolePolicyList', 'policyVersionList', 'tags'];

function turnedEntity(entity: unknown): unknown {
  if (entity === null || typeof entity !== 'object') return entity;
  return Object.fromEntries(
    Object.entries(entity).map(([name, member]) => [name, Array.isArray(member) && innerLists.includes(name) ? member.toReversed() : member]),
  );
}

export function presentParts({ parts }: Snapshot): PartName[] {
  return partNames.filter((part) => parts[part].status === 'complete' || parts[part].status === 'partial');
}

/** The snapshot as it would be had nobody handed in the part. */
export function withoutPart(snapshot: Snapshot, part: PartName): Snapshot {
  const parts = { ...snapshot.parts, [part]: { status: 'missing', sources: [], reason: 'no file holds it' } };
  return { ...snapshot, ...dataWithout(snapshot, part), parts };
}

const listsOfParts: Partial<Record<PartName, keyof Snapshot>> = { groupDetails: 'groups' };
const fromUserList = ['arn', 'userName', 'userId', 'path', 'createDate', 'passwordLastUsed'];
const fromRoleList = ['arn', 'roleName', 'roleId', 'path', 'createDate', 'description', 'maxSessionDuration', 'assumeRolePolicyDocument'];

function dataWithout(snapshot: Snapshot, part: PartName): Partial<Snapshot> {
  const listed = (other: PartName) => snapshot.parts[other].status === 'complete' || snapshot.parts[other].status === 'partial';
  if (part === 'userDetails') return { users: listed('users') ? snapshot.users.map((user) => only(user, fromUserList)) : [] };
  if (part === 'roleDetails') return { roles: listed('roles') ? snapshot.roles.map((role) => only(role, fromRoleList)) : [] };
  if (part === 'users' || part === 'roles') return listed(part === 'users' ? 'userDetails' : 'roleDetails') ? {} : { [part]: [] };
  const member = listsOfParts[part] ?? part;
  const value = (snapshot as Record<string, unknown>)[member];
  return { [member]: Array.isArray(value) ? [] : undefined };
}

function only<T extends object>(entity: T, members: readonly string[]): T {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => members.includes(name))) as T;
}
