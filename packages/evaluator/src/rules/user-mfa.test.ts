import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, keyCells, reportColumns, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-mfa.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const virtual = (name: string) => ({
  VirtualMFADevices: [
    {
      SerialNumber: aws.arn('mfa', `/${name}`),
      EnableDate: '2026-10-01T08:55:00+00:00',
      User: { UserName: name, UserId: `AIDA-${name}`, Arn: aws.arn('user', `/${name}`), Path: '/', CreateDate: '2026-01-05T08:00:00+00:00' },
    },
  ],
});
const noDevices = () => {
  const snapshot = aws.snapshot(users('ana'));
  return { ...snapshot, parts: { ...snapshot.parts, mfaDevices: { status: 'complete' as const, sources: [] } } };
};

testRule(rule, [
  {
    name: 'users with and without, whether or not they have a password',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      reportOf({ ana: { ...consoleCells, mfa_active: 'true' }, ben: consoleCells, cy: keyCells, dee: { mfa_active: 'TRUE' } }),
    ]),
    expected: { ana: 'pass', ben: fails('none'), cy: fails('none'), dee: 'pass' },
  },
  {
    name: 'a device that the report, hours older, does not know yet',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: consoleCells, ben: consoleCells }), virtual('ana')]),
    expected: { ana: 'pass', ben: fails('none') },
  },
  {
    name: 'a device without a report',
    snapshot: aws.snapshot([...users('ana', 'ben'), virtual('ana')]),
    expected: { ana: 'pass', ben: unproven('missing', 'unknown') },
  },
  {
    name: 'a device listed of the user alone',
    snapshot: aws.snapshot([
      ...users('ana'),
      { MFADevices: [{ UserName: 'ana', SerialNumber: 'GAHT12345678', EnableDate: '2026-09-01T10:00:00+00:00' }] },
    ]),
    expected: { ana: 'pass' },
  },
  {
    name: 'a user without a row in the report, and rows without a word on MFA',
    snapshot: aws.snapshot([...users('ana', 'new', 'odd'), reportOf({ ana: {}, odd: { mfa_active: 'N/A' } })]),
    expected: { ana: fails('none'), new: unproven('missing', 'unknown'), odd: unproven('missing', 'unknown') },
  },
  { name: 'every user was asked, and has none', snapshot: noDevices(), expected: { ana: fails('none') } },
  {
    name: 'a virtual device that nobody was given',
    snapshot: aws.snapshot([...users('ana'), { VirtualMFADevices: [{ SerialNumber: aws.arn('mfa', '/ana') }] }, reportOf({ ana: {} })]),
    expected: { ana: fails('none') },
  },
  {
    name: 'a report without the column',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: {} }, { columns: reportColumns.filter((column) => column !== 'mfa_active') })]),
    expected: { ana: unproven('missing', 'unknown') },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
