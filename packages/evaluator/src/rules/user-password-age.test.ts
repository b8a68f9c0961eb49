import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-password-age.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const changed = (date: string) => ({ ...consoleCells, password_last_changed: date });
const old = (days: number, asOf = '2026-10-01T09:00:00Z') => fails('old', { days, asOf, limit: 365 });
const oldUser = (name: string) => ({ ...aws.user(name), CreateDate: '2020-01-05T08:00:00+00:00' });

testRule(rule, [
  {
    name: 'ages to either side of the limit',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      reportOf({
        ana: changed('2025-10-01T09:00:00+00:00'),
        ben: changed('2025-09-30T09:00:00+00:00'),
        cy: { password_last_changed: '2020-01-01T00:00:00+00:00' },
        dee: keyCells,
      }),
    ]),
    expected: { ana: 'pass', ben: old(366), cy: 'notApplicable', dee: 'notApplicable' },
  },
  {
    name: 'use does not make a password younger, and a policy without expiry does not make it old',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: { ...changed('2021-10-01T09:00:00+00:00'), password_last_used: '2026-10-01T08:00:00+00:00' } }),
    ]),
    expected: { ana: old(1826) },
  },
  {
    name: 'no date: no password is older than its user',
    snapshot: aws.snapshot([
      ...wholeAccount({ users: [aws.user('ana'), oldUser('ben')] }),
      reportOf({ ana: changed('N/A'), ben: { ...changed('N/A'), user_creation_time: '2020-01-05T08:00:00+00:00' } }),
    ]),
    expected: { ana: 'pass', ben: unproven('missing', 'undated') },
  },
  {
    name: 'a user without a row in the report, and a row that does not say whether there is a password',
    snapshot: aws.snapshot([...users('ana', 'new', 'odd'), reportOf({ ana: {}, odd: { password_enabled: 'not_supported' } })]),
    expected: { ana: 'notApplicable', new: unproven('missing', 'console-unknown'), odd: unproven('missing', 'console-unknown') },
  },
  {
    name: 'no report',
    snapshot: aws.snapshot(users('ana')),
    expected: { ana: unproven('missing', 'console-unknown') },
  },
  {
    name: 'no time at which the account was read, and one given',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: changed('2026-09-01T00:00:00+00:00'), ben: {} })], null),
    expected: { ana: unproven('missing', 'no-time'), ben: 'notApplicable' },
  },
  {
    name: 'a time given for counting',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: changed('2026-09-01T00:00:00+00:00') })], null),
    asOf: '2027-09-02T00:00:00Z',
    expected: { ana: old(366, '2027-09-02T00:00:00Z') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
