import { accountCalls } from './account.ts';
import { includedCalls } from '../organization/index.ts';
import type { Call, CallName, Include } from './call.ts';
import { principalCalls } from './principals.ts';

export {
  includes,
  services,
  type Call,
  type CallName,
  type EachEntry,
  type EachPrincipal,
  type Include,
  type Pages,
  type Poll,
  type Service,
  type Told,
} from './call.ts';

/** The call that says which account answers. It needs no permission. */
export const whoAmI: CallName = 'sts:GetCallerIdentity';

/** Every call that a collector may make, in the order of the plan. Those that follow from another's answers stand after it. */
export const calls: readonly Call[] = [...accountCalls, ...principalCalls, ...includedCalls];

/** The IAM action that lets a call be made, or `null` when none is needed. */
export function actionOf({ name, permission }: Call): string | null {
  // IAM knows the API of IAM Identity Center by a shorter name.
  return permission === undefined ? name.replace(/^sso-admin:/, 'sso:') : permission;
}

/** What decides which calls are made. */
export interface Scope {
  /** `account` (default): calls about the account as a whole. `full`: about each user and role as well. */
  depth?: 'account' | 'full';
  include?: readonly Include[];
}

/** The calls that are made for a scope. With `named`, also those about one principal, as at full depth. */
export function callsFor({ depth = 'account', include = [] }: Scope, named = false): Call[] {
  return calls.filter(({ when }) => when === 'account' || (when === 'full' ? depth === 'full' || named : include.includes(when)));
}
