import { pointer } from '@iam-dossier/core/json';
import type { InlinePolicy, Snapshot } from '@iam-dossier/core/snapshot';
import type { IndexedSubject } from './context.ts';
import { isDetailed } from './grants.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { once } from './once.ts';

export interface InlinePoliciesFact {
  subject: number;
  inScope: boolean;
  arn: string;
  /** Names and places; `null` when the data does not tell. */
  policies: readonly { policyName: string; at: string }[] | null;
}

type Held = InlinePoliciesFact['policies'];
const parts = ['userDetails', 'roleDetails', 'groupDetails'] as const;
const types = new Set(['user', 'role', 'group']);

/** Inline policies of every user, role and group. */
export const inlinePoliciesFact = once((context): Known<readonly InlinePoliciesFact[]> => {
  const { snapshot, subjects } = context;
  if (!parts.some((part) => hasPart(snapshot, part))) return unknown(gapsOf(snapshot, ...parts));
  const held = heldByArn(snapshot);
  const principals = subjects.filter(({ type }) => types.has(type));
  return known(
    principals.map((subject: IndexedSubject) => ({
      subject: subject.index,
      inScope: subject.inScope,
      arn: subject.arn,
      policies: held.get(subject.arn) ?? null,
    })),
    gapsOf(snapshot, ...parts),
  );
});

function heldByArn({ users, roles, groups }: Snapshot): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const [index, user] of users.entries()) held.set(user.arn, placed(user.userPolicyList, user, ['users', index, 'userPolicyList']));
  for (const [index, role] of roles.entries()) held.set(role.arn, placed(role.rolePolicyList, role, ['roles', index, 'rolePolicyList']));
  for (const [index, group] of groups.entries()) held.set(group.arn, placed(group.groupPolicyList, group, ['groups', index, 'groupPolicyList']));
  return held;
}

const none: Held = [];

/** The authorization details leave out an empty list. */
function placed(
  list: readonly InlinePolicy[] | undefined,
  { attachedManagedPolicies }: { attachedManagedPolicies?: Parameters<typeof isDetailed>[0] },
  path: (string | number)[],
): Held {
  if (list === undefined || list.length === 0) return list || isDetailed(attachedManagedPolicies) ? none : null;
  return list.map(({ policyName }, index) => ({ policyName, at: pointer(...path, index) }));
}
