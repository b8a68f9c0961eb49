import { awsAccount, details, refused, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { asks, denied, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf, partnerOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-external-trust.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const gov = awsAccount('111122223333', 'aws-us-gov');
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const stranger = '999988887777';

testRule(rule, [
  {
    name: 'accounts nobody declared',
    snapshot: roles({
      bare: by(root(stranger)),
      number: by(stranger),
      role: by(`arn:aws:iam::${stranger}:role/deploy`),
      guarded: by(root(stranger), mfa),
      several: by([root(stranger), root('888877776666')]),
      canonical: [{ Principal: { CanonicalUser: 'abc' } }],
      denied: [...by([root(stranger)]), { Effect: 'Deny', NotPrincipal: { AWS: root('444455556666') } } as RawStatement],
    }),
    expected: {
      bare: asks('undeclared', { principals: [stranger] }),
      number: asks('undeclared', { principals: [stranger] }),
      role: asks('undeclared', { principals: [`arn:aws:iam::${stranger}:role/deploy`] }),
      guarded: asks('undeclared', { principals: [stranger] }),
      several: asks('undeclared', { principals: ['888877776666', stranger] }),
      canonical: asks('undeclared', { principals: ['abc'] }),
      denied: 'pass',
    },
  },
  {
    name: 'the own account, AWS services, SAML, everybody: told elsewhere or not at all',
    snapshot: roles({
      own: by(root('111122223333')),
      user: by('arn:aws:iam::111122223333:user/ana'),
      service: [{ Principal: { Service: 'ec2.amazonaws.com' } }],
      saml: [{ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Okta' }, Action: 'sts:AssumeRoleWithSAML' }],
      nobody: [],
      star: by('*'),
      deleted: by(['AROAEXAMPLEEXAMPLE123', 'AIDAEXAMPLEEXAMPLE123']),
    }),
    expected: { own: 'pass', user: 'pass', service: 'pass', saml: 'pass', nobody: 'pass', star: 'pass', deleted: 'pass' },
  },
  {
    name: 'accounts that engagement and partner name',
    snapshot: roles({
      partner: by(root('444455556666')),
      identity: by(root('222233334444')),
      other: by(root('333344445555')),
      stranger: by(root(stranger), mfa),
      vendor: by(root('777766665555')),
    }),
    engagement: engagementOf({
      accounts: [
        { id: aws.id, role: 'workload' },
        { id: '222233334444', role: 'identity' },
        { id: '333344445555', role: 'other' },
      ],
      principals: [
        { arn: 'arn:aws:iam::777766665555:*', party: 'thirdParty' },
        { arn: '*', party: 'partner' },
      ],
    }),
    partner: partnerOf(),
    expected: {
      partner: 'pass',
      identity: 'pass',
      other: asks('undeclared', { principals: ['333344445555'] }),
      stranger: asks('undeclared', { principals: [stranger] }),
      vendor: 'pass',
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
          aws.role('theirs', by(root(stranger))),
          aws.role('AWSServiceRoleForSupport', by(root(stranger)), { path: '/aws-service-role/support.amazonaws.com/' }),
          aws.role('ours', by(root(stranger))),
        ],
      }),
    ),
    engagement: engagementOf({ principals: [{ arn: aws.arn('role', '/theirs'), party: 'customer' }] }),
    expected: { ours: asks('undeclared', { principals: [stranger] }) },
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot(
      wholeAccount({ roles: [gov.role('out', by(root(stranger, 'aws-us-gov'))), gov.role('in', by(root('111122223333', 'aws-us-gov')))] }),
    ),
    expected: { out: asks('undeclared', { principals: [stranger] }), in: 'pass' },
  },
  {
    name: 'a cut list of roles',
    snapshot: aws.snapshot([{ ...(details({ roles: [aws.role('own', by(root('111122223333')))] }) as object), IsTruncated: true, Marker: 'more' }]),
    expected: { [aws.id]: unproven('partial', 'list-partial', { parts: ['roleDetails'] }), own: 'pass' },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
  { name: 'refused', snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]), expected: { [aws.id]: denied('roleDetails') } },
]);
