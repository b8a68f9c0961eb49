import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';
import { contactKinds } from '../facts/contacts.ts';

export default defineRule({
  id: 'account-alternate-contacts',
  title: 'Alternate contacts for billing, operations and security',
  description:
    'The account has all three alternate contacts, so that AWS reaches the right people when the root user’s mailbox is not read. AWS’s answer that a contact is not set does not say which, and proves that one is absent all the same. Whether the addresses are current, and whether they belong to the company, no data tells. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html'],
  options: {},
  inputs: ['alternateContacts'],
  messages: {
    unset: { outcome: 'fail', text: 'Not every alternate contact is set. Not found: {kinds}.', key: ['kinds'] },
    unseen: { outcome: 'notEvaluated', text: 'Not every alternate contact is in the data: {kinds} missing.' },
  },
  remediation: {
    console: 'Open Account in the menu under the account’s name, Alternate contacts, Edit: contacts that reach a team, not one person.',
    cli: [
      '# For each of BILLING, OPERATIONS and SECURITY:',
      'aws account put-alternate-contact --alternate-contact-type <kind> --name <name> --title <title> --email-address <address> --phone-number <number>',
    ].join('\n'),
    terraform: [
      'resource "aws_account_alternate_contact" "this" {',
      '  for_each               = local.contacts # by kind: BILLING, OPERATIONS, SECURITY',
      '  alternate_contact_type = each.key',
      '  name                   = each.value.name',
      '  title                  = each.value.title',
      '  email_address          = each.value.email',
      '  phone_number           = each.value.phone',
      '}',
    ].join('\n'),
  },
  subjects: ({ alternateContacts }) => [alternateContacts],
  evaluate: ({ set, someUnset, evidence }) => {
    const kinds = contactKinds.filter((kind) => !set.includes(kind));
    if (kinds.length === 0) return pass;
    return someUnset ? fail('unset', { kinds }, { evidence }) : notEvaluated('partial', 'unseen', { kinds }, { evidence });
  },
});
