import { AccountView, isReserved, othersIn, type RoleTarget, type UserTarget } from '../policy/escalation/index.ts';
import type { AccountContext } from './context.ts';
import type { PrincipalFact } from './principals.ts';
import { trustFact, type RoleTrust } from './trust.ts';
import { usersFact, type UserFact } from './users.ts';

/** The account as escalation paths see it, from facts made already. */
export function escalationView(context: AccountContext, principals: readonly PrincipalFact[]): AccountView {
  const users = usersFact(context);
  const trusts = trustFact(context);
  const byUser = new Map(users.known ? users.value.map((user) => [user.subject, user]) : []);
  const byRole = new Map(trusts.known ? trusts.value.map((trust) => [trust.subject, trust]) : []);
  return new AccountView({
    id: context.snapshot.account.id,
    users: principals.filter(({ type }) => type === 'user').map((user) => userTarget(user, byUser.get(user.subject))),
    roles: principals.filter(({ type }) => type === 'role').map((role) => roleTarget(role, byRole.get(role.subject))),
    ...othersIn(context.snapshot),
  });
}

function userTarget({ arn, analysis }: PrincipalFact, user: UserFact | undefined): UserTarget {
  const access = user?.console.access;
  return {
    arn,
    keys: user?.accessKeys?.length ?? null,
    password: access === 'enabled' ? 'yes' : access === 'disabled' ? 'no' : 'unknown',
    privileges: analysis.holding.privileges,
  };
}

function roleTarget({ arn, analysis, boundary, policies }: PrincipalFact, trust: RoleTrust | undefined): RoleTarget {
  const profiles = trust?.role.instanceProfileList;
  return {
    arn,
    reserved: isReserved(arn),
    boundary: boundary !== undefined,
    instanceProfile: profiles === undefined ? 'unknown' : profiles.length > 0 ? 'yes' : 'no',
    policyArns: (policies ?? []).flatMap(({ type, policyArn }) => (type === 'customerManaged' && policyArn !== undefined ? [policyArn] : [])),
    ways: trust?.ways ?? [{ kind: 'unreadable', from: '', conditional: false, conditionKeys: [] }],
    privileges: analysis.holding.privileges,
  };
}
