import type { ActionSet } from '../action-set.ts';
import type { Caller } from './caller.ts';
import { isWithin, type Holding } from './holding.ts';
import type { Need } from './path.ts';
import { deniedOn, rightsOf } from './ruling.ts';
import { ruleService } from './service-ruling.ts';
import { trustOfCaller, type AccountView, type Known, type RoleTarget, type UserTarget } from './view.ts';

/** Whether what a path asks of a user is so. */
export function userNeed(need: Need, { keys, password }: UserTarget): Known {
  if (need === 'spareKey') return keys === null ? 'unknown' : known(keys < 2);
  if (need === 'twoKeys') return keys === null ? 'unknown' : known(keys >= 2);
  if (need === 'password') return password;
  return password === 'unknown' ? 'unknown' : known(password === 'no');
}

/** Whether what a path asks of a role is so. */
export function roleNeed(need: Need, role: RoleTarget, view: AccountView, caller: Caller): Known {
  if (need === 'roleBoundary') return known(role.boundary);
  const { named, account } = trustOfCaller(role, view.lists.id, caller.arn);
  if (named === 'yes' || account === 'yes') return 'yes';
  return named === 'unknown' || account === 'unknown' ? 'unknown' : 'no';
}

/**
 * Whether the trust policy of the role lets the caller in by name, with no grant beside it. What limits the caller from outside
 * may still keep it out.
 */
export function namesNeed(role: RoleTarget, holding: Holding, view: AccountView, caller: Caller): Known {
  const { named } = trustOfCaller(role, view.lists.id, caller.arn);
  const denied = deniedOn(rightsOf(holding, 'sts:AssumeRole'), { arn: role.arn }, caller);
  if (named === 'no' || denied === 'yes') return 'no';
  const limited = holding.boundary !== undefined || holding.controls.length > 0 || holding.controlsOpen;
  return limited || denied === 'maybe' ? 'unknown' : named;
}

const PUT_IN = 'iam:AddRoleToInstanceProfile';
const TAKE_OUT = 'iam:RemoveRoleFromInstanceProfile';

/**
 * Whether the role is in an instance profile, or may be put into one. `taken`: some role is in one, and may make room there. A
 * profile that holds no role is in none of IAM's details.
 */
export function profileNeed({ instanceProfile }: RoleTarget, holding: Holding, taken: boolean): Known {
  if (instanceProfile !== 'no') return instanceProfile;
  const [put, take] = [PUT_IN, TAKE_OUT].map((action) => ruleService(rightsOf(holding, action), action).held);
  if (put === 'no') return 'no';
  return put === 'yes' && take === 'yes' && taken ? 'yes' : 'unknown';
}

/** Whether what a path asks of the caller itself is so. */
export function ownNeed(need: Need, holding: Holding, view: AccountView | undefined, caller: Caller): Known {
  if (need === 'boundary') return holding.boundary === 'unknown' ? 'unknown' : known(holding.boundary !== undefined);
  if (need === 'widerVersion') return widerVersion(holding.privileges.wide, view, caller);
  const denying = holding.policies.filter(({ statements }) => statements.some((entry) => entry.statement.effect === 'Deny'));
  if (denying.length === 0) return holding.privileges.partial ? 'unknown' : 'no';
  // Which of them are the user's own is told by the account alone, and not of those that may come by a group.
  if (view === undefined || (caller.groupArns?.length ?? 1) > 0) return 'unknown';
  return known(denying.some(({ policy }) => (policy.policyArn === undefined) === (need === 'inlineDeny')));
}

function widerVersion(own: ActionSet, view: AccountView | undefined, { ownPolicyArns }: Caller): Known {
  if (view === undefined || ownPolicyArns === undefined) return 'unknown';
  const versions = ownPolicyArns.flatMap((arn) => view.lists.versions(arn) ?? [null]);
  if (versions.some((version) => version !== null && !isWithin(version, own))) return 'yes';
  return versions.includes(null) ? 'unknown' : 'no';
}

function known(so: boolean): Known {
  return so ? 'yes' : 'no';
}
