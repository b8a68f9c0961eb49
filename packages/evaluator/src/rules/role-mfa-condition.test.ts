import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf, partnerOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-mfa-condition.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const china = awsAccount('111122223333', 'aws-cn');
const user = (name: string, id = '111122223333') => `arn:aws:iam::${id}:user/${name}`;
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const alone = (...users: string[]) => fails('key-alone', { count: users.length, users });
const stranger = '999988887777';

testRule(rule, [
  {
    name: 'roles that a long-term key alone opens, and others',
    snapshot: roles({
      app: [{ Principal: { Service: 'ec2.amazonaws.com' } }],
      account: by(root('111122223333')),
      role: by('arn:aws:iam::444455556666:role/people'),
      alone: by(user('ana')),
      guarded: by(user('ana'), mfa),
      foreign: by(user('eve', '444455556666')),
      network: by(user('ana'), { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      lenient: by(user('ana'), { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
      mixed: [...by([user('ben'), user('ana')]), ...by(user('cy'), mfa)],
      denied: [...by(user('ana')), { Effect: 'Deny', Principal: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }],
      missed: [...by(user('ana')), { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }],
      gone: by('AIDAEXAMPLEEXAMPLE123'),
    }),
    partner: partnerOf(),
    expected: {
      app: 'notApplicable',
      account: 'notApplicable',
      role: 'notApplicable',
      alone: alone(user('ana')),
      guarded: 'pass',
      foreign: alone(user('eve', '444455556666')),
      network: alone(user('ana')),
      lenient: alone(user('ana')),
      mixed: alone(user('ana'), user('ben')),
      denied: 'pass',
      missed: alone(user('ana')),
      gone: 'notApplicable',
    },
  },
  {
    name: 'accounts: only those of which nobody said whose they are',
    snapshot: roles({
      partner: by(root('444455556666')),
      bare: by(root(stranger)),
      guarded: by(root(stranger), mfa),
      machine: by(root(stranger), { StringEquals: { 'sts:ExternalId': 'secret' } }),
      half: [...by(root(stranger), mfa), ...by(root('888877776666'))],
      vendor: by(root('777766665555')),
      canonical: [{ Principal: { CanonicalUser: 'abc' } }],
    }),
    engagement: engagementOf({ principals: [{ arn: 'arn:aws:iam::777766665555:*', party: 'thirdParty' }] }),
    partner: partnerOf(),
    expected: {
      partner: 'notApplicable',
      bare: fails('account', { principals: [stranger] }),
      guarded: 'pass',
      machine: 'notApplicable',
      half: fails('account', { principals: ['888877776666'] }),
      vendor: 'notApplicable',
      canonical: fails('account', { principals: ['abc'] }),
    },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot(wholeAccount({ roles: [china.role('alone', by('arn:aws-cn:iam::111122223333:user/ana'))] })),
    expected: { alone: alone('arn:aws-cn:iam::111122223333:user/ana') },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
