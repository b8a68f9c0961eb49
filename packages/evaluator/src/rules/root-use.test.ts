import { awsAccount, summaryOf } from '../testing/aws.test-helper.ts';
import { asks, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportColumns, reportOf, rootCells, type ReportCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './root-use.ts';

const aws = awsAccount();
const root = '<root_account>';
const asOf = '2026-10-01T09:00:00Z';
const row = (cells: ReportCells) => reportOf({ [root]: { ...rootCells, ...cells } });
const used = (cells: ReportCells) => aws.snapshot([row(cells)]);
const signedIn = (PasswordLastUsed: string | undefined, Arn = aws.arn('root', '')) => ({
  VirtualMFADevices: [
    { SerialNumber: aws.arn('mfa', '/phone'), EnableDate: '2021-05-18T15:31:09+00:00', User: { UserId: '1', Arn, PasswordLastUsed } },
  ],
});
const everyday = (credential: string, days: number) => fails('everyday', { credential, days, asOf });
const recent = (days: number, at = asOf) => asks('recent', { days, asOf: at });
const noSummary = ['password', 'access_key_1', 'access_key_2'];

testRule(rule, [
  { name: 'never, as the report has it', snapshot: used({ password_last_used: 'no_information' }), expected: { [root]: 'pass' } },
  { name: 'never, in the report’s other word', snapshot: used({}), expected: { [root]: 'pass' } },
  { name: 'long ago', snapshot: used({ password_last_used: '2026-03-02T16:20:31+00:00' }), expected: { [root]: 'pass' } },
  { name: '91 days ago', snapshot: used({ password_last_used: '2026-07-02T09:00:00+00:00' }), expected: { [root]: 'pass' } },
  { name: 'a sign-in 90 days ago', snapshot: used({ password_last_used: '2026-07-03T09:00:00+00:00' }), expected: { [root]: recent(90) } },
  { name: 'a sign-in two days ago', snapshot: used({ password_last_used: '2026-09-29T09:00:00+00:00' }), expected: { [root]: recent(2) } },
  { name: 'a sign-in yesterday', snapshot: used({ password_last_used: '2026-09-29T09:00:01+00:00' }), expected: { [root]: everyday('password', 1) } },
  {
    name: 'a sign-in after the account was read',
    snapshot: used({ password_last_used: '2026-10-02T09:00:00Z' }),
    expected: { [root]: everyday('password', 0) },
  },
  {
    name: 'a key, in either slot',
    snapshot: used({ access_key_2_active: 'true', access_key_2_last_used_date: '2026-08-02T09:00:00+00:00' }),
    expected: { [root]: fails('key', { credential: 'access_key_2', days: 60, asOf }) },
  },
  {
    name: 'a key beside a later sign-in',
    snapshot: used({ password_last_used: '2026-09-21T09:00:00+00:00', access_key_1_last_used_date: '2026-08-02T09:00:00+00:00' }),
    expected: { [root]: fails('key', { credential: 'access_key_1', days: 60, asOf }) },
  },
  {
    name: 'a key used today',
    snapshot: used({ access_key_1_last_used_date: '2026-10-01T08:00:00+00:00' }),
    expected: { [root]: everyday('access_key_1', 0) },
  },
  { name: 'a key used long ago', snapshot: used({ access_key_1_last_used_date: '2024-01-01T00:00:00+00:00' }), expected: { [root]: 'pass' } },
  {
    name: 'what the report does not support is not never',
    snapshot: used({ password_last_used: 'not_supported' }),
    expected: { [root]: unproven('missing', 'unknown', { credentials: ['password'] }) },
  },
  {
    name: 'what it does not support of a credential that does not exist',
    snapshot: aws.snapshot([
      summaryOf({ AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 }),
      row({ password_last_used: 'not_supported', access_key_1_last_used_date: 'not_supported' }),
    ]),
    expected: { [root]: 'pass' },
  },
  {
    name: 'the virtual device tells a later sign-in than the report',
    snapshot: aws.snapshot([row({ password_last_used: '2026-03-02T16:20:31+00:00' }), signedIn('2026-09-21T09:00:00+00:00')]),
    expected: { [root]: recent(10) },
    sourcesDisagree: true,
  },
  {
    name: 'the virtual device tells it where the report does not',
    snapshot: aws.snapshot([row({ password_last_used: 'not_supported' }), signedIn('2026-03-02T16:20:31+00:00')]),
    expected: { [root]: 'pass' },
  },
  {
    name: 'the virtual device alone, of a sign-in long ago, says nothing of keys',
    snapshot: aws.snapshot([signedIn('2026-03-02T16:20:31+00:00')]),
    expected: { [root]: unproven('missing', 'unknown', { credentials: ['access_key_1', 'access_key_2'] }) },
  },
  {
    name: 'the virtual device alone, of a recent sign-in',
    snapshot: aws.snapshot([signedIn('2026-09-21T09:00:00+00:00')]),
    expected: { [root]: recent(10) },
  },
  {
    name: 'the device of a user, and of a root user that never signed in',
    snapshot: aws.snapshot([row({}), signedIn('2026-10-01T08:00:00+00:00', aws.arn('user', '/ana'))]),
    expected: { [root]: 'pass' },
  },
  {
    name: 'a report without the root row',
    snapshot: aws.snapshot([reportOf({ ana: {} })]),
    expected: { [root]: unproven('missing', 'unknown', { credentials: noSummary }) },
  },
  {
    name: 'a report without the column',
    snapshot: aws.snapshot([reportOf({ [root]: rootCells }, { columns: reportColumns.filter((column) => column !== 'password_last_used') })]),
    expected: { [root]: unproven('missing', 'unknown', { credentials: ['password'] }) },
  },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot([row({ password_last_used: '2026-03-02T16:20:31+00:00' })], null),
    expected: { [root]: unproven('missing', 'no-time') },
  },
  { name: 'no time, and never used', snapshot: aws.snapshot([row({})], null), expected: { [root]: 'pass' } },
  {
    name: 'a time given for counting',
    snapshot: aws.snapshot([row({ password_last_used: '2026-03-02T16:20:31+00:00' })], null),
    asOf: '2026-03-12T16:20:31Z',
    expected: { [root]: recent(10, '2026-03-12T16:20:31Z') },
  },
  { name: 'no report', snapshot: aws.snapshot([summaryOf({ Users: 0 })]), expected: { [aws.id]: missing('credentialReport') } },
]);
