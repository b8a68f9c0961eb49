import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { asks, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-anonymous-trust.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const externalId = { StringEquals: { 'sts:ExternalId': 'secret' } };

testRule(rule, [
  {
    name: 'everybody, by a star and by what is not named',
    snapshot: roles({
      star: [{ Principal: '*' }],
      aws: by('*'),
      not: [{ NotPrincipal: { AWS: root('111122223333') } } as RawStatement],
      mfa: by('*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      transport: by('*', { Bool: { 'aws:SecureTransport': 'true' } }),
      whole: by('*', { StringLike: { 'aws:PrincipalOrgID': '*' } }),
      internet: by('*', { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '0.0.0.0/0'] } }),
      mixed: [...by('*', externalId), ...by('*')],
      absent: by('*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }),
    }),
    expected: {
      star: fails('anyone'),
      aws: fails('anyone'),
      not: fails('anyone'),
      mfa: fails('anyone'),
      transport: fails('anyone'),
      whole: fails('anyone'),
      internet: fails('anyone'),
      mixed: fails('anyone'),
      absent: fails('anyone'),
    },
  },
  {
    name: 'some of everybody',
    snapshot: roles({
      organization: by('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
      secret: by('*', externalId),
      network: by('*', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }),
      arn: by('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/x' } }),
    }),
    expected: {
      organization: asks('anyone-conditional', { keys: ['aws:PrincipalOrgID'] }),
      secret: asks('anyone-conditional', { keys: ['sts:ExternalId'] }),
      network: asks('anyone-conditional', { keys: ['aws:SourceIp'] }),
      arn: asks('anyone-conditional', { keys: ['aws:PrincipalArn'] }),
    },
  },
  {
    name: 'a Deny that spares only some',
    snapshot: roles({
      spared: [...by('*'), { Effect: 'Deny', NotPrincipal: { AWS: [root('444455556666'), 'arn:aws:iam::444455556666:user/ana'] } } as RawStatement],
      guarded: [
        ...by('*'),
        { Effect: 'Deny', NotPrincipal: { AWS: root('444455556666') }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } } as RawStatement,
      ],
    }),
    expected: { spared: 'pass', guarded: fails('anyone') },
  },
  {
    name: 'named principals, and nobody',
    snapshot: roles({ service: [{ Principal: { Service: 'ec2.amazonaws.com' } }], account: by(root('444455556666')), nobody: [] }),
    expected: { service: 'pass', account: 'pass', nobody: 'notApplicable' },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
