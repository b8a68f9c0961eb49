import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { asks, denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-support-access.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const own = [{ Principal: { AWS: aws.arn('root', '') } }];
const holds = { attached: ['ReadOnlyAccess', 'AWSSupportAccess'] };
const none = fails('none');

testRule(rule, [
  {
    name: 'a role',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('app', own), aws.role('support', own, holds)] })),
    expected: { [aws.id]: 'pass' },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot(wholeAccount({ roles: [china.role('support', own, holds)] })),
    expected: { [china.id]: 'pass' },
  },
  {
    name: 'a user',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana', holds)] })),
    expected: { [aws.id]: asks('users', { users: 1, groups: 0 }) },
  },
  {
    name: 'a group with a member',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana', { groups: ['ops'] })], groups: [aws.group('ops', holds)] })),
    expected: { [aws.id]: asks('users', { users: 0, groups: 1 }) },
  },
  { name: 'a group without members', snapshot: aws.snapshot(wholeAccount({ groups: [aws.group('ops', holds)] })), expected: { [aws.id]: none } },
  { name: 'nobody', snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('app', own)] })), expected: { [aws.id]: none } },
  {
    name: 'a policy of one’s own under the same name',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('support', own, { attached: [aws.arn('policy', '/AWSSupportAccess')] })] })),
    expected: { [aws.id]: none },
  },
  {
    name: 'another policy of AWS that begins with the name',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('support', own, { attached: ['AWSSupportAccessForPartners'] })] })),
    expected: { [aws.id]: none },
  },
  {
    name: 'a boundary, which is no attachment',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('support', own, { boundary: 'AWSSupportAccess' })] })),
    expected: { [aws.id]: none },
  },
  {
    name: 'not all were seen',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', own)] })]),
    expected: { [aws.id]: unproven('partial', 'unseen') },
  },
  {
    name: 'a user, and not all roles were seen',
    snapshot: aws.snapshot([details({ users: [aws.user('ana', holds)] })]),
    expected: { [aws.id]: unproven('partial', 'unseen') },
  },
  {
    name: 'a role, and not all were seen',
    snapshot: aws.snapshot([details({ roles: [aws.role('support', own, holds)] })]),
    expected: { [aws.id]: 'pass' },
  },
  {
    name: 'a role whose attached policies are not in the data',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('support', own, { attached: null })] })),
    expected: { [aws.id]: unproven('partial', 'unseen') },
  },
  { name: 'no answer', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('groupDetails', 'roleDetails', 'userDetails') } },
  {
    name: 'access denied',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    expected: { [aws.id]: denied('groupDetails', 'roleDetails', 'userDetails') },
  },
]);
