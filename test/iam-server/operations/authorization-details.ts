import { isValues, type Values } from '../account/look-up.ts';
import type { Served } from '../account/served.ts';
import type { Answer, Ask } from './handler.ts';

const filters = ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const;
type Filter = (typeof filters)[number];

/** One marker walks all lists, so that a page may hold any mix. Lists that the filter leaves out are there and empty. */
export function authorizationDetails({ params, served }: Ask): Answer {
  const wanted = Array.isArray(params['Filter']) && params['Filter'].length > 0 ? (params['Filter'] as Filter[]) : filters;
  const { users, groups, roles } = served.snapshot;
  const given = (filter: Filter, entries: readonly Values[]) => (wanted.includes(filter) ? entries : []);
  return {
    lists: [
      ['UserDetailList', given('User', users.filter(isDetailed).map(withLists(['groupList', 'attachedManagedPolicies'])))],
      ['GroupDetailList', given('Group', groups.map(withLists(['attachedManagedPolicies', 'groupPolicyList'])))],
      [
        'RoleDetailList',
        given(
          'Role',
          roles
            .filter(isDetailed)
            .map(withLists(['attachedManagedPolicies', 'rolePolicyList', 'instanceProfileList']))
            .map(withProfileRoles(served)),
        ),
      ],
      ['Policies', policiesOf(served, wanted)],
    ],
  };
}

/** A user or role that only the list calls knew has no lists. */
function isDetailed(entity: Values): boolean {
  return entity['attachedManagedPolicies'] !== undefined;
}

function withLists(names: readonly string[]) {
  return (entity: Values): Values => ({ ...Object.fromEntries(names.map((name) => [name, []])), ...entity });
}

/** A snapshot names the roles of an instance profile; AWS describes them. */
function withProfileRoles({ snapshot }: Served) {
  const described = new Map(snapshot.roles.map((role) => [role.roleName, role]));
  return (role: Values): Values => ({
    ...role,
    instanceProfileList: (role['instanceProfileList'] as Values[]).map((profile) => ({
      ...profile,
      roles: (profile['roleNames'] as string[]).map((name) => described.get(name)).filter(isValues),
    })),
  });
}

function policiesOf({ snapshot }: Served, wanted: readonly Filter[]): Values[] {
  return snapshot.managedPolicies.filter(({ arn }) => wanted.includes(arn.includes(':iam::aws:') ? 'AWSManagedPolicy' : 'LocalManagedPolicy'));
}
