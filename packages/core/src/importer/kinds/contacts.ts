import { isMembers } from '../decode/members.ts';
import { decodePersonal, type PersonalShape } from '../decode/personal.ts';
import { ONLY } from '../one.ts';
import type { Kind } from './kind.ts';

/** Whose account it is; the person, the address and the number are of no use to a verdict. */
const primary: PersonalShape = {
  kept: { CompanyName: 'companyName' },
  left: [
    'FullName',
    'AddressLine1',
    'AddressLine2',
    'AddressLine3',
    'City',
    'StateOrRegion',
    'DistrictOrCounty',
    'PostalCode',
    'CountryCode',
    'PhoneNumber',
    'WebsiteUrl',
  ],
};
/** That the contact is set. */
const alternate: PersonalShape = {
  kept: { AlternateContactType: 'alternateContactType' },
  left: ['Name', 'Title', 'EmailAddress', 'PhoneNumber'],
};

export const contacts: Kind[] = [
  {
    call: 'account:GetContactInformation',
    matches: (value) => isMembers(value['ContactInformation']),
    read: (value, draft) => {
      draft.open('contactInformation');
      const [contact] = decodePersonal([value['ContactInformation']], primary, 'account:GetContactInformation', draft);
      draft.add('contactInformation', ONLY, contact ?? {});
    },
  },
  {
    call: 'account:GetAlternateContact',
    matches: (value) => isMembers(value['AlternateContact']),
    read: (value, draft) => {
      const part = draft.open('alternateContacts', 'one');
      const [contact = {}] = decodePersonal([value['AlternateContact']], alternate, 'account:GetAlternateContact', draft);
      const { alternateContactType: type } = contact;
      if (typeof type === 'string') draft.add('alternateContacts', type, contact);
      else part.contradictions.push('a contact without its kind');
    },
  },
];
