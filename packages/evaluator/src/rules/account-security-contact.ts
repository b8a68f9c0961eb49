import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'account-security-contact',
  title: 'Alternate contact for security',
  description:
    'The account has an alternate contact for security, so that AWS’s warnings of abuse or of exposed credentials reach those who act on them, and not only the root user’s mailbox. When AWS answers that a contact is not set, its answer does not say which: it proves something of the security contact only beside the two others. Whether the address is current no data tells. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html'],
  options: {},
  inputs: ['alternateContacts'],
  messages: {
    unset: { outcome: 'fail', text: 'The account has no alternate contact for security.' },
    unnamed: {
      outcome: 'notEvaluated',
      text: 'AWS answered that an alternate contact is not set, without saying which kind was asked for. None for security is in the data.',
    },
    unseen: { outcome: 'notEvaluated', text: 'Whether the account has an alternate contact for security is not in the data.' },
  },
  remediation: {
    console: 'Open Account in the menu under the account’s name, Alternate contacts, Edit: a security contact that reaches a team, not one person.',
    cli: 'aws account put-alternate-contact --alternate-contact-type SECURITY --name <name> --title <title> --email-address <address> --phone-number <number>',
    terraform: [
      'resource "aws_account_alternate_contact" "security" {',
      '  alternate_contact_type = "SECURITY"',
      '  name                   = local.security.name',
      '  title                  = local.security.title',
      '  email_address          = local.security.email',
      '  phone_number           = local.security.phone',
      '}',
    ].join('\n'),
  },
  subjects: ({ alternateContacts }) => [alternateContacts],
  evaluate: ({ set, unset, someUnset, evidence }) => {
    if (set.includes('SECURITY')) return pass;
    if (unset.includes('SECURITY')) return fail('unset', {}, { evidence });
    return notEvaluated('partial', someUnset ? 'unnamed' : 'unseen', {}, { evidence });
  },
});
