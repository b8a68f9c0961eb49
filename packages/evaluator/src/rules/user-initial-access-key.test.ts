import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, keyCells, reportColumns, reportOf, type ReportCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-initial-access-key.ts';

const aws = awsAccount();
// Every user is made at 08:00:00.
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const made = (time: string, rest: ReportCells = {}): ReportCells => ({
  ...consoleCells,
  ...keyCells,
  access_key_1_last_rotated: `2026-01-05T${time}+00:00`,
  ...rest,
});
const together = (count = 1) => fails('together', { count, limit: 5 });

testRule(rule, [
  {
    name: 'keys made with the user, soon after, and later',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({ ana: made('08:00:00'), ben: made('08:05:00'), cy: made('08:05:01'), dee: { ...consoleCells, ...keyCells }, eve: consoleCells }),
    ]),
    expected: { ana: together(), ben: together(), cy: 'pass', dee: 'pass', eve: 'pass' },
  },
  {
    name: 'use since then does not change who made it; a key without use is not for that one made with the user',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy'),
      reportOf({
        ana: made('08:00:07', { access_key_1_last_used_date: 'N/A' }),
        ben: made('08:00:07'),
        cy: { ...consoleCells, ...keyCells, access_key_1_last_used_date: 'N/A' },
      }),
    ]),
    expected: { ana: together(), ben: together(), cy: 'pass' },
  },
  {
    name: 'both slots',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({
        ana: made('08:00:07', { access_key_2_active: 'true', access_key_2_last_rotated: '2026-01-05T08:01:00+00:00' }),
        ben: made('12:00:00', { access_key_2_active: 'true', access_key_2_last_rotated: '2026-01-05T08:01:00+00:00' }),
      }),
    ]),
    expected: { ana: together(2), ben: together() },
  },
  {
    name: 'a key that sleeps keeps its date and does not count',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: made('08:00:00', { access_key_1_active: 'false' }) })]),
    expected: { ana: 'pass' },
  },
  {
    name: 'users without a console password do not count',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: made('08:00:00', { password_enabled: 'false' }), ben: {} })]),
    expected: { ana: 'notApplicable', ben: 'notApplicable' },
  },
  {
    name: 'a user that only the report knows, by its own time',
    snapshot: aws.snapshot([
      reportOf({
        ana: made('08:00:00'),
        ben: made('08:00:00', { user_creation_time: '2026-01-04T08:00:00+00:00' }),
        cy: made('08:00:00', { user_creation_time: 'N/A' }),
      }),
    ]),
    expected: {
      [aws.id]: unproven('partial', 'list-partial', { parts: ['credentialReport'] }),
      ana: together(),
      ben: 'pass',
      cy: unproven('missing', 'undated'),
    },
  },
  {
    name: 'an active key without a date',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: { ...consoleCells, access_key_1_active: 'true', access_key_1_last_rotated: 'N/A' } })]),
    expected: { ana: unproven('missing', 'undated') },
  },
  {
    name: 'a slot of which nothing is known',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({ ana: consoleCells, ben: consoleCells }, { columns: reportColumns.filter((column) => column !== 'access_key_1_active') }),
    ]),
    expected: { ana: unproven('missing', 'unknown'), ben: unproven('missing', 'unknown') },
  },
  {
    name: 'no report: listed keys, and nobody who says whether there is a password',
    snapshot: aws.snapshot([
      ...users('ana'),
      { AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active', CreateDate: '2026-01-05T08:00:00+00:00' }] },
    ]),
    expected: { ana: unproven('missing', 'console-unknown') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
