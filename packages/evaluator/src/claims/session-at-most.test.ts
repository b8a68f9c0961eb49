import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import sessionAtMost from './session-at-most.ts';

const aws = awsAccount();
const services = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const center = [{ Principal: { Federated: aws.arn('saml-provider', '/AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE') }, Action: 'sts:AssumeRoleWithSAML' }];
const sso = aws.role('AWSReservedSSO_Ops_0123456789abcdef', center, { path: '/aws-reserved/sso.amazonaws.com/' });
/** Roles with their session durations in seconds, as ListRoles tells them. */
const account = (durations: Record<string, number>, ...others: object[]) => {
  const roles = Object.keys(durations).map((name) => aws.role(name, services));
  const listed = Object.entries(durations).map(([name, MaxSessionDuration]) => ({ ...aws.role(name, services), MaxSessionDuration }));
  return aws.snapshot([...wholeAccount({ roles: [...roles, ...others] }), ...(listed.length > 0 ? [{ Roles: [...listed, ...others] }] : [])]);
};
const accounts = aws.id;
const withPermissionSet = (sessionDuration: string) => ({
  ...account({ a: 3600 }, { ...sso, MaxSessionDuration: 43_200 }),
  identityCenter: {
    permissionSets: [{ permissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', name: 'Ops', sessionDuration, accountIds: [aws.id] }],
  },
});

testClaim(sessionAtMost, [
  { name: 'not longer', snapshot: account({ a: 3600, b: 1800 }), claim: { hours: 1 }, expected: held('held', { accounts, total: 2, hours: 1 }) },
  {
    name: 'longer',
    snapshot: account({ a: 3600, b: 5400 }),
    claim: { hours: 1 },
    expected: contradicted(told('longer', { name: 'b', hours: 1.5 }, 'b')),
  },
  {
    name: 'of those named',
    snapshot: account({ a: 3600, b: 5400 }),
    claim: { hours: 1, roles: ['a'] },
    expected: held('held', { accounts, total: 1, hours: 1 }),
  },
  {
    name: 'of those in scope',
    snapshot: account({ a: 3600, b: 5400 }),
    engagement: { principals: [{ arn: aws.arn('role', '/b'), party: 'customer' }] },
    claim: { hours: 1, among: 'inScope' },
    expected: held('held', { accounts, total: 1, hours: 1 }),
  },
  {
    name: 'longer than IAM allows',
    snapshot: account({}, aws.role('a', services)),
    claim: { hours: 12 },
    expected: held('held', { accounts, total: 1, hours: 12 }),
  },
  {
    name: 'without ListRoles',
    snapshot: account({}, aws.role('a', services)),
    claim: { hours: 1 },
    expected: unchecked(told('unknown', { name: 'a' }, 'a')),
  },
  {
    name: 'a role of IAM Identity Center',
    snapshot: account({ a: 3600 }, { ...sso, MaxSessionDuration: 3600 }),
    claim: { hours: 1 },
    expected: unchecked(told('permission-set', { name: sso.RoleName }, sso.RoleName)),
  },
  {
    name: 'a role of IAM Identity Center whose permission set is in the data',
    snapshot: withPermissionSet('PT1H'),
    claim: { hours: 1 },
    expected: held('held', { accounts, total: 2, hours: 1 }),
  },
  {
    name: 'a role of IAM Identity Center whose permission set gives longer sessions',
    snapshot: withPermissionSet('PT8H'),
    claim: { hours: 1 },
    expected: contradicted(told('longer', { name: sso.RoleName, hours: 8 }, sso.RoleName)),
  },
  { name: 'no role', snapshot: account({}), claim: { hours: 1 }, expected: unchecked(told('nobody')) },
  {
    name: 'a role that is not there',
    snapshot: account({}),
    claim: { hours: 1, roles: ['a'] },
    expected: contradicted(told('absent', { name: 'a', accounts })),
  },
  {
    name: 'two of one name',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('a', services), aws.role('a', services, { path: '/b/' })] })),
    claim: { hours: 12, roles: ['a'] },
    expected: unchecked(told('ambiguous', { name: 'a', accounts })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ roles: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim: { hours: 1, roles: ['a'] },
    expected: unchecked(cut('roleDetails'), told('unseen', { name: 'a', accounts })),
  },
]);
