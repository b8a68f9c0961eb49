import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, reportColumns, reportOf, rootCells } from '../testing/report.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-console-mfa.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const mfa = { ...consoleCells, mfa_active: 'true' };
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const virtual = (name: string) => ({
  VirtualMFADevices: [
    { SerialNumber: aws.arn('mfa', `/${name}`), EnableDate: '2026-08-02T00:00:00+00:00', User: { UserName: name, Arn: aws.arn('user', `/${name}`) } },
  ],
});
const key = (UserName: string) => ({
  MFADevices: [{ UserName, SerialNumber: aws.arn('u2f', `/user/${UserName}/key`), EnableDate: '2026-08-02T00:00:00+00:00' }],
});

testRule(rule, [
  {
    name: 'each kind of user',
    snapshot: aws.snapshot([...users('ana', 'ben', 'ci'), reportOf({ ana: mfa, ben: consoleCells, ci: {} })]),
    expected: { ana: 'pass', ben: fails('none'), ci: 'notApplicable' },
  },
  {
    name: 'flags in capitals, and 23 columns',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf(
        {
          ana: { ...mfa, password_enabled: 'TRUE', mfa_active: 'TRUE', additional_credentials_info: 'N/A' },
          ben: { ...consoleCells, password_enabled: 'TRUE', mfa_active: 'FALSE' },
        },
        { columns: [...reportColumns, 'additional_credentials_info'] },
      ),
    ]),
    expected: { ana: 'pass', ben: fails('none') },
  },
  {
    name: 'a report without ARNs',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: consoleCells }, { columns: reportColumns.filter((column) => column !== 'arn') })]),
    expected: { ana: fails('none') },
  },
  {
    name: 'the report alone names the users',
    snapshot: aws.snapshot([reportOf({ '<root_account>': {}, 'ana': consoleCells })]),
    expected: { ana: fails('none') },
  },
  {
    name: 'a device that the report is too old to show',
    snapshot: aws.snapshot([...users('ana'), virtual('ana'), reportOf({ ana: consoleCells })]),
    expected: { ana: 'pass' },
  },
  { name: 'a security key', snapshot: aws.snapshot([...users('ana'), key('ana'), reportOf({ ana: consoleCells })]), expected: { ana: 'pass' } },
  {
    name: 'a device of somebody else',
    snapshot: aws.snapshot([...users('ana', 'ben'), virtual('ben'), reportOf({ ana: consoleCells, ben: consoleCells })]),
    expected: { ana: fails('none'), ben: 'pass' },
  },
  {
    name: 'no report: nobody passes, MFA or not',
    snapshot: aws.snapshot([...users('ana', 'ben'), virtual('ana')]),
    expected: { ana: unproven('missing', 'console-unknown'), ben: unproven('missing', 'console-unknown') },
  },
  {
    name: 'a report without the MFA column',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: consoleCells }, { columns: reportColumns.filter((column) => column !== 'mfa_active') }),
    ]),
    expected: { ana: unproven('missing', 'mfa-unknown') },
  },
  {
    name: 'a user that the report does not have',
    snapshot: aws.snapshot([...users('ana', 'new'), reportOf({ ana: mfa })]),
    expected: { ana: 'pass', new: unproven('missing', 'console-unknown') },
  },
  {
    name: 'a cut list of users, and no report that would be whole',
    snapshot: aws.snapshot([{ ...(details({ users: [aws.user('ana')] }) as object), IsTruncated: true, Marker: 'more' }, virtual('ana')]),
    expected: { [aws.id]: partial('userDetails'), ana: unproven('missing', 'console-unknown') },
  },
  {
    name: 'users out of scope count: it is a fact of the account',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: consoleCells })]),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ana'), party: 'customer' }] }),
    expected: { ana: fails('none') },
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot([reportOf({ '<root_account>': rootCells, 'ana': consoleCells }, { arns: { id: gov.id, partition: 'aws-us-gov' } })]),
    expected: { ana: fails('none') },
  },
  { name: 'no user', snapshot: aws.snapshot([...wholeAccount({}), refused('GetCredentialReport')]), expected: {} },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
