import { awsAccount, refused, summaryOf } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './root-hardware-mfa.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const root = '<root_account>';
const summary = (AccountMFAEnabled: number, AccountPasswordPresent = 1, AccountAccessKeysPresent = 0) =>
  summaryOf({ AccountMFAEnabled, AccountPasswordPresent, AccountAccessKeysPresent });
const device = (name: string, Arn?: string, account = aws) => ({
  SerialNumber: account.arn('mfa', `/${name}`),
  EnableDate: '2021-05-18T15:31:09+00:00',
  ...(Arn === undefined ? {} : { User: { UserId: '111122223333', Arn, CreateDate: '2021-05-18T15:02:44+00:00' } }),
});
const list = (...VirtualMFADevices: object[]) => ({ VirtualMFADevices });
const roots = (name: string) => device(name, aws.arn('root', ''));
const anas = (name: string) => device(name, aws.arn('user', '/ana'));

testRule(rule, [
  { name: 'MFA is on and no device is virtual', snapshot: aws.snapshot([summary(1), list()]), expected: { [root]: 'pass' } },
  { name: 'virtual devices of users', snapshot: aws.snapshot([summary(1), list(anas('ana'))]), expected: { [root]: 'pass' } },
  {
    name: 'a user’s device under the name AWS gives the root user’s',
    snapshot: aws.snapshot([summary(1), list(anas('root-account-mfa-device'))]),
    expected: { [root]: 'pass' },
  },
  {
    name: 'a user called root',
    snapshot: aws.snapshot([summary(1), list(device('phone', aws.arn('user', '/root')))]),
    expected: { [root]: 'pass' },
  },
  {
    name: 'an unassigned device under the name AWS gives the root user’s',
    snapshot: aws.snapshot([summary(1), list({ SerialNumber: aws.arn('mfa', '/root-account-mfa-device') })]),
    expected: { [root]: 'pass' },
  },
  {
    name: 'a virtual device',
    snapshot: aws.snapshot([summary(1), list(roots('root-account-mfa-device'))]),
    expected: { [root]: fails('virtual', { count: 1 }) },
  },
  {
    name: 'two virtual devices under other names',
    snapshot: aws.snapshot([summary(1), list(roots('my-phone'), roots('tablet'), anas('ana'))]),
    expected: { [root]: fails('virtual', { count: 2 }) },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot([summary(1), list(device('phone', china.arn('root', ''), china))]),
    expected: { [root]: fails('virtual', { count: 1 }) },
  },
  {
    name: 'a virtual device, whatever else is known',
    snapshot: aws.snapshot([list(roots('phone'))]),
    expected: { [root]: fails('virtual', { count: 1 }) },
  },
  { name: 'no credentials', snapshot: aws.snapshot([summary(0, 0, 0)]), expected: { [root]: 'pass' } },
  {
    name: 'no credentials, and a device left behind',
    snapshot: aws.snapshot([summary(1, 0, 0), list(roots('phone'))]),
    expected: { [root]: 'pass' },
  },
  { name: 'no password, and a key', snapshot: aws.snapshot([summary(0, 0, 1), list()]), expected: { [root]: fails('none') } },
  { name: 'no MFA', snapshot: aws.snapshot([summary(0), list()]), expected: { [root]: fails('none') } },
  {
    name: 'no MFA, and a summary that does not speak of credentials',
    snapshot: aws.snapshot([summaryOf({ AccountMFAEnabled: 0 }), list()]),
    expected: { [root]: unproven('missing', 'credentials-unknown') },
  },
  { name: 'MFA by the report alone', snapshot: aws.snapshot([reportOf({ [root]: rootCells }), list()]), expected: { [root]: 'pass' } },
  {
    name: 'a summary that does not speak of MFA',
    snapshot: aws.snapshot([summaryOf({ Users: 0 }), list()]),
    expected: { [root]: unproven('missing', 'unknown') },
  },
  { name: 'MFA without the list', snapshot: aws.snapshot([summary(1)]), expected: { [root]: unproven('missing', 'unlisted') } },
  {
    name: 'MFA, the list refused',
    snapshot: aws.snapshot([summary(1), refused('ListVirtualMFADevices')]),
    expected: { [root]: unproven('denied', 'unlisted') },
  },
  {
    name: 'MFA, the list cut',
    snapshot: aws.snapshot([summary(1), { ...list(anas('ana')), IsTruncated: true, Marker: 'more' }]),
    expected: { [root]: unproven('partial', 'unlisted') },
  },
  {
    name: 'a device in use of which the list does not tell whose it is',
    snapshot: aws.snapshot([summary(1), list(device('phone'))]),
    expected: { [root]: unproven('partial', 'unlisted') },
  },
  { name: 'nothing', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('accountSummary', 'virtualMfaDevices') } },
]);
