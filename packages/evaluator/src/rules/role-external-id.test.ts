import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf, partnerOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-external-id.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const externalId = { StringEquals: { 'sts:ExternalId': 'secret' } };
const deny = (Condition: object): RawStatement => ({ Effect: 'Deny', Principal: '*', Condition });
const stranger = '999988887777';

testRule(rule, [
  {
    name: 'a third party must send an external id',
    snapshot: roles({
      monitor: by(root(stranger), externalId),
      bare: by(root(stranger)),
      mfa: by(`arn:aws:iam::${stranger}:role/support`, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      star: by(root(stranger), { StringLike: { 'sts:ExternalId': '*' } }),
      lenient: by(root(stranger), { StringEqualsIfExists: { 'sts:ExternalId': 'secret' } }),
      denied: [...by(root(stranger)), deny({ StringNotEquals: { 'sts:ExternalId': 'secret' } })],
      elsewhere: [...by(root(stranger)), deny({ StringNotEquals: { 'sts:ExternalId': 'secret', 'aws:SourceVpc': 'vpc-1' } })],
      partner: by(root('444455556666')),
      undeclared: by(root('888877776666')),
      service: [{ Principal: { Service: 'ec2.amazonaws.com' } }],
    }),
    engagement: engagementOf({ principals: [{ arn: `arn:aws:iam::${stranger}:*`, party: 'thirdParty' }] }),
    partner: partnerOf(),
    expected: {
      monitor: 'pass',
      bare: fails('third-party', { principals: [stranger] }),
      mfa: fails('third-party', { principals: [`arn:aws:iam::${stranger}:role/support`] }),
      star: fails('third-party', { principals: [stranger] }),
      lenient: fails('third-party', { principals: [stranger] }),
      denied: 'pass',
      elsewhere: fails('third-party', { principals: [stranger] }),
      partner: 'notApplicable',
      undeclared: 'notApplicable',
      service: 'notApplicable',
    },
  },
  {
    name: 'a machine of the partner’s own account',
    snapshot: roles({
      scanner: by('arn:aws:iam::444455556666:role/scanner'),
      backup: by('arn:aws:iam::444455556666:role/backup', externalId),
      local: by(root('111122223333')),
      person: by(root('444455556666')),
    }),
    engagement: engagementOf({
      principals: [
        { arn: aws.arn('role', '/person'), party: 'partner', kind: 'human' },
        { arn: aws.arn('role', '/*'), party: 'partner', kind: 'workload' },
      ],
    }),
    partner: partnerOf(),
    expected: {
      scanner: fails('machine', { principals: ['arn:aws:iam::444455556666:role/scanner'] }),
      backup: 'pass',
      local: 'notApplicable',
      person: 'notApplicable',
    },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
