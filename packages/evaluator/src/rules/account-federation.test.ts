import { awsAccount, details, refused, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-federation.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const saml = (name: string, partition = 'aws'): RawStatement => ({
  Principal: { Federated: `arn:${partition}:iam::111122223333:saml-provider/${name}` },
  Action: 'sts:AssumeRoleWithSAML',
});
const oidc = (host: string): RawStatement => ({
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringEquals: { [`${host}:aud`]: 'app' } },
});
const service = (name: string, Action: string | string[] = 'sts:AssumeRole'): RawStatement => ({ Principal: { Service: name }, Action });
const trusting = (...trust: RawStatement[]) =>
  aws.snapshot(wholeAccount({ roles: trust.map((statement, index) => aws.role(`role-${index}`, [statement])) }));
const expected = (verdict: 'pass' | 'notApplicable' | ReturnType<typeof fails>) => ({ [aws.id]: verdict });
const roleOf = (role: 'management' | 'identity' | 'partnerIdentity' | 'other', ...more: { id: string; role: 'identity' | 'workload' }[]) =>
  engagementOf({ accounts: [{ id: aws.id, role }, ...more] });

testRule(rule, [
  { name: 'SAML', snapshot: trusting(service('ec2.amazonaws.com'), saml('Okta')), expected: expected('pass') },
  { name: 'IAM Identity Center', snapshot: trusting(saml('AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE')), expected: expected('pass') },
  {
    name: 'AWS account access manager',
    snapshot: trusting(service('account-access.amazonaws.com', ['sts:AssumeRole', 'sts:SetContext', 'sts:TagSession'])),
    expected: expected('pass'),
  },
  { name: 'OpenID Connect for people', snapshot: trusting(oidc('login.example.com')), expected: expected('pass') },
  { name: 'AWS Managed Microsoft AD', snapshot: trusting(service('ds.amazonaws.com')), expected: expected('pass') },
  { name: 'China', snapshot: china.snapshot(wholeAccount({ roles: [china.role('people', [saml('Okta', 'aws-cn')])] })), expected: expected('pass') },
  {
    name: 'pipelines, pods and services are not people',
    snapshot: trusting(oidc('token.actions.githubusercontent.com'), oidc('oidc.eks.us-east-1.amazonaws.com/id/1'), service('lambda.amazonaws.com')),
    expected: expected(fails('none')),
  },
  {
    name: 'a provider that no role trusts',
    snapshot: aws.snapshot([...wholeAccount({}), { SAMLProviderList: [{ Arn: aws.arn('saml-provider', '/Okta') }] }]),
    expected: expected(fails('none')),
  },
  {
    name: 'a role that denies what it allows',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('people', [saml('Okta'), { ...saml('Okta'), Effect: 'Deny' }])] })),
    expected: expected(fails('none')),
  },
  {
    name: 'roles that are not all there, none of which federates',
    snapshot: aws.snapshot([
      { ...(details({ roles: [aws.role('app', [service('ec2.amazonaws.com')])] }) as object), IsTruncated: true, Marker: 'more' },
    ]),
    expected: { [aws.id]: unproven('partial', 'unseen') },
  },
  {
    name: 'roles that are not all there, one of which federates',
    snapshot: aws.snapshot([{ ...(details({ roles: [aws.role('people', [saml('Okta')])] }) as object), IsTruncated: true, Marker: 'more' }]),
    expected: expected('pass'),
  },
  { name: 'the list of roles alone', snapshot: aws.snapshot([{ Roles: [aws.role('people', [saml('Okta')])] }]), expected: expected('pass') },
  {
    name: 'the partner’s account needs none, and has no say',
    snapshot: trusting(saml('Okta')),
    engagement: roleOf('partnerIdentity'),
    expected: expected('notApplicable'),
  },
  {
    name: 'another account needs none',
    snapshot: trusting(service('ec2.amazonaws.com')),
    engagement: roleOf('other'),
    expected: expected('notApplicable'),
  },
  {
    name: 'a management account without',
    snapshot: trusting(service('ec2.amazonaws.com')),
    engagement: roleOf('management'),
    expected: expected('notApplicable'),
  },
  {
    name: 'an identity account without',
    snapshot: trusting(service('ec2.amazonaws.com')),
    engagement: roleOf('identity'),
    expected: expected(fails('none')),
  },
  {
    name: 'a workload account whose people come in by an identity account',
    snapshot: trusting(service('ec2.amazonaws.com')),
    engagement: engagementOf({
      accounts: [
        { id: aws.id, role: 'workload' },
        { id: '222233334444', role: 'identity' },
      ],
    }),
    expected: expected('notApplicable'),
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
  { name: 'refused', snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]), expected: { [aws.id]: denied('roleDetails') } },
]);
