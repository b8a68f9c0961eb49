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
import { organizations } from './organizations.ts';
import { principalLists } from './principal-lists.ts';
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
  ...contacts,
  ...delegationRequests,
  ...principalLists,
];

export function kindOf(value: Members): Kind | undefined {
  return kinds.find((kind) => kind.matches(value));
}
