import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { asks, missing, unproven } from '../testing/case.test-helper.ts';
import { partnerOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-account-trust.ts';

const aws = awsAccount();
const root = (id: string, partition = 'aws') => `arn:${partition}:iam::${id}:root`;
const by = (who: unknown, Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const partner = root('444455556666');
const whole = asks('whole-account', { accounts: ['444455556666'] });

testRule(rule, [
  {
    name: 'a whole account of the partner, with and without what tells its people apart',
    snapshot: roles({
      mfa: by(partner, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      session: by(partner, { StringLike: { 'sts:RoleSessionName': '${aws:username}' } }),
      shared: by(partner, { StringEquals: { 'sts:RoleSessionName': 'partner' } }),
      anyName: by(partner, { StringLike: { 'sts:RoleSessionName': '*' } }),
      names: by(partner, { StringEquals: { 'sts:RoleSessionName': ['ana', 'ben'] } }),
      source: by(partner, { StringLike: { 'sts:SourceIdentity': '*' } }),
      sourceSet: by(partner, { Null: { 'sts:SourceIdentity': 'false' } }),
      tag: by(partner, { StringEquals: { 'aws:PrincipalTag/customer': 'shop' } }),
      maybe: by(partner, { StringEqualsIfExists: { 'aws:PrincipalTag/customer': 'shop' } }),
      arn: by(partner, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/sso/*' } }),
      arnAll: by(partner, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/*' } }),
      denied: [...by(partner), { Effect: 'Deny', Principal: '*', Condition: { StringNotLike: { 'sts:RoleSessionName': '${aws:username}' } } }],
      narrowed: [...by(partner), { Effect: 'Deny', NotPrincipal: { AWS: [partner, 'arn:aws:iam::444455556666:user/ana'] } } as RawStatement],
      user: by('arn:aws:iam::444455556666:user/ana'),
      own: by(root('111122223333')),
      stranger: by(root('999988887777')),
    }),
    partner: partnerOf(),
    expected: {
      mfa: whole,
      session: 'pass',
      shared: whole,
      anyName: whole,
      names: 'pass',
      source: 'pass',
      sourceSet: 'pass',
      tag: 'pass',
      maybe: whole,
      arn: 'pass',
      arnAll: whole,
      denied: 'pass',
      narrowed: 'notApplicable',
      user: 'notApplicable',
      own: 'notApplicable',
      stranger: 'notApplicable',
    },
  },
  { name: 'a trust policy that cannot be read', snapshot: roles({ torn: '{' }), expected: { torn: unproven('unresolved', 'unreadable') } },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
