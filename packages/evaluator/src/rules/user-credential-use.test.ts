import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, keyCells, reportColumns, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-credential-use.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const asOf = '2026-10-01T09:00:00Z';
const unused = (...credentials: string[]) => fails('unused', { limit: 45, asOf, credentials });
const signedIn = (date: string) => ({ ...consoleCells, password_last_used: date });
const used = (date: string) => ({ ...keyCells, access_key_1_last_used_date: date, access_key_1_last_rotated: '2024-01-01T00:00:00+00:00' });

testRule(rule, [
  {
    name: 'use to either side of the limit',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({
        ana: signedIn('2026-08-17T09:00:00+00:00'),
        ben: { ...signedIn('2026-08-16T09:00:00+00:00') },
        cy: used('2026-08-17T09:00:00+00:00'),
        dee: used('2026-08-16T09:00:00+00:00'),
        eve: {},
      }),
    ]),
    expected: { ana: 'pass', ben: unused('password'), cy: 'pass', dee: unused('access_key_1'), eve: 'notApplicable' },
  },
  {
    name: 'no recorded use counts from the day it was made',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      reportOf({
        ana: { ...consoleCells, password_last_used: 'no_information', password_last_changed: '2026-09-20T00:00:00+00:00' },
        ben: { ...consoleCells, password_last_used: 'N/A', password_last_changed: '2026-01-20T00:00:00+00:00' },
        cy: { ...keyCells, access_key_1_last_used_date: 'N/A' },
        dee: { ...keyCells, access_key_1_last_used_date: 'N/A', access_key_1_last_rotated: '2026-01-20T00:00:00+00:00' },
      }),
    ]),
    expected: { ana: 'pass', ben: unused('password'), cy: 'pass', dee: unused('access_key_1') },
  },
  {
    name: 'a new password does not make up for a sign-in long ago',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: { ...signedIn('2026-01-01T00:00:00+00:00'), password_last_changed: '2026-09-30T00:00:00+00:00' } }),
    ]),
    expected: { ana: unused('password') },
  },
  {
    name: 'every credential of a user that is not used is named',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({
        ana: {
          ...signedIn('2026-01-01T00:00:00+00:00'),
          password_last_changed: '2026-01-01T00:00:00+00:00',
          ...used('2026-01-01T00:00:00+00:00'),
          access_key_2_active: 'true',
          access_key_2_last_rotated: '2026-09-30T00:00:00+00:00',
        },
      }),
    ]),
    expected: { ana: unused('password', 'access_key_1') },
  },
  {
    name: 'the list of users knows a later sign-in than the report',
    snapshot: aws.snapshot([
      {
        Users: [
          {
            Path: '/',
            UserName: 'ana',
            UserId: 'AIDA-ana',
            Arn: aws.arn('user', '/ana'),
            CreateDate: '2026-01-05T08:00:00+00:00',
            PasswordLastUsed: '2026-10-01T08:55:00+00:00',
          },
        ],
      },
      reportOf({ ana: { ...signedIn('2026-01-01T00:00:00+00:00'), password_last_changed: '2026-01-01T00:00:00+00:00' } }),
    ]),
    expected: { ana: 'pass' },
  },
  {
    name: 'a listed key is named by its masked id',
    snapshot: aws.snapshot([
      ...users('ana'),
      { AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active', CreateDate: '2024-01-01T00:00:00+00:00' }] },
      reportOf({ ana: used('2026-01-01T00:00:00+00:00') }),
    ]),
    expected: { ana: unused('AKIA…MPLE') },
  },
  {
    name: 'a listed key of which no report tells the use: a new one cannot be unused for long',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      {
        AccessKeyMetadata: [
          { UserName: 'ana', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active', CreateDate: '2026-08-01T00:00:00+00:00' },
          { UserName: 'ben', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active', CreateDate: '2026-09-01T00:00:00+00:00' },
        ],
      },
    ]),
    expected: {
      ana: unproven('missing', 'unknown', { credentials: ['password', 'AKIA…MPLE'] }),
      ben: unproven('missing', 'unknown', { credentials: ['password'] }),
    },
  },
  {
    name: 'a report that does not tell the use of keys',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: { ...consoleCells, ...used('N/A') } }, { columns: reportColumns.filter((column) => column !== 'access_key_1_last_used_date') }),
    ]),
    expected: { ana: unproven('missing', 'unknown', { credentials: ['access_key_1'] }) },
  },
  {
    name: 'no report and no keys listed',
    snapshot: aws.snapshot(users('ana')),
    expected: { ana: unproven('missing', 'unknown', { credentials: ['password', 'access_key_1', 'access_key_2'] }) },
  },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: consoleCells, ben: {} })], null),
    expected: { ana: unproven('missing', 'no-time'), ben: 'notApplicable' },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
