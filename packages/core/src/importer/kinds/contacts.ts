import { isMembers, type Members } from '../decode/members.ts';
import { decodePersonal, type PersonalShape } from '../decode/personal.ts';
import { openNested } from '../nested.ts';
import { ONLY } from '../one.ts';
import type { Kind } from './kind.ts';
import { askedFor, tellUnasked } from './nested-kind.ts';

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

const getAlternateContact = 'account:GetAlternateContact';

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
    call: getAlternateContact,
    matches: (value) => isMembers(value['AlternateContact']),
    read: (value, draft) => {
      const [contact = {}] = decodePersonal([value['AlternateContact']], alternate, getAlternateContact, draft);
      // Whoever asked for one that is not set says which it was.
      const type = contact['alternateContactType'] ?? askedFor(value, ['AlternateContactType']);
      if (typeof type !== 'string') {
        tellUnasked(getAlternateContact, ['AlternateContactType'], false, draft);
        return;
      }
      const list = openNested(draft, getAlternateContact, type, 'all');
      if (Object.keys(value['AlternateContact'] as Members).length > 0) draft.put(list, type, { alternateContactType: type });
    },
  },
];
