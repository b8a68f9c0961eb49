import { AccountView, type AccountLists, type RoleTarget, type TrustedWay, type UserTarget } from './view.ts';

export const accountId = '111122223333';
const privileges = { administrator: true, partial: false, wide: { places: [], words: [] } };

export const way = (kind: TrustedWay['kind'], from: string, ...conditionKeys: string[]): TrustedWay => ({
  kind,
  from,
  conditional: conditionKeys.length > 0,
  conditionKeys,
});

/** A way in for a service, by the first part of its name. */
export const service = (name: string, ...conditionKeys: string[]): TrustedWay => way('service', `${name}.amazonaws.com`, ...conditionKeys);

/** An administrator's role in an instance profile, unless told otherwise. */
export const roleTarget = (ways: readonly TrustedWay[], more: Partial<RoleTarget> = {}): RoleTarget => ({
  arn: `arn:aws:iam::${accountId}:role/team/ops`,
  reserved: false,
  boundary: false,
  instanceProfile: 'yes',
  policyArns: [],
  ways,
  privileges,
  ...more,
});

/** An administrator with so many access keys. */
export const userTarget = (keys: number | null, password: UserTarget['password'] = 'unknown', more: Partial<UserTarget> = {}): UserTarget => ({
  arn: `arn:aws:iam::${accountId}:user/bob`,
  keys,
  password,
  privileges,
  ...more,
});

export const viewOfTargets = (lists: Partial<AccountLists> = {}): AccountView =>
  new AccountView({
    id: accountId,
    users: [],
    roles: [],
    groups: () => [],
    versions: () => undefined,
    whole: { users: true, roles: true, groups: true },
    ...lists,
  });
