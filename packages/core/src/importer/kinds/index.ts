import type { Members } from '../decode/members.ts';
import { accountKinds } from './account.ts';
import { authorizationDetails } from './authorization-details.ts';
import { contacts } from './contacts.ts';
import { credentials } from './credentials.ts';
import { delegationRequests } from './delegation-requests.ts';
import { exportManifest } from './export-manifest.ts';
import { identityCenter } from './identity-center.ts';
import { identityStore } from './identity-store.ts';
import type { Kind } from './kind.ts';
import { policies } from './policies.ts';
import { organizations } from './organizations.ts';
import { principalLists } from './principal-lists.ts';
import { providers } from './providers.ts';
import { reportAnswer } from './report-answer.ts';

/** Every kind of JSON answer that is read. A new one is added here; the first that matches reads the value. */
const kinds: readonly Kind[] = [
  exportManifest,
  authorizationDetails,
  reportAnswer,
  // Before IAM's lists of the same names.
  ...identityStore,
  ...identityCenter,
  ...organizations,
  ...credentials,
  ...accountKinds,
  ...providers,
  ...policies,
  ...contacts,
  ...delegationRequests,
  ...principalLists,
];

export function kindOf(value: Members): Kind | undefined {
  return kinds.find((kind) => kind.matches(value));
}

/** How the answer of a call is read that was made by ourselves. An empty list has no entry that tells it from another's. */
export function kindOfCall(call: string, value: Members, list: string | undefined): Kind | undefined {
  const own = kinds.filter((kind) => kind.call === call);
  return own.find((kind) => kind.matches(value)) ?? (list !== undefined && Array.isArray(value[list]) ? own[0] : undefined);
}
