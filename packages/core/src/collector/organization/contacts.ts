import type { Call } from '../calls/call.ts';

const notSet = ['ResourceNotFoundException'];

/** Whether somebody is named for a kind of mail from AWS. */
function alternateContact(type: string, of: string): Call {
  return {
    name: 'account:GetAlternateContact',
    parts: ['alternateContacts'],
    when: 'contacts',
    input: { AlternateContactType: type },
    told: [{ parameter: 'AlternateContactType', member: 'AlternateContactType' }],
    nothing: { codes: notSet, answer: { AlternateContact: {} } },
    reason: `whether AWS has a contact for ${of}`,
  };
}

/** Whom AWS writes to. Of the answers no name, address or number of a person is kept. */
export const contactCalls: readonly Call[] = [
  {
    name: 'account:GetContactInformation',
    parts: ['contactInformation'],
    when: 'contacts',
    reason: 'the company whose account it is',
  },
  alternateContact('BILLING', 'bills'),
  alternateContact('OPERATIONS', 'operations'),
  alternateContact('SECURITY', 'security'),
];
