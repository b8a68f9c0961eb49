import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, partial, unproven, type Expected } from '../testing/case.test-helper.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './group-member.ts';

const aws = awsAccount();
const groups = [aws.group('ops'), aws.group('empty')];
const ana = aws.user('ana', { groups: ['ops'] });

testRule(rule, [
  {
    name: 'a group with a member, and one without',
    snapshot: aws.snapshot(wholeAccount({ users: [ana, aws.user('ben')], groups })),
    expected: { ops: 'pass', empty: fails('empty') },
  },
  { name: 'groups, and no user at all', snapshot: aws.snapshot(wholeAccount({ groups })), expected: { ops: fails('empty'), empty: fails('empty') } },
  {
    name: 'a name is a name, and no pattern or member of an object',
    snapshot: aws.snapshot(
      wholeAccount({ users: [aws.user('ana', { groups: ['constructor'] })], groups: [aws.group('constructor'), aws.group('__proto__')] }),
    ),
    expected: Object.fromEntries<Expected>([
      ['constructor', 'pass'],
      ['__proto__', fails('empty')],
    ]),
  },
  {
    name: 'users that nobody described',
    snapshot: aws.snapshot([details({ groups }), { Users: [] }]),
    expected: { ops: unproven('partial', 'unseen'), empty: unproven('partial', 'unseen') },
  },
  {
    name: 'a user that only the report knows may be in any group',
    snapshot: aws.snapshot([
      details({ users: [ana], groups, roles: [], policies: [] }),
      reportOf({ '<root_account>': rootCells, 'ana': {}, 'new': {} }),
    ]),
    expected: { ops: 'pass', empty: unproven('partial', 'unseen') },
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ users: [ana], groups, roles: [], policies: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    expected: { [aws.id]: partial('groupDetails'), ops: 'pass', empty: unproven('partial', 'unseen') },
  },
  { name: 'an account without groups', snapshot: aws.snapshot(wholeAccount({ users: [ana] })), expected: { [aws.id]: partial('groupDetails') } },
  { name: 'no groups in the data', snapshot: aws.snapshot([details({ users: [ana] })]), expected: { [aws.id]: missing('groupDetails') } },
]);
