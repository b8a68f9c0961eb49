import { AwsError } from '../error.ts';
import { textParam, type Handler } from '../operations/handler.ts';
import { personal } from './personal.ts';

const person = { Name: personal.name, Title: 'Contact', EmailAddress: personal.email, PhoneNumber: personal.phone };

export const accountHandlers: Readonly<Record<string, Handler>> = {
  GetContactInformation: ({ served }) => ({
    output: {
      ContactInformation: {
        FullName: personal.name,
        AddressLine1: personal.street,
        City: 'Anytown',
        CountryCode: 'US',
        PostalCode: '00000',
        PhoneNumber: personal.phone,
        ...served.snapshot.contactInformation,
      },
    },
  }),
  GetAlternateContact: ({ params, served }) => {
    const type = textParam(params, 'AlternateContactType');
    const found = served.snapshot.alternateContacts?.find((contact) => contact.alternateContactType === type);
    if (!found) throw new AwsError('ResourceNotFoundException', 404, `No contact of the inputted alternate contact type found.`);
    return { output: { AlternateContact: { ...person, ...found } } };
  },
};
