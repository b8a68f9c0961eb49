import { awsAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { contactDenied, contactOf, notFound } from '../testing/contacts.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-alternate-contacts.ts';

const aws = awsAccount();
const [billing, operations, security] = ['BILLING', 'OPERATIONS', 'SECURITY'].map(contactOf) as [object, object, object];
const whole = (...contacts: object[]) => {
  const snapshot = aws.snapshot(contacts);
  return { ...snapshot, parts: { ...snapshot.parts, alternateContacts: { ...snapshot.parts.alternateContacts, status: 'complete' as const } } };
};

testRule(rule, [
  { name: 'all three', snapshot: aws.snapshot([billing, operations, security]), expected: { [aws.id]: 'pass' } },
  {
    name: 'one is not set',
    snapshot: aws.snapshot([billing, operations, notFound]),
    expected: { [aws.id]: fails('unset', { kinds: ['SECURITY'] }) },
  },
  {
    name: 'AWS says that one is not set, not which',
    snapshot: aws.snapshot([billing, notFound]),
    expected: { [aws.id]: fails('unset', { kinds: ['OPERATIONS', 'SECURITY'] }) },
  },
  {
    name: 'none is there',
    snapshot: aws.snapshot([notFound]),
    expected: { [aws.id]: fails('unset', { kinds: ['BILLING', 'OPERATIONS', 'SECURITY'] }) },
  },
  {
    name: 'one nobody asked about',
    snapshot: aws.snapshot([billing, security]),
    expected: { [aws.id]: unproven('partial', 'unseen', { kinds: ['OPERATIONS'] }) },
  },
  {
    name: 'one that was refused',
    snapshot: aws.snapshot([billing, security, contactDenied]),
    expected: { [aws.id]: unproven('partial', 'unseen', { kinds: ['OPERATIONS'] }) },
  },
  { name: 'a source that asked for all', snapshot: whole(billing, security), expected: { [aws.id]: fails('unset', { kinds: ['OPERATIONS'] }) } },
  { name: 'access denied', snapshot: aws.snapshot([contactDenied]), expected: { [aws.id]: denied('alternateContacts') } },
  { name: 'no answer', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('alternateContacts') } },
]);
