import { describe, expect, it } from 'vitest';
import { roleTarget, service, userTarget, viewOfTargets, way } from './targets.test-helper.ts';
import { trustOfCaller, trustsService, type TargetClass, type TrustedWay } from './view.ts';

const wide = (...places: number[]) => ({ administrator: false, partial: false, wide: { places, words: places.map(() => 1) } });
const arn = (kind: string, name: string) => `arn:aws:iam::111122223333:${kind}/${name}`;
const ana = arn('user', 'ana');
const root = 'arn:aws:iam::111122223333:root';
const names = (classes: readonly TargetClass<{ arn: string }>[]) =>
  classes.map(({ targets }) => targets.map((target) => target.arn.replace(/^[^/]*\//, '')).join(' '));

describe('whether a role lets a service in', () => {
  it.each<[string, TrustedWay[], string, string]>([
    ['itself', [service('lambda')], 'lambda.amazonaws.com', 'yes'],
    ['another', [service('ec2')], 'lambda.amazonaws.com', 'no'],
    ['nobody', [], 'lambda.amazonaws.com', 'no'],
    ['it in any case', [way('service', 'Lambda.AmazonAWS.com')], 'lambda.amazonaws.com', 'yes'],
    ['it in China', [way('service', 'ec2.amazonaws.com.cn')], 'ec2.amazonaws.com', 'yes'],
    ['it in one Region', [way('service', 'states.eu-west-1.amazonaws.com')], 'states.amazonaws.com', 'yes'],
    ['it in one Region of the government', [way('service', 'ssm.us-gov-east-1.amazonaws.com')], 'ssm.amazonaws.com', 'yes'],
    ['one with a name of more parts', [way('service', 'tasks.apprunner.amazonaws.com')], 'tasks.amazonaws.com', 'no'],
    ['one that only begins so', [way('service', 'ec2.eu-west-1.amazonaws.com.example.com')], 'ec2.amazonaws.com', 'no'],
    ['one that only ends so', [way('service', 'x.ec2.eu-west-1.amazonaws.com')], 'ec2.amazonaws.com', 'no'],
    ['it from its account', [service('lambda', 'AWS:SourceAccount')], 'lambda.amazonaws.com', 'yes'],
    ['it for one source', [service('lambda', 'aws:SourceAccount', 'aws:SourceArn')], 'lambda.amazonaws.com', 'unknown'],
    ['it for one source, and for all', [service('lambda', 'aws:SourceArn'), service('lambda')], 'lambda.amazonaws.com', 'yes'],
    ['it for all, and for one source', [service('lambda'), service('lambda', 'aws:SourceArn')], 'lambda.amazonaws.com', 'yes'],
    ['a principal of its name', [way('principal', 'lambda.amazonaws.com')], 'lambda.amazonaws.com', 'no'],
    ['pods', [way('podIdentity', 'pods.eks.amazonaws.com')], 'pods.eks.amazonaws.com', 'yes'],
    ['machines outside', [way('rolesAnywhere', 'rolesanywhere.amazonaws.com')], 'rolesanywhere.amazonaws.com', 'yes'],
    ['a directory of users', [way('cognito', 'cognito-idp.amazonaws.com')], 'cognito-idp.amazonaws.com', 'yes'],
    ['the account manager', [way('accountAccessManager', 'account.amazonaws.com')], 'account.amazonaws.com', 'yes'],
    ['whom nobody can read', [way('unreadable', '')], 'lambda.amazonaws.com', 'unknown'],
    ['it, and more that nobody can read', [way('unreadable', ''), service('lambda')], 'lambda.amazonaws.com', 'yes'],
  ])('that trusts %s', (_, ways, asked, expected) => {
    expect(trustsService({ ways }, asked)).toBe(expected);
    expect(trustsService({ ways }, asked)).toBe(expected);
  });
});

describe('how a role lets a principal of its account in', () => {
  it.each<[string, TrustedWay[], string, string]>([
    ['nobody', [], 'no', 'no'],
    ['anyone', [way('anyone', '*')], 'yes', 'no'],
    ['anyone under a condition', [way('anyone', '*', 'aws:SourceIp')], 'unknown', 'no'],
    ['it by name', [way('principal', ana)], 'yes', 'no'],
    ['it by name, under a condition', [way('principal', ana, 'aws:MultiFactorAuthPresent')], 'unknown', 'no'],
    ['it under a condition and without', [way('principal', ana, 'aws:SourceIp'), way('principal', ana)], 'yes', 'no'],
    ['another', [way('principal', arn('user', 'bob'))], 'no', 'no'],
    ['its account', [way('account', root)], 'no', 'yes'],
    ['its account by number', [way('account', '111122223333')], 'no', 'yes'],
    ['its account under a condition', [way('account', root, 'sts:ExternalId')], 'no', 'unknown'],
    ['another account', [way('account', '444455556666'), way('account', 'arn:aws:iam::444455556666:root')], 'no', 'no'],
    ['what is no account', [way('account', '1111222233334'), way('account', `${root}/x`)], 'no', 'no'],
    ['a service', [service('ec2')], 'no', 'no'],
  ])('that trusts %s', (_, ways, named, account) => expect(trustOfCaller({ ways }, '111122223333', ana)).toEqual({ named, account }));

  it('by name only who has one', () => {
    const ways = [way('principal', ana), way('account', root)];
    expect(trustOfCaller({ ways }, '111122223333', undefined)).toEqual({ named: 'no', account: 'yes' });
  });
});

describe('an account', () => {
  const users = ['zoe', 'team/bob', 'team/ana', 'amy', 'team-x', 'team/ann'].map((name) => userTarget(0, 'no', { arn: arn('user', name) }));
  const view = viewOfTargets({
    users,
    roles: [
      roleTarget([service('lambda'), way('principal', ana)], { arn: arn('role', 'fn'), instanceProfile: 'no' }),
      roleTarget([service('ec2', 'aws:SourceArn'), way('account', root)], { arn: arn('role', 'vm'), privileges: wide(1, 2) }),
      roleTarget([service('glue')], { arn: arn('role', 'etl') }),
    ],
    groups: () => [
      { arn: arn('group', 'few'), privileges: wide(1) },
      { arn: arn('group', 'all'), privileges: roleTarget([]).privileges },
    ],
  });

  it.each<[string[], string[]]>([
    [[arn('user', 'amy')], ['amy']],
    [[arn('user', 'am')], []],
    [[arn('user', 'team/*')], ['team/ana team/ann team/bob']],
    [[arn('user', 'team/an?')], ['team/ana team/ann']],
    [[arn('user', '?oe')], ['zoe']],
    [[arn('user', 'zoe*')], ['zoe']],
    [[arn('user', 'zoez*')], []],
    [[arn('user', 'a*'), arn('user', 'team/a*'), arn('user', 'amy')], ['amy team/ana team/ann']],
    [['arn:aws:iam::*:user/*b'], ['team/bob']],
    [['arn:aws:s3:::*'], []],
    [[], []],
    [['arn:aws:s3:::shop', '**'], ['amy team-x team/ana team/ann team/bob zoe']],
    [['*'], ['amy team-x team/ana team/ann team/bob zoe']],
    [['*e'], ['zoe']],
  ])('finds who fits %j', (patterns, expected) => {
    expect(names(view.users(patterns))).toEqual(expected);
    expect(names(view.users(patterns))).toEqual(expected);
  });

  it('finds roles by name and by the services they let in, the most privileged first', () => {
    expect(names(view.roles(['*']))).toEqual(['etl fn', 'vm']);
    expect(names(view.roles([arn('role', 'vm'), arn('role', 'etl')]))).toEqual(['etl', 'vm']);
    expect(names(view.rolesOfServices(['lambda.amazonaws.com']))).toEqual(['fn']);
    expect(names(view.rolesOfServices(['ec2.amazonaws.com', 'glue.amazonaws.com']))).toEqual(['etl', 'vm']);
    expect(names(view.rolesOfServices(['states.amazonaws.com']))).toEqual([]);
    expect(names(view.rolesOfServices(['lambda.amazonaws.com']))).toEqual(['fn']);
    expect(names(view.groups())).toEqual(['all', 'few']);
  });

  it('knows who is named by a trust policy, and whether some role is in an instance profile', () => {
    expect([view.isNamed(ana), view.isNamed(root), view.isNamed('lambda.amazonaws.com')]).toEqual([true, false, false]);
    expect([view.hasInstanceProfile(), viewOfTargets({ roles: [roleTarget([], { instanceProfile: 'unknown' })] }).hasInstanceProfile()]).toEqual([
      true,
      false,
    ]);
  });

  it('puts those together who may do the same, and before others who hold more', () => {
    const { administrator, partial } = { administrator: { ...wide(9), administrator: true }, partial: { ...wide(1), partial: true } };
    const roles = (
      [
        ['a', wide()],
        ['b', wide(1)],
        ['c', partial],
        ['d', wide(1, 2)],
        ['e', administrator],
        ['f', { ...administrator, partial: true, wide: { places: [], words: [] } }],
        ['g', wide(1)],
        ['h', wide(2)],
        ['i', { ...wide(1), wide: { places: [1], words: [2] } }],
      ] as const
    ).map(([name, privileges]) => roleTarget([], { arn: arn('role', name), privileges }));
    expect(names(viewOfTargets({ roles }).roles(['*']))).toEqual(['e f', 'd', 'c', 'b g', 'i', 'h', 'a']);
    expect(names(viewOfTargets({ roles: roles.toReversed() }).roles(['*']))).toEqual(['e f', 'd', 'c', 'b g', 'i', 'h', 'a']);
  });
});
