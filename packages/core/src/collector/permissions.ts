import { sortedBy } from '../json/order.ts';
import { actionOf, callsFor, type Call, type Include, type Scope } from './calls/index.ts';

/** Actions that belong together in one statement of a policy, each on every resource. */
export interface PermissionGroup {
  sid: string;
  /** Ascending. */
  actions: string[];
  reason: string;
}

const groups: readonly { when: 'account' | 'full' | Include; sid: string; reason: string }[] = [
  { when: 'account', sid: 'ReadAccount', reason: 'Read what holds for the account as a whole.' },
  { when: 'full', sid: 'ReadPrincipals', reason: 'Read the keys, devices and use of each user and role.' },
  { when: 'contacts', sid: 'ReadContacts', reason: 'Read whom AWS writes to about the account.' },
  { when: 'organization', sid: 'ReadOrganization', reason: 'Read the organization, and the policies it sets for its accounts.' },
  { when: 'identityCenter', sid: 'ReadIdentityCenter', reason: 'Read who gets into the account through IAM Identity Center.' },
];

/** The IAM actions of the calls that are made for a scope, and no others. */
export function permissionsOf(options: Scope = {}): PermissionGroup[] {
  const made = callsFor(options);
  const given = new Set<string>();
  return groups.flatMap(({ when, sid, reason }) => {
    const actions = actionsOf(made.filter((call) => call.when === when)).filter((action) => !given.has(action));
    for (const action of actions) given.add(action);
    return actions.length === 0 ? [] : [{ sid, actions, reason }];
  });
}

function actionsOf(made: readonly Call[]): string[] {
  const actions = made.flatMap((call) => actionOf(call) ?? []);
  return sortedBy([...new Set(actions)], (action) => action);
}
