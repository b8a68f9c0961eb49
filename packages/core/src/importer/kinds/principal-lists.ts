import { roleShape, userShape } from '../decode/entities.ts';
import { isMembers } from '../decode/members.ts';
import { entityKey } from './authorization-details.ts';
import { isList, listKind, type Kind } from './kind.ts';

const users = { part: 'users', shape: userShape, key: entityKey('userName') } as const;
const roles = { part: 'roles', shape: roleShape, key: entityKey('roleName') } as const;

export const principalLists: Kind[] = [
  listKind({
    ...users,
    call: 'iam:ListUsers',
    member: 'Users',
    // GetGroup lists the group's users beside the group.
    matches: (value) => isList(value['Users']) && !isMembers(value['Group']),
  }),
  listKind({ ...users, call: 'iam:GetUser', member: 'User', single: true }),
  listKind({ ...roles, call: 'iam:ListRoles', member: 'Roles' }),
  listKind({ ...roles, call: 'iam:GetRole', member: 'Role', single: true }),
];
