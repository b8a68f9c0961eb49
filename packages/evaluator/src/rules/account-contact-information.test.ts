import { awsAccount, refused } from '../testing/aws.test-helper.ts';
import { asks, denied, fails, missing } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-contact-information.ts';

const aws = awsAccount();
const engagement = engagementOf({ customer: { name: 'Gift Shop' } });
const contact = {
  FullName: 'Priya Raman',
  AddressLine1: 'High Street 1',
  City: 'Springfield',
  PostalCode: '12345',
  CountryCode: 'US',
  PhoneNumber: '+1-555-0100',
};
const named = (CompanyName?: unknown) => aws.snapshot([{ ContactInformation: { ...contact, CompanyName } }]);

testRule(rule, [
  { name: 'the customer of the engagement', snapshot: named('Gift Shop'), engagement, expected: { [aws.id]: 'pass' } },
  { name: 'the same in other letters', snapshot: named('  GIFT  shop '), engagement, expected: { [aws.id]: 'pass' } },
  {
    name: 'another company, such as a reseller',
    snapshot: named('Reseller'),
    engagement,
    expected: { [aws.id]: asks('differs', { company: 'Reseller', customer: 'Gift Shop' }) },
  },
  {
    name: 'a company of a longer name',
    snapshot: named('Gift Shop Ltd.'),
    engagement,
    expected: { [aws.id]: asks('differs', { company: 'Gift Shop Ltd.', customer: 'Gift Shop' }) },
  },
  { name: 'no engagement', snapshot: named('Gift Shop'), expected: { [aws.id]: asks('unconfirmed', { company: 'Gift Shop' }) } },
  { name: 'a person without a company', snapshot: named(), engagement, expected: { [aws.id]: asks('unnamed') } },
  { name: 'a blank company', snapshot: named(' '), engagement, expected: { [aws.id]: asks('unnamed') } },
  { name: 'a company that is no text', snapshot: named(7), engagement, expected: { [aws.id]: asks('unnamed') } },
  {
    name: 'AWS found none',
    snapshot: aws.snapshot([refused('GetContactInformation', 'ResourceNotFoundException')]),
    engagement,
    expected: { [aws.id]: fails('unset') },
  },
  {
    name: 'access denied',
    snapshot: aws.snapshot([refused('GetContactInformation', 'AccessDeniedException')]),
    engagement,
    expected: { [aws.id]: denied('contactInformation') },
  },
  { name: 'no answer', snapshot: aws.snapshot([]), engagement, expected: { [aws.id]: missing('contactInformation') } },
]);
