import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, userArn, type RawStatement } from './policies.test-helper.ts';

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const tagged = { StringEquals: { 'aws:ResourceTag/team': 'shop' } };

describe('administrators', () => {
  const state = (statements: RawStatement[], who = {}) => grant([read(...statements)], who).administrator.state;

  it.each<[string, RawStatement[], 'yes' | 'no']>([
    ['everything', [allow('*')], 'yes'],
    ['everything, with MFA', [allow('*', '*', mfa)], 'yes'],
    ['everything, spelt *:*', [allow('*:*')], 'yes'],
    ['everything but a service', [{ Effect: 'Allow', NotAction: 'sqs:*', Resource: '*' }], 'yes'],
    ['everything but identities', [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }], 'no'],
    ['everything, with a conditional deny', [allow('*'), deny('*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })], 'yes'],
    ['everything, and nothing', [allow('*'), deny('*')], 'no'],
    ['everything minus identities', [allow('*'), deny('iam:*')], 'no'],
    ['the right to attach policies to itself', [allow('iam:AttachUserPolicy')], 'yes'],
    ['the right to write its own inline policy', [allow('iam:PutUserPolicy', 'arn:aws:iam::*:user/team/*')], 'yes'],
    ['the same by its own name', [allow('iam:PutUserPolicy', 'arn:aws:iam::111122223333:user/team/${aws:username}')], 'yes'],
    ['the same beside others', [allow('iam:PutUserPolicy', ['arn:aws:iam::*:user/apps/*', userArn, 'arn:aws:iam::*:role/*'])], 'yes'],
    ['the same of others', [allow('iam:PutUserPolicy', 'arn:aws:iam::111122223333:user/apps/*')], 'no'],
    ['the same of roles', [allow('iam:PutRolePolicy')], 'no'],
    [
      'the right to attach some policies only',
      [allow('iam:AttachUserPolicy', '*', { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::*:policy/safe/*' } })],
      'no',
    ],
    ['rights on what bears a tag', [allow('*', '*', tagged)], 'no'],
    ['all resources but itself', [{ Effect: 'Allow', Action: 'iam:*', NotResource: userArn }], 'no'],
    ['all resources but others and itself', [{ Effect: 'Allow', Action: 'iam:*', NotResource: ['arn:aws:iam::*:role/*', userArn] }], 'no'],
    ['all resources but others', [{ Effect: 'Allow', Action: 'iam:*', NotResource: ['arn:aws:iam::*:role/*'] }], 'yes'],
  ])('%s: %s', (_, statements, expected) => expect(state(statements)).toBe(expected));

  it('may come by a group, a role, or a new version of its own policy', () => {
    const group = 'arn:aws:iam::111122223333:group/ops';
    expect(state([allow('iam:PutGroupPolicy')])).toBe('no');
    expect(state([allow('iam:PutGroupPolicy')], { groups: [group] })).toBe('yes');
    expect(state([allow('iam:PutGroupPolicy', group)], { groups: ['arn:aws:iam::111122223333:group/all', group] })).toBe('yes');
    expect(state([allow('iam:PutRolePolicy')], { type: 'role' })).toBe('yes');
    expect(state([allow('iam:CreatePolicyVersion')])).toBe('no');
    expect(state([allow('iam:CreatePolicyVersion')], { customerManaged: ['arn:aws:iam::111122223333:policy/shop'] })).toBe('yes');
  });

  it('are held by a boundary, and not judged when it is not in the data', () => {
    expect(state([allow('*')], { boundary: read(allow('ec2:*')) })).toBe('no');
    expect(state([allow('*')], { boundary: read(allow('*')) })).toBe('yes');
    expect(state([allow('iam:PutUserPolicy')], { boundary: read(allow('sqs:*'), allow('iam:*'), deny('ec2:*')) })).toBe('yes');
    expect(state([allow('iam:PutUserPolicy')], { boundary: read(allow('iam:*', '*', tagged)) })).toBe('no');
    expect(grant([read(allow('*'))], { boundary: { state: 'unresolved' } }).administrator).toEqual({
      state: 'unknown',
      quotes: [],
      unknown: ['limit'],
    });
  });

  it('are quoted with the line that makes them so', () => {
    const { quotes } = grant([read(allow('sqs:*')), read(allow('sns:Publish'), allow(['ec2:*', 'iam:*']))]).administrator;
    expect(quotes).toMatchObject([{ policyName: 'P2', path: '/Statement/1/Action', text: '["ec2:*","iam:*"]' }]);
  });
});

describe('service-wide wildcards', () => {
  const lines = (...statements: RawStatement[]) => grant([read(...statements)]).serviceWildcards.quotes.map((quote) => `${quote.path} ${quote.text}`);

  it.each<[string, RawStatement, string[]]>([
    ['a whole service', allow(['sqs:SendMessage', 'ec2:*']), ['/Statement/0/Action/1 ec2:*']],
    ['one alone', allow('ec2:*'), ['/Statement/0/Action ec2:*']],
    ['everything', allow('*'), ['/Statement/0/Action *']],
    ['one spelt with a question mark', allow('ec2:?*'), ['/Statement/0/Action ec2:?*']],
    ['one of a service that the data do not know', allow('warp:*'), ['/Statement/0/Action warp:*']],
    ['under a condition', allow('ec2:*', '*', tagged), ['/Statement/0/Action ec2:*']],
    ['all but some actions', { Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }, ['/Statement/0/NotAction ["iam:*"]']],
    ['on every ARN of the service', allow('s3:*', ['arn:aws:s3:::*']), ['/Statement/0/Action s3:*']],
    [
      'wildcards that together give a service',
      allow(['sns:A*', 'sns:C*', 'sns:D*', 'sns:G*', 'sns:L*', 'sns:O*', 'sns:P*', 'sns:R*', 'sns:S*', 'sns:T*', 'sns:U*', 'sns:V*']),
      ['/Statement/0/Action ["sns:A*","sns:C*","sns:D*","sns:G*","sns:L*","sns:O*","sns:P*","sns:R*","sns:S*","sns:T*","sns:U*","sns:V*"]'],
    ],
    ['part of a service', allow(['ec2:Describe*', 'ec2:Get*']), []],
    ['a whole service on one resource', allow('s3:*', 'arn:aws:s3:::shop/*'), []],
  ])('%s', (_, statement, expected) => expect(lines(statement)).toEqual(expected));

  it('are not told where a deny leaves nothing of them', () => {
    expect(lines(allow('ec2:*'), deny('ec2:*'))).toEqual([]);
    expect(lines(allow('ec2:*'), deny('ec2:Terminate*'))).toHaveLength(1);
    expect(lines(deny('ec2:*'))).toEqual([]);
  });

  it('point into a document whose only statement is no list', () => {
    const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: '*' } };
    const single = { ...read(allow('ec2:*')), document };
    expect(grant([single]).serviceWildcards.quotes[0]?.path).toBe('/Statement/Action');
  });
});

describe('broad data access', () => {
  const services = (...statements: RawStatement[]) => grant([read(...statements)]).broadDataAccess.services;

  it.each<[string, RawStatement[], string[]]>([
    ['all objects and tables', [allow(['s3:Get*', 'dynamodb:Scan', 'ec2:Describe*'])], ['dynamodb', 's3']],
    ['in one Region', [allow('dynamodb:Scan', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })], ['dynamodb']],
    ['of tagged things', [allow('dynamodb:Scan', '*', { StringEquals: { 'aws:ResourceTag/team': 'shop' } })], []],
    ['of one bucket', [allow('s3:GetObject', 'arn:aws:s3:::shop/*')], []],
    ['settings alone', [allow(['s3:ListAllMyBuckets', 's3:GetBucketPolicy', 'logs:Describe*'])], []],
    ['with a deny', [allow(['s3:Get*', 'sqs:*']), deny('s3:*')], ['sqs']],
  ])('%s', (_, statements, expected) => expect(services(...statements)).toEqual(expected));
});

describe('an administrator within a boundary', () => {
  const state = (...boundary: RawStatement[]) => grant([read(allow('*'))], { boundary: read(...boundary) }).administrator.state;

  it.each<[string, RawStatement, 'yes' | 'no']>([
    ['that lets it attach policies anywhere', allow(['iam:*']), 'yes'],
    ['that lets it attach policies to others only', allow('iam:*', 'arn:aws:iam::*:user/apps/*'), 'no'],
    ['that lets it attach policies to itself', allow('iam:*', 'arn:aws:iam::*:user/team/*'), 'yes'],
    [
      'that names the boundary others must bear',
      allow('iam:*', '*', { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/limit' } }),
      'no',
    ],
    ['that asks for MFA', allow('iam:*', '*', mfa), 'yes'],
  ])('%s: %s', (_, statement, expected) => expect(state(statement)).toBe(expected));
});
