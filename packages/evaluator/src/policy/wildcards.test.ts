import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, type RawStatement } from './policies.test-helper.ts';
import { actionsIn, hasWildcard, isWholeService, patternTakesResource } from './wildcards.ts';

const figures = (...statements: RawStatement[]) => grant([read(...statements)]).effective.wildcards;
const queue = 'arn:aws:sqs:eu-west-1:111122223333:a';

describe('wildcards as figures', () => {
  it.each<[string, RawStatement[], [number, number, number, number]]>([
    ['none', [allow(['sqs:SendMessage', 'sqs:ReceiveMessage'], queue)], [0, 0, 0, 0]],
    ['a prefix is one, and no whole service', [allow(['sqs:Send*', 'sqs:ReceiveMessage'], queue)], [1, 0, 0, 0]],
    ['a whole service is both, whatever the resource', [allow('sqs:*', queue)], [1, 1, 0, 0]],
    ['everything', [allow('*')], [1, 1, 1, 0]],
    ['a question mark', [allow('sqs:SendMessag?', queue)], [1, 0, 0, 0]],
    ['a resource left open', [allow('sqs:SendMessage')], [0, 0, 1, 0]],
    ['actions for which IAM takes no resource', [allow(['ec2:DescribeInstances', 'iam:ListUsers', 'sqs:ListQueues'])], [0, 0, 0, 0]],
    ['one among them that takes some', [allow(['ec2:DescribeInstances', 'ec2:StartInstances'])], [0, 0, 1, 0]],
    ['an action that the data do not know', [allow(['ec2:DescribeInstances', 'ec2:Teleport'])], [0, 0, 1, 0]],
    ['every ARN of the service', [allow('s3:GetObject', 'arn:aws:s3:::*')], [0, 0, 1, 0]],
    ['all but some actions', [{ Effect: 'Allow', NotAction: ['iam:CreateUser'], Resource: '*' }], [0, 0, 1, 1]],
    ['all but a service', [{ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }], [0, 2, 1, 1]],
    ['all but some resources', [{ Effect: 'Allow', Action: 'sqs:SendMessage', NotResource: queue }], [0, 0, 1, 1]],
    ['a deny of all', [allow('sqs:SendMessage', queue), deny('sqs:Get*')], [0, 0, 0, 0]],
    ['what a deny leaves nothing of', [allow('sqs:*'), deny('sqs:*')], [0, 0, 0, 0]],
    ['under a condition', [allow('sqs:*', '*', { Bool: { 'aws:SecureTransport': 'true' } })], [1, 1, 1, 0]],
  ])('%s', (_, statements, [actions, wholeServices, resources, negated]) => {
    const some = actions + wholeServices + resources + negated > 0;
    expect(figures(...statements)).toEqual(some ? { actions, wholeServices, resources, negated } : undefined);
  });

  it('count over policies together', () => {
    expect(grant([read(allow('sqs:*')), read(allow('sns:Pub*', queue))]).effective.wildcards).toEqual({
      actions: 2,
      wholeServices: 1,
      resources: 1,
      negated: 0,
    });
  });
});

it.each([
  ['*', true, true],
  ['ec2:*', true, true],
  ['ec2:Describe*', true, false],
  ['ec2:?', true, false],
  ['*:*', true, true],
  ['ec2:DescribeInstances', false, false],
  ['ec2:*Instances', true, false],
  ['*:Describe*', true, false],
])('%s', (pattern, any, whole) => expect([hasWildcard(pattern), isWholeService(pattern)]).toEqual([any, whole]));

it.each([
  ['ec2:DescribeInstances', false],
  ['ec2:StartInstances', true],
  ['sts:GetCaller*', false],
  ['ec2:*', true],
  ['ec2:Teleport', true],
])('%s takes a resource: %s', (pattern, expected) => expect(patternTakesResource(pattern)).toBe(expected));

it('counts the actions that patterns give together, each once', () => {
  expect(actionsIn(['ec2:StartInstances', 'ec2:StopInstances'])).toBe(2);
  expect(actionsIn(['ec2:StartInstances', 'ec2:Start*', 'sqs:SendMessage'])).toBe(actionsIn(['ec2:Start*']) + 1);
  expect(actionsIn(['ec2:Teleport'])).toBe(0);
});

describe('statements by which roles are assumed', () => {
  const count = (...statements: RawStatement[]) => grant([read(...statements)]).assuming.length;

  it.each<[string, RawStatement[], number]>([
    ['by name', [allow('sts:AssumeRole', 'arn:aws:iam::*:role/x'), allow('sqs:*')], 1],
    ['by a wildcard', [allow('sts:*'), allow('*')], 2],
    ['by what is not left out', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 1],
    ['under a condition', [allow('sts:AssumeRole', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })], 1],
    ['denied', [allow('sts:AssumeRole'), deny('sts:*')], 0],
    ['by another call', [allow('sts:GetCallerIdentity')], 0],
  ])('%s', (_, statements, expected) => expect(count(...statements)).toBe(expected));
});
