import { awsAccount, details, refused, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { asks, denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf, partnerOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-external-trust.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const account = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const externalId = { StringEquals: { 'sts:ExternalId': 'secret' } };
const web = (host: string, Condition?: object): RawStatement[] => [
  {
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(Condition ? { Condition } : {}),
  },
];
const github = 'token.actions.githubusercontent.com';
const providerOf = (host: string) => `arn:aws:iam::111122223333:oidc-provider/${host}`;
const stranger = '999988887777';
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const vendor = { arn: `arn:aws:iam::${stranger}:*`, party: 'thirdParty' } as const;

testRule(rule, [
  {
    name: 'anyone, by a star and by what is not named',
    snapshot: roles({
      star: [{ Principal: '*' }],
      aws: account('*'),
      not: [{ NotPrincipal: { AWS: root('111122223333') } } as RawStatement],
      organization: account('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
      secret: account('*', externalId),
      mixed: [...account('*', externalId), ...account('*')],
    }),
    expected: {
      star: fails('anyone'),
      aws: fails('anyone'),
      not: fails('anyone'),
      organization: asks('anyone-conditional'),
      secret: asks('anyone-conditional'),
      mixed: fails('anyone'),
    },
  },
  {
    name: 'accounts nobody declared',
    snapshot: roles({
      bare: account(root(stranger)),
      number: account(stranger),
      role: account(`arn:aws:iam::${stranger}:role/deploy`),
      guarded: account(root(stranger), mfa),
      secret: account(root(stranger), externalId),
      absent: account(root(stranger), { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
      several: account([root(stranger), root('888877776666')]),
      half: [...account(root(stranger), mfa), ...account(root('888877776666'))],
      canonical: [{ Principal: { CanonicalUser: 'abc' } }],
    }),
    expected: {
      bare: fails('unguarded', { principals: [stranger] }),
      number: fails('unguarded', { principals: [stranger] }),
      role: fails('unguarded', { principals: [`arn:aws:iam::${stranger}:role/deploy`] }),
      guarded: asks('undeclared', { principals: [stranger] }),
      secret: asks('undeclared', { principals: [stranger] }),
      absent: fails('unguarded', { principals: [stranger] }),
      several: fails('unguarded', { principals: ['888877776666', stranger] }),
      half: fails('unguarded', { principals: ['888877776666'] }),
      canonical: fails('unguarded', { principals: ['abc'] }),
    },
  },
  {
    name: 'the own account, AWS services, SAML',
    snapshot: roles({
      own: account(root('111122223333')),
      user: account('arn:aws:iam::111122223333:user/ana'),
      service: [{ Principal: { Service: 'ec2.amazonaws.com' } }],
      saml: [{ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Okta' }, Action: 'sts:AssumeRoleWithSAML' }],
      nobody: [],
      deleted: account(['AROAEXAMPLEEXAMPLE123', 'AIDAEXAMPLEEXAMPLE123']),
      pods: [{ Principal: { Service: 'pods.eks.amazonaws.com' } }],
    }),
    expected: { own: 'pass', user: 'pass', service: 'pass', saml: 'pass', nobody: 'pass', deleted: 'pass', pods: 'pass' },
  },
  {
    name: 'accounts that engagement and partner name',
    snapshot: roles({
      partner: account(root('444455556666')),
      identity: account(root('222233334444')),
      other: account(root('333344445555')),
      stranger: account(root(stranger), mfa),
    }),
    engagement: engagementOf({
      accounts: [
        { id: aws.id, role: 'workload' },
        { id: '222233334444', role: 'identity' },
        { id: '333344445555', role: 'other' },
      ],
      principals: [{ arn: '*', party: 'partner' }],
    }),
    partner: partnerOf(),
    expected: {
      partner: 'pass',
      identity: 'pass',
      other: fails('unguarded', { principals: ['333344445555'] }),
      stranger: asks('undeclared', { principals: [stranger] }),
    },
  },
  {
    name: 'a third party must send an external id',
    snapshot: roles({
      monitor: account(root(stranger), externalId),
      bare: account(root(stranger)),
      mfa: account(`arn:aws:iam::${stranger}:role/support`, mfa),
      star: account(root(stranger), { StringLike: { 'sts:ExternalId': '*' } }),
    }),
    engagement: engagementOf({ principals: [vendor] }),
    expected: {
      monitor: 'pass',
      bare: fails('third-party', { principals: [stranger] }),
      mfa: fails('third-party', { principals: [`arn:aws:iam::${stranger}:role/support`] }),
      star: fails('third-party', { principals: [stranger] }),
    },
  },
  {
    name: 'OpenID Connect with and without a subject',
    snapshot: roles({
      open: web(github),
      audience: web(github, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
      star: web(github, { StringLike: { [`${github}:sub`]: '*' } }),
      repo: web(github, { StringLike: { [`${github}:sub`]: 'repo:shop/site:*' } }),
      people: web('login.example.com', { StringEquals: { 'login.example.com:aud': 'app' } }),
      cluster: web('oidc.eks.us-east-1.amazonaws.com/id/1'),
      pod: web('oidc.eks.us-east-1.amazonaws.com/id/1', {
        StringEquals: { 'oidc.eks.us-east-1.amazonaws.com/id/1:sub': 'system:serviceaccount:shop:site' },
      }),
      cognito: [{ Principal: { Federated: 'cognito-identity.amazonaws.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }],
    }),
    expected: {
      open: fails('open-provider', { providers: [providerOf(github)] }),
      audience: fails('open-provider', { providers: [providerOf(github)] }),
      star: fails('open-provider', { providers: [providerOf(github)] }),
      repo: 'pass',
      people: 'pass',
      cluster: fails('open-provider', { providers: [providerOf('oidc.eks.us-east-1.amazonaws.com/id/1')] }),
      pod: 'pass',
      cognito: fails('open-provider', { providers: ['cognito-identity.amazonaws.com'] }),
    },
  },
  {
    name: 'a trust policy that cannot be read',
    snapshot: roles({ torn: '{"Version"', app: [{ Principal: { Service: 'ec2.amazonaws.com' } }] }),
    expected: { torn: unproven('unresolved', 'unreadable'), app: 'pass' },
  },
  {
    name: 'roles in scope only; AWS’s own are not',
    snapshot: aws.snapshot(
      wholeAccount({
        roles: [
          aws.role('theirs', account(root(stranger))),
          aws.role('AWSServiceRoleForSupport', account(root(stranger)), { path: '/aws-service-role/support.amazonaws.com/' }),
          aws.role('ours', account(root(stranger))),
        ],
      }),
    ),
    engagement: engagementOf({ principals: [{ arn: aws.arn('role', '/theirs'), party: 'customer' }] }),
    expected: { ours: fails('unguarded', { principals: [stranger] }) },
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot(
      wholeAccount({ roles: [gov.role('out', account(root(stranger, 'aws-us-gov'))), gov.role('in', account(root('111122223333', 'aws-us-gov')))] }),
    ),
    expected: { out: fails('unguarded', { principals: [stranger] }), in: 'pass' },
  },
  {
    name: 'a cut list of roles',
    snapshot: aws.snapshot([
      { ...(details({ roles: [aws.role('own', account(root('111122223333')))] }) as object), IsTruncated: true, Marker: 'more' },
    ]),
    expected: { [aws.id]: unproven('partial', 'list-partial', { parts: ['roleDetails'] }), own: 'pass' },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
  { name: 'refused', snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]), expected: { [aws.id]: denied('roleDetails') } },
]);
