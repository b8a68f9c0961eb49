import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { keyCells, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './access-key-age.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const made = (date: string) => ({ ...keyCells, access_key_1_last_rotated: date });
const second = (date: string, active = 'true') => ({ access_key_2_active: active, access_key_2_last_rotated: date });
const listed = (UserName: string, CreateDate: string | undefined, Status = 'Active', AccessKeyId = 'AKIAIOSFODNN7EXAMPLE') => ({
  UserName,
  AccessKeyId,
  Status,
  CreateDate,
});
const keys = (...AccessKeyMetadata: object[]) => ({ AccessKeyMetadata });
const asOf = '2026-10-01T09:00:00Z';
const old = (days: number, at = asOf) => fails('old', { days, asOf: at, limit: 90 });

testRule(rule, [
  {
    name: 'ages to either side of the limit, to the hour',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      reportOf({ ana: made('2026-07-03T09:00:01+00:00'), ben: made('2026-07-03T09:00:00+00:00'), cy: made('2026-07-02T09:00:00+00:00'), dee: {} }),
    ]),
    expected: { ana: 'pass', ben: 'pass', cy: old(91), dee: 'notApplicable' },
  },
  {
    name: 'the oldest of two keys counts, in either slot',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({
        ana: { ...keyCells, ...second('2025-10-01T09:00:00+00:00') },
        ben: { ...made('2025-10-01T09:00:00+00:00'), ...second('2026-09-01T10:00:00+00:00') },
      }),
    ]),
    expected: { ana: old(365), ben: old(365) },
  },
  {
    name: 'an old key that is not active does not count',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({ ana: { ...keyCells, ...second('2020-10-01T09:00:00+00:00', 'false') }, ben: second('2020-10-01T09:00:00+00:00', 'false') }),
    ]),
    expected: { ana: 'pass', ben: 'notApplicable' },
  },
  {
    name: 'listed keys without a report',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      keys(listed('ana', '2026-01-01T00:00:00+00:00'), listed('ben', '2020-01-01T00:00:00+00:00', 'Expired')),
    ]),
    expected: { ana: old(273), ben: 'notApplicable' },
  },
  {
    name: 'a listed key and the report’s slot are one key',
    snapshot: aws.snapshot([...users('ana'), keys(listed('ana', '2026-09-01T10:00:00+00:00')), reportOf({ ana: keyCells })]),
    expected: { ana: 'pass' },
  },
  {
    name: 'a key without a date',
    snapshot: aws.snapshot([...users('ana'), keys(listed('ana', undefined))]),
    expected: { ana: unproven('missing', 'undated') },
  },
  {
    name: 'a key without a date beside an old one',
    snapshot: aws.snapshot([
      ...users('ana'),
      keys(listed('ana', undefined, 'Active', 'AKIAIOSFODNN7UNDATED'), listed('ana', '2020-10-01T09:00:00+00:00', 'Active', 'AKIAIOSFODNN7OLD')),
    ]),
    expected: { ana: old(2191) },
  },
  {
    name: 'a status that is not known, alone and beside a young key',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      keys(
        listed('ana', '2026-09-01T10:00:00+00:00', 'Sleeping'),
        listed('ben', '2026-09-01T10:00:00+00:00'),
        listed('ben', '2026-09-01T10:00:00+00:00', 'Sleeping', 'AKIAIOSFODNN7OTHER'),
      ),
    ]),
    expected: { ana: unproven('missing', 'unknown'), ben: unproven('missing', 'unknown') },
  },
  { name: 'no source of keys', snapshot: aws.snapshot(users('ana')), expected: { ana: unproven('missing', 'unknown') } },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: keyCells, ben: {} })], null),
    expected: { ana: unproven('missing', 'no-time'), ben: 'notApplicable' },
  },
  {
    name: 'a time given for counting',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: keyCells })], null),
    asOf: '2026-12-31T10:00:00+00:00',
    expected: { ana: old(121, '2026-12-31T10:00:00Z') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
