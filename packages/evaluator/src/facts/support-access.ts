import { pointer } from '@iam-dossier/core/json';
import type { AttachedPolicy } from '@iam-dossier/core/snapshot';
import type { AccountContext } from './context.ts';
import { accountSubject } from './account-subject.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';

/** Something that AWS's policy for AWS Support is attached to. */
export interface Holder {
  name: string;
  at: string;
}

export interface SupportAccessFact {
  subject: number;
  roles: readonly Holder[];
  users: readonly Holder[];
  /** Groups with a member. */
  groups: readonly Holder[];
  /** Every user, group and role was seen with its attached policies. */
  whole: boolean;
}

const parts = ['userDetails', 'groupDetails', 'roleDetails'] as const;

export function supportAccessFact(context: AccountContext): Known<SupportAccessFact> {
  const { snapshot } = context;
  if (!parts.some((part) => hasPart(snapshot, part))) return unknown(gapsOf(snapshot, ...parts));
  const { users, groups, roles } = snapshot;
  const inGroups = new Set(users.flatMap((user) => user.groupList ?? []));
  const populated = holders('groups', groups, (group) => group.groupName).filter(({ name }) => inGroups.has(name));
  return known({
    subject: accountSubject(context),
    roles: holders('roles', roles, (role) => role.roleName),
    users: holders('users', users, (user) => user.userName),
    groups: populated,
    whole: parts.every((part) => snapshot.parts[part].status === 'complete') && [users, groups, roles].every(areDetailed),
  });
}

function areDetailed(entities: readonly { attachedManagedPolicies?: unknown }[]): boolean {
  return entities.every((entity) => entity.attachedManagedPolicies !== undefined);
}

/** Known by ARN in any partition: a customer can give a policy of its own the same name. */
const SUPPORT_ACCESS = /^arn:[a-z0-9-]+:iam::aws:policy\/AWSSupportAccess$/;

function isSupportAccess({ policyArn }: AttachedPolicy): boolean {
  return SUPPORT_ACCESS.test(policyArn);
}

function holders<E extends { attachedManagedPolicies?: AttachedPolicy[] | undefined }>(
  list: string,
  entities: readonly E[],
  nameOf: (entity: E) => string,
): Holder[] {
  return entities.flatMap((entity, index) => {
    const position = entity.attachedManagedPolicies?.findIndex(isSupportAccess) ?? -1;
    return position < 0 ? [] : [{ name: nameOf(entity), at: pointer(list, index, 'attachedManagedPolicies', position) }];
  });
}
