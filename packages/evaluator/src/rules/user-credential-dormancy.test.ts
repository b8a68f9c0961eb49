import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-credential-dormancy.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const unused = (...credentials: string[]) => fails('unused', { limit: 90, asOf: '2026-10-01T09:00:00Z', credentials });
const signedIn = (date: string) => ({ ...consoleCells, password_last_used: date, password_last_changed: '2024-01-01T00:00:00+00:00' });
const used = (date: string) => ({ ...keyCells, access_key_1_last_used_date: date, access_key_1_last_rotated: '2024-01-01T00:00:00+00:00' });

testRule(rule, [
  {
    name: 'use to either side of the limit, to the second',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({
        ana: signedIn('2026-07-02T09:00:01+00:00'),
        ben: signedIn('2026-07-02T09:00:00+00:00'),
        cy: used('2026-07-03T09:00:00+00:00'),
        dee: used('2026-07-02T08:59:59+00:00'),
        eve: {},
      }),
    ]),
    expected: { ana: 'pass', ben: unused('password'), cy: 'pass', dee: unused('access_key_1'), eve: 'notApplicable' },
  },
  {
    name: 'unused for 45 days is not yet asleep',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: { ...signedIn('2026-08-01T00:00:00+00:00'), ...used('2026-08-01T00:00:00+00:00') } })]),
    expected: { ana: 'pass' },
  },
  {
    name: 'never used counts from the day it was made, whatever word the report has for never',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      reportOf({
        ana: { ...consoleCells, password_last_used: 'no_information', password_last_changed: '2026-06-01T00:00:00+00:00' },
        ben: { ...consoleCells, password_last_used: 'N/A', password_last_changed: '2026-09-01T00:00:00+00:00' },
        cy: { ...keyCells, access_key_1_last_used_date: 'N/A', access_key_1_last_rotated: '2026-06-01T00:00:00+00:00' },
        dee: { ...keyCells, access_key_1_last_used_date: 'N/A' },
      }),
    ]),
    expected: { ana: unused('password'), ben: 'pass', cy: unused('access_key_1'), dee: 'pass' },
  },
  {
    name: 'a password whose making is not told counts from the user’s',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: { ...consoleCells, password_last_used: 'N/A', password_last_changed: 'N/A' } })]),
    expected: { ana: unused('password') },
  },
  {
    name: 'an inactive key keeps its dates and does not count',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: { ...used('2025-01-01T00:00:00+00:00'), access_key_1_active: 'false' } })]),
    expected: { ana: 'notApplicable' },
  },
  {
    name: 'the list knows an expired key that the report still calls active',
    snapshot: aws.snapshot([
      ...users('ana'),
      { AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Expired', CreateDate: '2024-01-01T00:00:00+00:00' }] },
      reportOf({ ana: used('2025-01-01T00:00:00+00:00') }),
    ]),
    expected: { ana: 'notApplicable' },
    sourcesDisagree: true,
  },
  {
    name: 'a key that the report, hours older, does not know yet is new',
    snapshot: aws.snapshot([
      ...users('ana'),
      { AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active', CreateDate: '2026-10-01T08:58:00+00:00' }] },
      reportOf({ ana: signedIn('2026-09-30T00:00:00+00:00') }),
    ]),
    expected: { ana: 'pass' },
  },
  {
    name: 'no report and no keys listed',
    snapshot: aws.snapshot(users('ana')),
    expected: { ana: unproven('missing', 'unknown', { credentials: ['password', 'access_key_1', 'access_key_2'] }) },
  },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: consoleCells })], null),
    expected: { ana: unproven('missing', 'no-time') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
