import { awsAccount, details, refused, summaryOf, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-list-completeness.ts';

const aws = awsAccount();
const users = [aws.user('ana'), aws.user('ben')];
const lists = { users, groups: [aws.group('ops')], roles: [aws.role('app', [])] };
const differs = (counted: string[], here: string[]) => unproven('partial', 'differs', { counted, here });
const uncounted = (...names: string[]) => unproven('missing', 'uncounted', { lists: names });

testRule(rule, [
  { name: 'as many as counted', snapshot: aws.snapshot(wholeAccount(lists)), expected: { [aws.id]: 'pass' } },
  { name: 'none of any, as counted', snapshot: aws.snapshot(wholeAccount({})), expected: { [aws.id]: 'pass' } },
  {
    name: 'a count of policies, of which AWS does not say what it counts',
    snapshot: aws.snapshot(wholeAccount(lists, { Policies: 7 })),
    expected: { [aws.id]: 'pass' },
  },
  {
    name: 'fewer and more than counted',
    snapshot: aws.snapshot(wholeAccount(lists, { Users: 3, Roles: 0 })),
    expected: { [aws.id]: differs(['Users=3', 'Roles=0'], ['Users=2', 'Roles=1']) },
    sourcesDisagree: true,
  },
  {
    name: 'a summary without a key, which is not 0',
    snapshot: aws.snapshot([details({ ...lists, policies: [] }), summaryOf({ Users: 2, Groups: 1 })]),
    expected: { [aws.id]: uncounted('Roles') },
  },
  {
    name: 'a filtered export, whose lists are absent and not empty',
    snapshot: aws.snapshot([details({ users }), summaryOf({ Users: 2, Groups: 0, Roles: 0 })]),
    expected: { [aws.id]: uncounted('Groups', 'Roles') },
  },
  {
    name: 'one that differs beside one that is absent',
    snapshot: aws.snapshot([details({ users }), summaryOf({ Users: 5, Groups: 0, Roles: 0 })]),
    expected: { [aws.id]: differs(['Users=5'], ['Users=2']) },
    sourcesDisagree: true,
  },
  {
    name: 'lists of users and roles by the calls of their own',
    snapshot: aws.snapshot([
      { Users: users },
      { Roles: lists.roles },
      details({ groups: lists.groups }),
      summaryOf({ Users: 2, Groups: 1, Roles: 1 }),
    ]),
    expected: { [aws.id]: 'pass' },
  },
  { name: 'no summary', snapshot: aws.snapshot([details(lists)]), expected: { [aws.id]: missing('accountSummary') } },
  { name: 'the summary refused', snapshot: aws.snapshot([refused('GetAccountSummary')]), expected: { [aws.id]: denied('accountSummary') } },
]);
