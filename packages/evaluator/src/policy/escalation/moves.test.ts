import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, type RawStatement } from '../policies.test-helper.ts';
import { betterMove, Moves, type Move } from './moves.ts';
import { roleTarget, service as trust, userTarget as user } from './targets.test-helper.ts';
import type { RoleTarget, TrustedWay, UserTarget } from './view.ts';

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const roleArn = 'arn:aws:iam::111122223333:role/team/ops';
const otherRole = 'arn:aws:iam::111122223333:role/other';
const otherUser = 'arn:aws:iam::111122223333:user/other';

const role = (...ways: TrustedWay[]) => roleTarget(ways);
const moves = (statements: RawStatement[], ...boundary: RawStatement[]) =>
  new Moves(grant([read(...statements)], boundary.length > 0 ? { boundary: read(...boundary) } : {}).holding);
const told = (move: Move | undefined) => (move ? `${move.path} ${move.held}` : 'none');

describe('into a role', () => {
  const lambda = ['lambda:CreateFunction', 'lambda:InvokeFunction'];
  const launch = [allow(['iam:PassRole', ...lambda])];
  const passTo = (service: string) => [
    allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': `${service}.amazonaws.com` } }),
    allow(lambda),
  ];
  const run = ['iam:PassRole', 'ec2:RunInstances'];
  const edit = allow('iam:UpdateAssumeRolePolicy');

  it.each<[string, RawStatement[], RoleTarget, string]>([
    ['by a new function', launch, role(trust('lambda')), 'lambda-001 yes'],
    ['by a service that it lets in for one source', launch, role(trust('lambda', 'aws:SourceArn')), 'lambda-001 maybe'],
    ['not by a service that it does not let in', launch, role(trust('ec2')), 'none'],
    ['by one of two services', [allow(['iam:PassRole', 'elasticmapreduce:RunJobFlow'])], role(trust('ec2')), 'emr-001 yes'],
    [
      'by one of two, the other under a condition',
      [allow(['iam:PassRole', 'elasticmapreduce:RunJobFlow'])],
      role(trust('elasticmapreduce', 'aws:SourceArn'), trust('ec2')),
      'emr-001 yes',
    ],
    ['passed to that service alone', passTo('lambda'), role(trust('lambda')), 'lambda-001 maybe'],
    ['not passed to another service', passTo('ec2'), role(trust('lambda')), 'none'],
    ['not where another role is passed', [allow('iam:PassRole', otherRole), allow(lambda)], role(trust('lambda')), 'none'],
    ['with MFA', [allow('iam:PassRole', '*', mfa), allow(lambda)], role(trust('lambda')), 'lambda-001 maybe'],
    ['by a function made with MFA', [allow('iam:PassRole'), allow(lambda, '*', mfa)], role(trust('lambda')), 'lambda-001 maybe'],
    ['not by a function that is out of scope', [allow('iam:PassRole'), allow(lambda, 'arn:aws:s3:::shop')], role(trust('lambda')), 'none'],
    ['not a service-linked one', launch, { ...role(trust('lambda')), arn: roleArn.replace('team', 'aws-service-role') }, 'none'],
    ['by an instance', [allow(run)], role(trust('ec2')), 'ec2-001 yes'],
    ['by an instance, its profile not known', [allow(run)], { ...role(trust('ec2')), instanceProfile: 'unknown' }, 'ec2-001 maybe'],
    ['not by an instance without a profile', [allow(run)], { ...role(trust('ec2')), instanceProfile: 'no' }, 'none'],
    [
      'by an instance with a profile that may have room',
      [allow([...run, 'iam:AddRoleToInstanceProfile'])],
      { ...role(trust('ec2')), instanceProfile: 'no' },
      'ec2-001 maybe',
    ],
    [
      'by an instance with a new profile',
      [allow([...run, 'iam:AddRoleToInstanceProfile', 'iam:CreateInstanceProfile'])],
      { ...role(trust('ec2')), instanceProfile: 'no' },
      'pmapper-ec2-profile yes',
    ],
    ['not by what must stand already', [allow(['iam:PassRole', 'ecs:RunTask'])], role(trust('ecs-tasks')), 'none'],
    ['not by a stack that stands', [allow(['iam:PassRole', 'cloudformation:UpdateStack'])], role(trust('cloudformation')), 'none'],
    ['not by what AWS offers to few', [allow(['iam:PassRole', 'datapipeline:CreatePipeline'])], role(trust('ec2')), 'none'],
    ['not by what AWS has closed', [allow(['iam:PassRole', 'codestar:CreateProject'])], role(trust('codestar')), 'none'],
    ['by a new trust policy', [edit], role(trust('ec2')), 'iam-012 yes'],
    ['by a new trust policy, beside other paths', [edit, allow('iam:CreateAccessKey')], role(trust('ec2')), 'iam-012 yes'],
    ['not by a new trust policy of AWS’s own role', [edit], { ...role(trust('ec2')), reserved: true }, 'none'],
    ['not by that of another role', [allow('iam:UpdateAssumeRolePolicy', otherRole)], role(trust('ec2')), 'none'],
    ['by a new trust policy with MFA', [allow('iam:UpdateAssumeRolePolicy', '*', mfa)], role(trust('ec2')), 'iam-012 maybe'],
    ['by what is certain before what is not', [...passTo('lambda'), edit], role(trust('lambda')), 'iam-012 yes'],
    ['by a new function before a new trust policy', [...launch, edit], role(trust('lambda')), 'lambda-001 yes'],
    ['not by other paths', [allow('iam:CreateAccessKey')], role(trust('lambda')), 'none'],
  ])('%s', (_, statements, target, expected) => expect(told(moves(statements).into(target))).toBe(expected));

  it('only within the boundary', () => {
    expect(told(moves([edit], allow('*')).into(role()))).toBe('iam-012 yes');
    expect(told(moves([edit], allow('*', otherRole)).into(role()))).toBe('none');
    expect(told(moves(launch, ...passTo('ec2')).into(role(trust('lambda'))))).toBe('none');
  });
});

