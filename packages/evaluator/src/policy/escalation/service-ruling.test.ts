import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, type RawStatement } from '../policies.test-helper.ts';
import { rightsOf } from './ruling.ts';
import { ruleService } from './service-ruling.ts';

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const tagged = { StringEquals: { 'aws:ResourceTag/team': 'shop' } };
const instances = 'arn:aws:ec2:*:111122223333:instance/*';
const parts = ['image', 'network-interface', 'security-group', 'subnet', 'volume'].map((part) => `arn:aws:ec2:*:*:${part}/*`);

function held(action: string, statements: RawStatement[], boundary?: RawStatement[]) {
  const { holding } = grant([read(...statements)], boundary ? { boundary: read(...boundary) } : {});
  return ruleService(rightsOf(holding, action), action);
}

describe('an action of a service', () => {
  it.each<[string, string, RawStatement[], string]>([
    ['everything', 'ec2:RunInstances', [allow('ec2:*')], 'yes'],
    ['every part it needs', 'ec2:RunInstances', [allow('ec2:*', [instances, ...parts])], 'yes'],
    ['its parts, by several statements', 'ec2:RunInstances', [allow('ec2:*', instances), allow('ec2:*', parts)], 'yes'],
    ['a part of what it needs', 'ec2:RunInstances', [allow('ec2:*', instances)], 'maybe'],
    ['one of what will do', 'ssm:StartSession', [allow('ssm:*', instances)], 'yes'],
    ['what it never takes', 'ssm:StartSession', [allow('ssm:*', 'arn:aws:s3:::shop')], 'no'],
    ['the star, which is all it takes', 'glue:CreateDevEndpoint', [allow('glue:*')], 'yes'],
    ['the star among others', 'glue:CreateDevEndpoint', [allow('glue:*', ['arn:aws:s3:::shop', '*'])], 'yes'],
    ['a scope of its service, where it takes none', 'glue:CreateDevEndpoint', [allow('glue:*', 'arn:aws:glue:*:*:devEndpoint/x')], 'maybe'],
    ['a scope of another service', 'glue:CreateDevEndpoint', [allow('glue:*', 'arn:aws:s3:::shop')], 'no'],
    ['all but something', 'lambda:CreateFunction', [{ Effect: 'Allow', Action: 'lambda:*', NotResource: 'arn:aws:lambda:*:*:function:x' }], 'yes'],
    ['all but all', 'lambda:CreateFunction', [{ Effect: 'Allow', Action: 'lambda:*', NotResource: 'arn:*:lambda:*:*:function:*' }], 'no'],
    ['a variable', 'lambda:CreateFunction', [allow('lambda:*', 'arn:aws:lambda:*:*:function:${aws:username}-*')], 'yes'],
    ['a condition', 'lambda:CreateFunction', [allow('lambda:*', '*', mfa)], 'maybe'],
    ['a condition beside none', 'lambda:CreateFunction', [allow('lambda:*', '*', mfa), allow('lambda:*')], 'yes'],
    ['a deny of all of its kind', 'lambda:CreateFunction', [allow('lambda:*'), deny('lambda:*', 'arn:*:lambda:*:*:function:*')], 'maybe'],
    [
      'a deny of all of its kind among others',
      'lambda:CreateFunction',
      [allow('lambda:*'), deny('lambda:*', ['arn:aws:s3:::shop', 'arn:*:lambda:*:*:function:*'])],
      'maybe',
    ],
    [
      'a deny of all but something',
      'lambda:CreateFunction',
      [allow('lambda:*'), { Effect: 'Deny', Action: 'lambda:*', NotResource: 'arn:aws:lambda:*:*:function:x' }],
      'yes',
    ],
    [
      'all but some of several',
      'lambda:CreateFunction',
      [{ Effect: 'Allow', Action: 'lambda:*', NotResource: ['arn:aws:s3:::shop', 'arn:*:lambda:*:*:function:*'] }],
      'no',
    ],
    [
      'a name with a variable in its middle',
      'lambda:CreateFunction',
      [allow('lambda:*', 'arn:aws:lambda:*:*:function:a${aws:PrincipalTag/team}b')],
      'yes',
    ],
    ['a deny of some', 'lambda:CreateFunction', [allow('lambda:*'), deny('lambda:*', 'arn:aws:lambda:*:*:function:x')], 'yes'],
    ['a deny by tag', 'lambda:CreateFunction', [allow('lambda:*'), deny('lambda:*', '*', tagged)], 'maybe'],
    [
      'a deny without MFA',
      'lambda:CreateFunction',
      [allow('lambda:*'), deny('lambda:*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })],
      'yes',
    ],
    ['nothing', 'lambda:CreateFunction', [allow('sqs:*')], 'no'],
  ])('on %s', (_, action, statements, expected) => expect(held(action, statements).held).toBe(expected));

  it.each<[string, RawStatement[], string]>([
    ['everything', [allow('*')], 'yes'],
    ['what is granted', [allow('lambda:*', 'arn:aws:lambda:*:*:function:dev-*')], 'yes'],
    ['something else too', [allow('lambda:*', ['arn:aws:lambda:*:*:function:prod-*', 'arn:aws:lambda:*:*:function:dev-*'])], 'yes'],
    ['something else', [allow('lambda:*', 'arn:aws:lambda:*:*:function:prod-*')], 'no'],
    ['everything under a condition', [allow('*', '*', mfa)], 'maybe'],
    ['what is granted, in one of several statements', [allow('sqs:*'), allow('lambda:*', 'arn:aws:lambda:*:*:function:dev-*')], 'yes'],
  ])('within a boundary that allows %s', (_, boundary, expected) => {
    expect(held('lambda:CreateFunction', [allow('lambda:*', 'arn:aws:lambda:*:*:function:dev-*')], boundary).held).toBe(expected);
  });

  it('names what grants and what stands beside it', () => {
    const both = held('lambda:CreateFunction', [allow('lambda:*', '*', mfa), allow('sqs:*'), deny('lambda:*', '*', tagged)]);
    expect([both.allows.length, both.guards.map(({ statement }) => statement.effect)]).toEqual([1, ['Allow', 'Deny']]);
    const limited = held('lambda:CreateFunction', [allow('lambda:*')], [allow('*', '*', mfa)]);
    expect([limited.allows.length, limited.guards.map(({ statement }) => statement.conditions[0]?.key)]).toEqual([1, ['aws:MultiFactorAuthPresent']]);
  });
});
