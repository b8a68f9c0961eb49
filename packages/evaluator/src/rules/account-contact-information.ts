import { defineRule } from '../engine/rule.ts';
import { fail, manual, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'account-contact-information',
  title: 'Contact information of the account',
  description:
    'The contact information of the account is there and names the customer, as the engagement calls it, so that AWS reaches the company and not one person. Whether the address is current, and whether the company owns it, no data tells: a name that is absent or another one is for a person to confirm. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/API_GetContactInformation.html',
  ],
  options: {},
  inputs: ['contactInformation'],
  messages: {
    unset: { outcome: 'fail', text: 'The account has no contact information.' },
    unnamed: { outcome: 'manual', text: 'The contact information names no company. Confirm that it is the company’s and current.' },
    unconfirmed: {
      outcome: 'manual',
      text: 'The contact information names {company}; no engagement says whose account it is. Confirm that it is the company’s and current.',
      key: ['company'],
    },
    differs: {
      outcome: 'manual',
      text: 'The contact information names {company}; the customer of the engagement is {customer}. Confirm that it is the company’s and current.',
      key: ['company'],
    },
  },
  remediation: {
    console: 'Open Account in the menu under the account’s name, Contact information, Edit: the company’s name, address and telephone number.',
    cli: [
      '# contact.json holds FullName, CompanyName, AddressLine1, City, PostalCode, CountryCode and PhoneNumber.',
      'aws account put-contact-information --contact-information file://contact.json',
    ].join('\n'),
    terraform: [
      'resource "aws_account_primary_contact" "this" {',
      '  full_name      = local.contact.name',
      '  company_name   = local.contact.company',
      '  address_line_1 = local.contact.address',
      '  city           = local.contact.city',
      '  postal_code    = local.contact.postal_code',
      '  country_code   = local.contact.country_code',
      '  phone_number   = local.contact.phone',
      '}',
    ].join('\n'),
  },
  subjects: ({ contactInformation }) => [contactInformation],
  evaluate: ({ unset, company, customer, evidence }) => {
    if (unset) return fail('unset', {}, { evidence });
    if (company === undefined) return manual('unnamed', {}, { evidence });
    if (customer === undefined) return manual('unconfirmed', { company }, { evidence });
    return plain(company) === plain(customer) ? pass : manual('differs', { company, customer }, { evidence });
  },
});

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
