import { roleShape, userShape } from '../decode/entities.ts';
import { isMembers } from '../decode/members.ts';
import { entityKey, isIamArn } from './authorization-details.ts';
import { isList, listKind, type Kind } from './kind.ts';

const users = { part: 'users', shape: userShape, key: entityKey('userName') } as const;
const roles = { part: 'roles', shape: roleShape, key: entityKey('roleName') } as const;

/** Other services list users and roles too: theirs have ARNs of another service, or none. */
function areOfIam(value: unknown): boolean {
  return isList(value) && (value.length === 0 || value.some((entry) => isMembers(entry) && isIamArn(entry['Arn'])));
}

const isOfIam = (value: unknown) => areOfIam([value]);

export const principalLists: Kind[] = [
  listKind({
    ...users,
    call: 'iam:ListUsers',
    member: 'Users',
    // GetGroup lists the group's users beside the group.
    matches: (value) => areOfIam(value['Users']) && !isMembers(value['Group']),
  }),
  listKind({ ...users, call: 'iam:GetUser', member: 'User', single: true, matches: (value) => isOfIam(value['User']) }),
  listKind({ ...roles, call: 'iam:ListRoles', member: 'Roles', matches: (value) => areOfIam(value['Roles']) }),
  listKind({ ...roles, call: 'iam:GetRole', member: 'Role', single: true, matches: (value) => isOfIam(value['Role']) }),
];