describe('as a user', () => {
  const key = allow('iam:CreateAccessKey');
  it.each<[string, RawStatement[], UserTarget, string]>([
    ['with a new key', [key], user(1), 'iam-002 yes'],
    ['not with a third key', [key], user(2), 'none'],
    ['with a new key, how many there are not known', [key], user(null), 'iam-002 maybe'],
    ['with a new key for one taken away', [allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey'])], user(2), 'iam-003 yes'],
    ['not where keys of others are taken away', [key, allow('iam:DeleteAccessKey', otherUser)], user(2), 'none'],
    ['with a new password', [allow('iam:CreateLoginProfile')], user(2, 'no'), 'iam-004 yes'],
    ['not with a second password', [allow('iam:CreateLoginProfile')], user(2, 'yes'), 'none'],
    ['with a new password, where it may have one', [allow('iam:CreateLoginProfile')], user(2), 'iam-004 maybe'],
    ['with a changed password', [allow('iam:UpdateLoginProfile')], user(2, 'yes'), 'iam-006 yes'],
    ['not where there is none to change', [allow('iam:UpdateLoginProfile')], user(2, 'no'), 'none'],
    ['with MFA', [allow('iam:CreateAccessKey', '*', mfa)], user(1), 'iam-002 maybe'],
    ['not another', [allow('iam:CreateAccessKey', otherUser)], user(1), 'none'],
    ['by what is certain before what is not', [key, allow('iam:UpdateLoginProfile')], user(null, 'yes'), 'iam-006 yes'],
    ['by the first that is certain', [key, allow('iam:UpdateLoginProfile')], user(1, 'yes'), 'iam-002 yes'],
    ['not by other paths', [allow('iam:UpdateAssumeRolePolicy')], user(1, 'yes'), 'none'],
  ])('%s', (_, statements, target, expected) => expect(told(moves(statements).as(target))).toBe(expected));
});

describe('a role that lets the account in', () => {
  it.each<[string, RawStatement[], string]>([
    ['everything', [allow('sts:AssumeRole')], 'yes'],
    ['the role', [allow('sts:AssumeRole', roleArn)], 'yes'],
    ['another role', [allow('sts:AssumeRole', otherRole)], 'no'],
    ['with MFA', [allow('sts:AssumeRole', '*', mfa)], 'maybe'],
    ['everything, and a deny of the role', [allow('sts:AssumeRole'), deny('sts:AssumeRole', roleArn)], 'maybe'],
    ['everything, and a deny of another', [allow('sts:AssumeRole'), deny('sts:AssumeRole', otherRole)], 'yes'],
    ['nothing', [allow('s3:*')], 'no'],
  ])('is assumed by a grant on %s: %s', (_, statements, expected) => expect(moves(statements).assumes(roleArn)).toBe(expected));
});

describe('a role that lets somebody in by name', () => {
  it.each<[string, RawStatement, boolean]>([
    ['everything', deny('sts:AssumeRole'), true],
    ['everything, in stars', deny('sts:*', '**'), true],
    ['the role', deny('sts:AssumeRole', roleArn), true],
    ['the role among others', deny('sts:AssumeRole', [otherRole, roleArn]), true],
    ['roles by pattern', deny('sts:AssumeRole', 'arn:aws:iam::*:role/team/*'), true],
    ['another role', deny('sts:AssumeRole', otherRole), false],
    ['other roles by pattern', deny('sts:AssumeRole', 'arn:aws:iam::*:role/o*'), false],
    ['everything, without MFA', deny('sts:AssumeRole', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }), false],
    ['all but the role', { Effect: 'Deny', Action: 'sts:AssumeRole', NotResource: roleArn }, false],
    ['all but roles by pattern', { Effect: 'Deny', Action: 'sts:AssumeRole', NotResource: 'arn:aws:iam::*:role/team/*' }, false],
    ['all but another role', { Effect: 'Deny', Action: 'sts:AssumeRole', NotResource: otherRole }, true],
    ['another action', deny('sts:AssumeRoleWithSAML'), false],
  ])('keeps out who is denied %s: %s', (_, statement, expected) => {
    expect(moves([allow('s3:*'), statement]).isKeptOut(roleArn)).toBe(expected);
    expect(moves([allow('s3:*')], allow('*'), statement).isKeptOut(roleArn)).toBe(expected);
  });
});

describe('where to look', () => {
  it('is what grants name, but for one’s own user, variables standing for anything', () => {
    const named = moves([
      allow('sts:AssumeRole', [otherRole, 'arn:aws:iam::*:role/${aws:username}', 'arn:aws:iam::*:role/${aws:PrincipalTag/team}-${aws:userid}']),
      allow('sts:*', [otherRole, roleArn]),
      deny('sts:AssumeRole', 'arn:aws:iam::*:role/denied'),
      allow('iam:PassRole', 'arn:aws:iam::*:role/passed'),
    ]);
    expect(named.patterns('sts:AssumeRole')).toEqual([otherRole, 'arn:aws:iam::*:role/*-*', roleArn]);
    expect(moves([{ Effect: 'Allow', Action: 'sts:AssumeRole', NotResource: otherRole }]).patterns('sts:AssumeRole')).toEqual(['*']);
    expect(moves([allow('s3:*')]).patterns('sts:AssumeRole')).toEqual([]);
  });
});

describe('betterMove', () => {
  const [sure, other, unsure] = [
    { path: 'a', held: 'yes' },
    { path: 'b', held: 'yes' },
    { path: 'c', held: 'maybe' },
  ] as const;
  it.each<[Move | undefined, Move | undefined, Move | undefined]>([
    [undefined, undefined, undefined],
    [undefined, unsure, unsure],
    [unsure, undefined, unsure],
    [unsure, sure, sure],
    [sure, unsure, sure],
    [sure, other, sure],
    [unsure, { ...unsure, path: 'd' }, unsure],
  ])('%o, %o', (a, b, expected) => expect(betterMove(a, b)).toBe(expected));
});
