import { awsAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { contactDenied, contactOf, notFound } from '../testing/contacts.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-security-contact.ts';

const aws = awsAccount();
const others = [contactOf('BILLING'), contactOf('OPERATIONS')];

testRule(rule, [
  { name: 'set', snapshot: aws.snapshot([contactOf('SECURITY')]), expected: { [aws.id]: 'pass' } },
  { name: 'set, another is not', snapshot: aws.snapshot([contactOf('SECURITY'), notFound]), expected: { [aws.id]: 'pass' } },
  { name: 'set, another was refused', snapshot: aws.snapshot([contactOf('SECURITY'), contactDenied]), expected: { [aws.id]: 'pass' } },
  { name: 'the one that is not set beside the two others', snapshot: aws.snapshot([...others, notFound]), expected: { [aws.id]: fails('unset') } },
  {
    name: 'one is not set, which may be another',
    snapshot: aws.snapshot([contactOf('BILLING'), notFound]),
    expected: { [aws.id]: unproven('partial', 'unnamed') },
  },
  { name: 'none is there, and of one AWS says so', snapshot: aws.snapshot([notFound]), expected: { [aws.id]: unproven('partial', 'unnamed') } },
  { name: 'the two others alone: nobody asked', snapshot: aws.snapshot(others), expected: { [aws.id]: unproven('partial', 'unseen') } },
  {
    name: 'the two others, this one refused',
    snapshot: aws.snapshot([...others, contactDenied]),
    expected: { [aws.id]: unproven('partial', 'unseen') },
  },
  { name: 'a kind that is not known', snapshot: aws.snapshot([contactOf('LEGAL')]), expected: { [aws.id]: unproven('partial', 'unseen') } },
  { name: 'access denied', snapshot: aws.snapshot([contactDenied]), expected: { [aws.id]: denied('alternateContacts') } },
  { name: 'no answer', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('alternateContacts') } },
]);
