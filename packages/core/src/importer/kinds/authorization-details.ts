import type { PartName } from '../../snapshot/parts.ts';
import { groupShape, managedPolicyShape, nameOfArn, roleShape, userShape } from '../decode/entities.ts';
import { isMembers, type Members, type Shape } from '../decode/members.ts';
import { extentOf, isList, readEntries, type Kind } from './kind.ts';

const call = 'iam:GetAccountAuthorizationDetails';

const lists: { member: string; part: PartName; shape: Shape; nameMember: string }[] = [
  { member: 'UserDetailList', part: 'userDetails', shape: userShape, nameMember: 'userName' },
  { member: 'GroupDetailList', part: 'groupDetails', shape: groupShape, nameMember: 'groupName' },
  { member: 'RoleDetailList', part: 'roleDetails', shape: roleShape, nameMember: 'roleName' },
  { member: 'Policies', part: 'managedPolicies', shape: managedPolicyShape, nameMember: 'policyName' },
];

/** Key of an entity: its ARN. A missing name is read from the ARN, which ends with it. */
export function entityKey(nameMember: string): (entry: Members) => string | undefined {
  return (entry) => {
    const arn = entry['arn'];
    if (!isIamArn(arn)) return undefined;
    entry[nameMember] ??= nameOfArn(arn);
    return arn;
  };
}

/** Other services have users, roles and policies too, under the same members. */
export function isIamArn(arn: unknown): arn is string {
  return typeof arn === 'string' && /^arn:[^:]*:iam::/.test(arn);
}

/** `Policies` alone is this call only when its entries carry versions; without, it is ListPolicies. */
function hasVersions(value: unknown): boolean {
  return isList(value) && value.some((entry) => isMembers(entry) && isList(entry['PolicyVersionList']));
}

export const authorizationDetails: Kind = {
  call,
  matches: (value) =>
    isList(value['UserDetailList']) || isList(value['GroupDetailList']) || isList(value['RoleDetailList']) || hasVersions(value['Policies']),
  read: (value, draft) => {
    for (const { member, part, shape, nameMember } of lists) {
      const entries = value[member];
      if (!isList(entries)) continue;
      draft.open(part, extentOf(value));
      readEntries(entries, { call, part, shape, key: entityKey(nameMember) }, draft);
    }
  },
};
