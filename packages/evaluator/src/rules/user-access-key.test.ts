import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { consoleCells, keyCells, reportColumns, reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-access-key.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const second = { access_key_2_active: 'true', access_key_2_last_rotated: '2026-09-02T10:00:00+00:00' };
const key = (UserName: string, Status = 'Active', id = 'AKIAIOSFODNN7EXAMPLE') => ({
  UserName,
  AccessKeyId: id,
  Status,
  CreateDate: '2026-09-01T10:00:00+00:00',
});
const keys = (...AccessKeyMetadata: object[]) => ({ AccessKeyMetadata });
testRule(rule, [
  {
    name: 'none, one, two, and one that sleeps',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      reportOf({ ana: consoleCells, ben: keyCells, cy: { ...keyCells, ...second }, dee: { ...second, access_key_2_active: 'false' } }),
    ]),
    expected: { ana: 'pass', ben: fails('active', { keys: 1 }), cy: fails('active', { keys: 2 }), dee: 'pass' },
  },
  {
    name: 'one in the second slot, by a report without ARNs and with flags in capitals',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: { ...second, access_key_2_active: 'TRUE' } }, { columns: reportColumns.filter((column) => column !== 'arn') }),
    ]),
    expected: { ana: fails('active', { keys: 1 }) },
  },
  {
    name: 'one that only the list knows',
    snapshot: aws.snapshot([...users('ana'), keys(key('ana'))]),
    expected: { ana: fails('active', { keys: 1 }) },
  },
  {
    name: 'one that list and report know is one',
    snapshot: aws.snapshot([...users('ana'), keys(key('ana')), reportOf({ ana: keyCells })]),
    expected: { ana: fails('active', { keys: 1 }) },
  },
  {
    name: 'one that the report, hours older, does not have yet',
    snapshot: aws.snapshot([...users('ana'), keys(key('ana')), reportOf({ ana: {} })]),
    expected: { ana: fails('active', { keys: 1 }) },
    sourcesDisagree: true,
  },
  {
    name: 'listed and expired or inactive',
    snapshot: aws.snapshot([...users('ana', 'ben'), keys(key('ana', 'Expired'), key('ben', 'Inactive'))]),
    expected: { ana: 'pass', ben: 'pass' },
  },
  {
    name: 'listed with a status that is not known',
    snapshot: aws.snapshot([...users('ana'), keys(key('ana', 'Sleeping'))]),
    expected: { ana: unproven('missing', 'unknown') },
  },
  {
    name: 'keys of somebody else say nothing of a user',
    snapshot: aws.snapshot([...users('ana', 'ben'), keys(key('ben'))]),
    expected: { ana: unproven('missing', 'unknown'), ben: fails('active', { keys: 1 }) },
  },
  {
    name: 'a key whose time is over in the list, and active in a report that is hours older',
    snapshot: aws.snapshot([...users('ana'), keys(key('ana', 'Expired')), reportOf({ ana: keyCells })]),
    expected: { ana: 'pass' },
  },
  {
    name: 'every user was asked, and there is no report',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      { format: 'iam-dossier.export', formatVersion: 1, collectedAt: '2026-10-01T09:00:00Z', everyUser: ['iam:ListAccessKeys'] },
      keys(),
      keys(key('ben')),
    ]),
    expected: { ana: 'pass', ben: fails('active', { keys: 1 }) },
  },
  { name: 'no source of keys', snapshot: aws.snapshot(users('ana')), expected: { ana: unproven('missing', 'unknown') } },
  {
    name: 'a report that does not have the user',
    snapshot: aws.snapshot([...users('ana', 'new'), reportOf({ ana: {} })]),
    expected: { ana: 'pass', new: unproven('missing', 'unknown') },
  },
  {
    name: 'a report without the columns',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: {} }, { columns: ['user', 'arn', 'password_enabled', 'access_key_1_active'] })]),
    expected: { ana: unproven('missing', 'unknown') },
  },
  {
    name: 'users in scope only: the partner’s and those nobody spoke for',
    snapshot: aws.snapshot([...users('ana', 'ben', 'cy', 'dee'), reportOf({ ana: keyCells, ben: keyCells, cy: keyCells, dee: keyCells })]),
    engagement: engagementOf({
      principals: [
        { arn: aws.arn('user', '/ana'), party: 'partner' },
        { arn: aws.arn('user', '/ben'), party: 'customer' },
      ],
      scope: { exclude: [{ arn: aws.arn('user', '/dee'), reason: 'a test', author: 'Ana', date: '2026-10-01' }] },
    }),
    expected: { ana: fails('active', { keys: 1 }), cy: fails('active', { keys: 1 }) },
  },
  {
    name: 'a cut list of users',
    snapshot: aws.snapshot([
      { ...(details({ users: [aws.user('ana')] }) as object), IsTruncated: true, Marker: 'more' },
      keys(key('ana', 'Inactive')),
    ]),
    expected: { [aws.id]: partial('userDetails'), ana: 'pass' },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot([reportOf({ '<root_account>': rootCells, 'ana': keyCells }, { arns: { id: china.id, partition: 'aws-cn' } })]),
    expected: { ana: fails('active', { keys: 1 }) },
  },
  { name: 'no user', snapshot: aws.snapshot(wholeAccount({})), expected: {} },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
  {
    name: 'all refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails'), refused('GetCredentialReport')]),
    expected: { [aws.id]: denied('credentialReport', 'userDetails') },
  },
]);
