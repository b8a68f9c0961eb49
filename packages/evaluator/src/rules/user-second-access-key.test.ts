import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { keyCells, reportColumns, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-second-access-key.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const second = { access_key_2_active: 'true', access_key_2_last_rotated: '2026-09-02T10:00:00+00:00' };
const key = (UserName: string, Status = 'Active', id = '1', CreateDate = '2026-09-01T10:00:00+00:00') => ({
  UserName,
  AccessKeyId: `AKIAIOSFODNN7EXAMPL${id}`,
  Status,
  CreateDate,
});
const keys = (...AccessKeyMetadata: object[]) => ({ AccessKeyMetadata });
const two = fails('several', { count: 2 });

testRule(rule, [
  {
    name: 'none, one in either slot, two, and two of which one sleeps and keeps its dates',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({
        ana: {},
        ben: keyCells,
        cy: second,
        dee: { ...keyCells, ...second },
        eve: { ...keyCells, ...second, access_key_2_active: 'FALSE' },
      }),
    ]),
    expected: { ana: 'notApplicable', ben: 'pass', cy: 'pass', dee: two, eve: 'pass' },
  },
  {
    name: 'by the list: two, and an inactive or expired one beside an active one',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy'),
      keys(key('ana'), key('ana', 'Active', '2'), key('ben'), key('ben', 'Inactive', '2'), key('cy'), key('cy', 'Expired', '2')),
    ]),
    expected: { ana: two, ben: 'pass', cy: 'pass' },
  },
  {
    name: 'one key that list and report know is one, and one that the report does not know yet makes two',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      keys(key('ana'), key('ben', 'Active', '2', '2026-10-01T08:58:00+00:00'), key('ben')),
      reportOf({ ana: keyCells, ben: keyCells }),
    ]),
    expected: { ana: 'pass', ben: two },
    sourcesDisagree: true,
  },
  {
    name: 'a status that is not known: alone, beside an active key, and beside two',
    snapshot: aws.snapshot([...users('ana', 'ben'), keys(key('ana', 'Sleeping'), key('ben'), key('ben', 'Sleeping', '2'))]),
    expected: { ana: 'pass', ben: unproven('missing', 'unknown') },
  },
  {
    name: 'a report without the second slot',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({ ana: keyCells, ben: {} }, { columns: reportColumns.filter((column) => column !== 'access_key_2_active') }),
    ]),
    expected: { ana: unproven('missing', 'unknown'), ben: 'pass' },
  },
  { name: 'no source of keys', snapshot: aws.snapshot(users('ana')), expected: { ana: unproven('missing', 'unknown') } },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
