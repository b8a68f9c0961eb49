import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-tag.ts';

const aws = awsAccount();
const tagged = (name: string, ...keys: string[]) => ({ ...aws.user(name), Tags: keys.map((Key) => ({ Key, Value: '' })) });
const { Tags: _, ...untold } = aws.user('ana');

testRule(rule, [
  {
    name: 'tags of people, of AWS, and none',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          tagged('ana', 'owner'),
          tagged('ben'),
          tagged('cy', 'aws:cloudformation:stack-name', 'AWS:reserved'),
          tagged('dee', 'aws:cloudformation:stack-name', 'owner'),
          tagged('eve', 'aws'),
          tagged('fay', 'awsome:team'),
        ],
      }),
    ),
    expected: { ana: 'pass', ben: fails('none'), cy: fails('none'), dee: 'pass', eve: 'pass', fay: 'pass' },
  },
  { name: 'details that leave out an empty list', snapshot: aws.snapshot(wholeAccount({ users: [untold] })), expected: { ana: fails('none') } },
  {
    name: 'the list of users and the report do not tell tags',
    snapshot: aws.snapshot([
      { Users: [{ Path: '/', UserName: 'ana', UserId: 'AIDA-ana', Arn: aws.arn('user', '/ana'), CreateDate: '2026-01-05T08:00:00+00:00' }] },
      reportOf({ '<root_account>': {}, 'ana': {}, 'ben': {} }),
    ]),
    expected: { ana: unproven('missing', 'unknown'), ben: unproven('missing', 'unknown') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
