import type { Draft } from '../draft.ts';
import { byMember, NestedReader, type Joined } from './nested.ts';

const getAlternateContact = 'account:GetAlternateContact';
const kinds = ['BILLING', 'OPERATIONS', 'SECURITY'];

/** Contacts that are set. All is known when each kind was answered for: with a contact, or by somebody who says that it is not set. */
export function joinAlternateContacts(draft: Draft): Joined | undefined {
  const reader = new NestedReader(draft, 'alternateContacts');
  const contacts = byMember(reader.all(getAlternateContact), 'alternateContactType');
  if (!reader.answered) return undefined;
  const whole = reader.wholeOf(getAlternateContact);
  const open = kinds.filter((kind) => !whole.has(kind));
  return {
    value: contacts,
    count: contacts.length,
    reasons: open.length === 0 ? [] : [`nothing says whether there is a contact for ${open.join(', ')}`],
  };
}
