import { inOrder, type Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { byMember, lacking, mergedBy, NestedReader, type Joined } from './nested.ts';

/** Users and groups that an assignment names; of the others nothing is kept. */
export function joinIdentityStore(draft: Draft, assignments: readonly Members[]): Joined | undefined {
  const reader = new NestedReader(draft, 'identityStore');
  const all = (kind: 'User' | 'Group') => [`identitystore:List${kind}s`, `identitystore:Describe${kind}`].flatMap((call) => reader.all(call));
  const found = { users: mergedBy(all('User'), 'userId'), groups: mergedBy(all('Group'), 'groupId') };
  if (!reader.answered) return undefined;
  const named = (type: string) =>
    new Set(assignments.filter((entry) => entry['principalType'] === type).map((entry) => String(entry['principalId'])));
  const wanted = { users: named('USER'), groups: named('GROUP') };
  const kept = (kind: 'users' | 'groups') => [...found[kind]].filter(([id]) => wanted[kind].has(id)).map(([, entry]) => inOrder(entry));
  const value = { groups: byMember(kept('groups'), 'groupId'), users: byMember(kept('users'), 'userId') };
  const count = value.users.length + value.groups.length;
  const left = found.users.size + found.groups.size - count;
  const words =
    left === 1
      ? 'user or group of Identity Center has no assignment here and is'
      : 'users and groups of Identity Center have no assignment here and are';
  if (left > 0) draft.note('ignored', 'not-assigned', `${left} ${words} not kept`, '');
  return {
    value,
    count,
    reasons: [
      ...lacking(wanted.users.size - value.users.length, 'user with an assignment is not here', 'users with an assignment are not here'),
      ...lacking(wanted.groups.size - value.groups.length, 'group with an assignment is not here', 'groups with an assignment are not here'),
      ...(assignments.length === 0 ? ['no assignment is here that would name a user or group'] : []),
    ],
  };
}
