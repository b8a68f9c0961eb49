import type { PartName } from '../../snapshot/parts.ts';
import type { Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { joinAlternateContacts } from './alternate-contacts.ts';
import { joinControlPolicies, tellUnusedPolicies } from './control-policies.ts';
import { joinIdentityCenter } from './identity-center.ts';
import { joinIdentityStore } from './identity-store.ts';
import type { Joined } from './nested.ts';
import { joinOrganization } from './organization.ts';

/** The members that are joined from many lists, and in the draft what their parts are to say. */
export function joinNested(draft: Draft): Members {
  const identityCenter = joinIdentityCenter(draft);
  const assignments = (identityCenter?.value as { accountAssignments?: Members[] } | undefined)?.accountAssignments ?? [];
  const joined: Partial<Record<PartName, Joined | undefined>> = {
    alternateContacts: joinAlternateContacts(draft),
    organization: joinOrganization(draft),
    serviceControlPolicies: joinControlPolicies(draft, 'serviceControlPolicies'),
    resourceControlPolicies: joinControlPolicies(draft, 'resourceControlPolicies'),
    identityCenter,
    identityStore: joinIdentityStore(draft, assignments),
  };
  tellUnusedPolicies(draft);
  const found = Object.entries(joined).flatMap(([part, member]) => (member ? [[part as PartName, member] as const] : []));
  for (const [name, { count, reasons }] of found) {
    const part = draft.parts[name];
    part.count = count;
    part.finalAnswers += 1;
    part.shortfalls.push(...reasons);
  }
  return Object.fromEntries(found.map(([name, { value }]) => [name, value]));
}
