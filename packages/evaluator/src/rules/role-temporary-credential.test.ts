import { awsAccount, details, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-temporary-credential.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const user = (name: string, id = '111122223333') => `arn:aws:iam::${id}:user/${name}`;
const by = (who: string | string[], Condition?: object): RawStatement[] => [{ Principal: { AWS: who }, ...(Condition ? { Condition } : {}) }];
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const app: RawStatement[] = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const alone = (...users: string[]) => fails('key-alone', { count: users.length, users });
const cut = (list: object[]) => aws.snapshot([{ ...(details({ roles: list }) as object), IsTruncated: true, Marker: 'more' }]);
const theirs = engagementOf({ principals: [{ arn: aws.arn('role', '/*'), party: 'customer' }] });

testRule(rule, [
  {
    name: 'roles that a long-term key alone opens, and others',
    snapshot: roles({
      app,
      account: by('arn:aws:iam::111122223333:root'),
      role: by('arn:aws:iam::444455556666:role/people'),
      alone: by(user('ana')),
      guarded: by(user('ana'), mfa),
      foreign: by(user('eve', '444455556666')),
      network: by(user('ana'), { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      lenient: by(user('ana'), { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
      mixed: [...by([user('ben'), user('ana')]), ...by(user('cy'), mfa)],
      denied: [...by(user('ana')), { Effect: 'Deny', Principal: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }],
    }),
    expected: {
      [aws.id]: 'pass',
      app: 'pass',
      account: 'pass',
      role: 'pass',
      alone: alone(user('ana')),
      guarded: 'pass',
      foreign: alone(user('eve', '444455556666')),
      network: alone(user('ana')),
      lenient: alone(user('ana')),
      mixed: alone(user('ana'), user('ben')),
      denied: 'pass',
    },
  },
  { name: 'no role at all', snapshot: roles({}), expected: { [aws.id]: fails('no-role') } },
  { name: 'no role in scope', snapshot: roles({ app }), engagement: theirs, expected: { [aws.id]: fails('no-role') } },
  {
    name: 'AWS’s own roles do not count',
    snapshot: aws.snapshot(
      wholeAccount({ roles: [aws.role('AWSServiceRoleForSupport', app, { path: '/aws-service-role/support.amazonaws.com/' })] }),
    ),
    expected: { [aws.id]: fails('no-role') },
  },
  {
    name: 'no role seen in a cut list',
    snapshot: cut([aws.role('app', app)]),
    engagement: theirs,
    expected: { [aws.id]: unproven('partial', 'no-role-seen') },
  },
  {
    name: 'a role seen in a cut list',
    snapshot: cut([aws.role('app', app)]),
    expected: { [aws.id]: unproven('partial', 'list-partial', { parts: ['roleDetails'] }), app: 'pass' },
  },
  {
    name: 'an account that is no workload needs no role',
    snapshot: roles({}),
    engagement: engagementOf({ accounts: [{ id: aws.id, role: 'partnerIdentity' }] }),
    expected: { [aws.id]: 'notApplicable' },
  },
  {
    name: 'a trust policy that cannot be read',
    snapshot: roles({ torn: '{' }),
    expected: { [aws.id]: 'pass', torn: unproven('unresolved', 'unreadable') },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot(wholeAccount({ roles: [china.role('alone', by('arn:aws-cn:iam::111122223333:user/ana'))] })),
    expected: { [aws.id]: 'pass', alone: alone('arn:aws-cn:iam::111122223333:user/ana') },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
