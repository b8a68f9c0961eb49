import { awsAccount, details, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-use.ts';

const aws = awsAccount();
const trust: RawStatement[] = [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }];
interface Life {
  made?: string | undefined;
  used?: string;
  path?: string;
}
const role = (name: string, { made = '2024-01-05T08:00:00+00:00', used, path = '/' }: Life = {}) => ({
  ...aws.role(name, trust, { path }),
  CreateDate: made,
  RoleLastUsed: used === undefined ? {} : { LastUsedDate: used, Region: 'us-east-1' },
});
const { CreateDate: _, ...unborn } = role('unborn');
const { RoleLastUsed: __, ...untold } = role('untold');
const asOf = '2026-10-01T09:00:00Z';
const roles = (...list: object[]) => aws.snapshot(wholeAccount({ roles: list }));
const sso = 'AWSReservedSSO_Reader_0123456789abcdef';

testRule(rule, [
  {
    name: 'use to either side of the limit',
    snapshot: roles(role('in', { used: '2026-07-03T09:00:00+00:00' }), role('out', { used: '2026-07-02T09:00:00+00:00' })),
    expected: { in: 'pass', out: fails('unused', { limit: 90, asOf }) },
  },
  {
    name: 'no use recorded in 400 days; a new role has its grace',
    snapshot: roles(role('old'), role('new', { made: '2026-07-03T09:00:00+00:00' }), role('late', { made: '2026-07-02T09:00:00+00:00' })),
    expected: { old: fails('never', { limit: 90, asOf }), new: 'notApplicable', late: fails('never', { limit: 90, asOf }) },
  },
  {
    name: 'an answer that does not tell the use says nothing of it',
    snapshot: roles(untold),
    expected: { untold: unproven('missing', 'unknown') },
  },
  {
    name: 'the list of roles does not tell it either',
    snapshot: aws.snapshot([{ Roles: [untold] }]),
    expected: { untold: unproven('missing', 'unknown') },
  },
  { name: 'no use, and no day it was made', snapshot: roles(unborn), expected: { unborn: unproven('missing', 'undated') } },
  {
    name: 'service-linked roles are AWS’s; roles of Identity Center and those of a like name are judged',
    snapshot: roles(
      role('AWSServiceRoleForSupport', { path: '/aws-service-role/support.amazonaws.com/' }),
      role(sso, { path: '/aws-reserved/sso.amazonaws.com/' }),
      role('AWSServiceRoleForMine', { path: '/service-role/' }),
    ),
    expected: { [sso]: fails('never', { limit: 90, asOf }), AWSServiceRoleForMine: fails('never', { limit: 90, asOf }) },
  },
  {
    name: 'no time at which the account was read',
    snapshot: aws.snapshot(wholeAccount({ roles: [role('app', { used: '2026-09-30T09:00:00+00:00' })] }), null),
    expected: { app: unproven('missing', 'no-time') },
  },
  {
    name: 'a time given for counting',
    snapshot: aws.snapshot(wholeAccount({ roles: [role('app', { used: '2026-09-30T09:00:00+00:00' })] }), null),
    asOf: '2026-12-30T09:00:00Z',
    expected: { app: fails('unused', { limit: 90, asOf: '2026-12-30T09:00:00Z' }) },
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([
      { ...(details({ roles: [role('app', { used: '2026-09-30T09:00:00+00:00' })] }) as object), IsTruncated: true, Marker: 'more' },
    ]),
    expected: { [aws.id]: unproven('partial', 'list-partial', { parts: ['roleDetails'] }), app: 'pass' },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
