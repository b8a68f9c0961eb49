import { awsAccount, details, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-session-duration.ts';

const aws = awsAccount();
const people: RawStatement[] = [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }];
const service = (name: string): RawStatement => ({ Principal: { Service: name } });
const role = (name: string, path = '/', trust = people) => aws.role(name, trust, { path });
const listed = (name: string, MaxSessionDuration: number | undefined, path = '/') => ({
  Path: path,
  RoleName: name,
  RoleId: `AROA-${name}`,
  Arn: aws.arn('role', path + name),
  CreateDate: '2026-01-05T08:00:00+00:00',
  MaxSessionDuration,
});
const sso = '/aws-reserved/sso.amazonaws.com/';
const [reader, admin, elsewhere] = ['Reader', 'Admin', 'Elsewhere'].map((name) => `AWSReservedSSO_${name}_0123456789abcdef`) as [
  string,
  string,
  string,
];
const permissionSet = (name: string, sessionDuration: string, account = aws.id) => ({
  permissionSetArn: `arn:aws:sso:::permissionSet/ssoins-1/ps-${name}`,
  name,
  sessionDuration,
  accountIds: [account],
});

testRule(rule, [
  {
    name: 'lengths to either side of the limit',
    snapshot: aws.snapshot([
      ...wholeAccount({ roles: ['hour', 'four', 'more', 'day'].map((name) => role(name)) }),
      { Roles: [listed('hour', 3600), listed('four', 14_400), listed('more', 14_460), listed('day', 43_200)] },
    ]),
    expected: { hour: 'pass', four: 'pass', more: fails('long', { hours: 4.02, limit: 4 }), day: fails('long', { hours: 12, limit: 4 }) },
  },
  {
    name: 'the authorization details do not tell it, and no default is taken in its place',
    snapshot: aws.snapshot(wholeAccount({ roles: [role('app')] })),
    expected: { app: unproven('missing', 'unknown') },
  },
  {
    name: 'a role that the list leaves out',
    snapshot: aws.snapshot([...wholeAccount({ roles: [role('app'), role('new')] }), { Roles: [listed('app', 3600)] }]),
    expected: { app: 'pass', new: unproven('missing', 'unknown') },
  },
  {
    name: 'roles of Identity Center follow their permission sets; one that only has the name does not',
    snapshot: aws.snapshot([
      ...wholeAccount({ roles: [role(reader, sso), role('AWSReservedSSO_Mine')] }),
      { Roles: [listed(reader, 3600, sso), listed('AWSReservedSSO_Mine', 43_200)] },
    ]),
    expected: { [reader]: unproven('missing', 'permission-set'), AWSReservedSSO_Mine: fails('long', { hours: 12, limit: 4 }) },
  },
  {
    name: 'roles of Identity Center whose permission sets are in the data',
    snapshot: {
      ...aws.snapshot([
        ...wholeAccount({ roles: [role(reader, sso), role(admin, sso), role(elsewhere, sso)] }),
        { Roles: [listed(reader, 43_200, sso), listed(admin, 3600, sso), listed(elsewhere, 3600, sso)] },
      ]),
      identityCenter: {
        permissionSets: [permissionSet('Reader', 'PT4H'), permissionSet('Admin', 'PT12H'), permissionSet('Elsewhere', 'PT1H', '444455556666')],
      },
    },
    expected: {
      [reader]: 'pass',
      [admin]: fails('long', { hours: 12, limit: 4 }),
      [elsewhere]: unproven('missing', 'permission-set'),
    },
  },
  {
    name: 'sessions of AWS services are not bound by it; a person beside the service is',
    snapshot: aws.snapshot([
      ...wholeAccount({
        roles: [
          role('server', '/', [service('ec2.amazonaws.com')]),
          role('pod', '/', [service('pods.eks.amazonaws.com')]),
          role('both', '/', [service('ec2.amazonaws.com'), ...people]),
          role('unread', '/', 'not json' as unknown as RawStatement[]),
          role('AWSServiceRoleForSupport', '/aws-service-role/support.amazonaws.com/', [service('support.amazonaws.com')]),
        ],
      }),
      { Roles: [listed('server', 43_200), listed('pod', 43_200), listed('both', 43_200), listed('unread', 43_200)] },
    ]),
    expected: {
      server: 'notApplicable',
      pod: 'notApplicable',
      both: fails('long', { hours: 12, limit: 4 }),
      unread: fails('long', { hours: 12, limit: 4 }),
    },
  },
  {
    name: 'roles of AWS account access manager are for people',
    snapshot: aws.snapshot([
      ...wholeAccount({
        roles: [role('staff', '/', [{ Action: ['sts:AssumeRole', 'sts:SetContext', 'sts:TagSession'], ...service('account-access.amazonaws.com') }])],
      }),
      { Roles: [listed('staff', 43_200)] },
    ]),
    expected: { staff: fails('long', { hours: 12, limit: 4 }) },
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ roles: [role('app')] }) as object), IsTruncated: true, Marker: 'more' }, { Role: listed('app', 3600) }]),
    expected: { [aws.id]: unproven('partial', 'list-partial', { parts: ['roleDetails'] }), app: 'pass' },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
