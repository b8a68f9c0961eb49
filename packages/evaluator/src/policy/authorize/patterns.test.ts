import { describe, expect, it } from 'vitest';
import { account, allow, ana, decide, doc, full, matches, session, to } from './requests.test-helper.ts';

const instance = `arn:aws:ec2:eu-west-1:${account}:instance/i-1`;

describe('Action and NotAction', () => {
  it.each<[pattern: unknown, action: string, match: string]>([
    ['*', 's3:GetObject', 'yes'],
    ['s3:*', 's3:GetObject', 'yes'],
    ['s3:GetObject', 's3:GetObject', 'yes'],
    ['s3:getobject', 'S3:GetObject', 'yes'],
    ['S3:GETOBJECT', 's3:getobject', 'yes'],
    ['s3:Get*', 's3:GetObject', 'yes'],
    ['s3:*Object', 's3:GetObject', 'yes'],
    ['s3:*Object', 's3:GetObjectAcl', 'no'],
    ['s3:G?tObject', 's3:GetObject', 'yes'],
    ['s3:G?Object', 's3:GetObject', 'no'],
    ['s3:GetObject?', 's3:GetObject', 'no'],
    ['s3:*Get*Obj*', 's3:GetObject', 'yes'],
    ['s?:GetObject', 's3:GetObject', 'yes'],
    ['*:GetObject', 's3:GetObject', 'yes'],
    ['s3*', 's3:GetObject', 'yes'],
    ['s3:Get', 's3:GetObject', 'no'],
    ['3:GetObject', 's3:GetObject', 'no'],
    ['ec2:*', 's3:GetObject', 'no'],
    ['s3:GetObject*', 's3:GetObject', 'yes'],
    ['s3:.etObject', 's3:GetObject', 'no'],
    [['ec2:*', 's3:GetObject'], 's3:GetObject', 'yes'],
    [['ec2:*', 'iam:*'], 's3:GetObject', 'no'],
    [[], 's3:GetObject', 'no'],
    ['', 's3:GetObject', 'no'],
    ['${aws:username}', '${aws:username}', 'yes'],
  ])('%j and %s: %s', (pattern, action, match) => {
    expect(matches({ Action: pattern }, { action })).toBe(match);
    expect(matches({ Action: undefined, NotAction: pattern }, { action })).toBe(match === 'yes' ? 'no' : 'yes');
  });
});

describe('Resource and NotResource', () => {
  it.each<[pattern: unknown, resource: string, match: string]>([
    ['*', instance, 'yes'],
    ['*', '*', 'yes'],
    ['?', '*', 'yes'],
    ['arn:aws:s3:::b', '*', 'no'],
    ['arn:*', '*', 'no'],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket', 'yes'],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:::Bucket', 'no'],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/key', 'no'],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket', 'no'],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/', 'yes'],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a/b/c', 'yes'],
    ['arn:aws:s3:::bucket*', 'arn:aws:s3:::bucket2/key', 'yes'],
    ['arn:aws:s3:::b?cket/k?y', 'arn:aws:s3:::bucket/key', 'yes'],
    ['arn:aws:s3:::bucket/??', 'arn:aws:s3:::bucket/key', 'no'],
    ['arn:aws:s3:::*/key', 'arn:aws:s3:::bucket/a/key', 'yes'],
    ['arn:aws:ec2:*:*:instance/*', instance, 'yes'],
    ['arn:aws:ec2:eu-*:*:instance/*', instance, 'yes'],
    ['arn:aws:ec2:us-*:*:instance/*', instance, 'no'],
    ['arn:aws:ec2:*', instance, 'yes'],
    ['arn:aws:ec2:*instance/*', instance, 'yes'],
    ['arn:*:ec2:*:*:*', instance, 'yes'],
    ['arn:aws:ec2:*:444455556666:instance/*', instance, 'no'],
    ['arn:aws:s3:::bucket.', 'arn:aws:s3:::bucketx', 'no'],
    ['arn:aws:s3:::(bucket)', 'arn:aws:s3:::(bucket)', 'yes'],
    [['arn:aws:s3:::a', 'arn:aws:s3:::b'], 'arn:aws:s3:::b', 'yes'],
    [['arn:aws:s3:::a', 'arn:aws:s3:::b'], 'arn:aws:s3:::c', 'no'],
    [[], 'arn:aws:s3:::c', 'no'],
  ])('%j and %s: %s', (pattern, resource, match) => {
    expect(matches({ Resource: pattern }, { resource })).toBe(match);
    expect(matches({ Resource: undefined, NotResource: pattern }, { resource })).toBe(match === 'yes' ? 'no' : 'yes');
  });

  it('ends soon on a pattern made to be slow', () => {
    expect(matches({ Resource: `${'*a'.repeat(400)}b` }, { resource: 'a'.repeat(4000) })).toBe('no');
  });
});

describe('ARNs that lack parts', () => {
  it.each<[pattern: string, resource: string, match: string]>([
    ['arn:aws:ec2', instance, 'yes'],
    ['arn:aws:ec2:eu-west-1', instance, 'yes'],
    ['arn:aws:ec2:us-east-1', instance, 'no'],
    [`arn:aws:ec2:eu-west-1:${account}`, instance, 'yes'],
    ['arn:aws:ec2:eu-west-1:444455556666', instance, 'no'],
    ['arn:aws:s3', instance, 'no'],
    ['arn:aws:ec2:eu-west-1::', instance, 'no'],
  ])('%s and %s: %s', (pattern, resource, match) => {
    expect(matches({ Resource: pattern }, { resource })).toBe(match);
    expect(matches({ Resource: undefined, NotResource: pattern }, { resource })).toBe(match === 'yes' ? 'no' : 'yes');
  });

  it('are completed in identity policies and boundaries alone', () => {
    const short = doc(allow('*', 'arn:aws:s3'));
    expect(decide({ identityPolicies: short })).toBe('allowed');
    expect(decide({ identityPolicies: full, permissionsBoundary: short })).toBe('allowed');
    expect(decide({ identityPolicies: full, serviceControlPolicies: short })).toBe('implicitDeny');
    expect(decide({ principal: session, identityPolicies: full, sessionPolicies: short })).toBe('implicitDeny');
    expect(decide({ resourcePolicy: doc(to('*', { Resource: 'arn:aws:s3' })) })).toBe('implicitDeny');
  });
});

type Context = Record<string, string | string[] | null | undefined>;

it('ends soon on variables made to be slow', () => {
  for (const text of ['${'.repeat(20_000), `\${${' '.repeat(50_000)}`, `\${k, ${"'".repeat(50_000)}`])
    expect(matches({ Resource: text }, { resource: 'x' })).toBe('no');
  expect(matches({ Condition: { NumericEquals: { k: `${'1'.repeat(50_000)}x` } } }, { context: { k: 5 } })).toBe('no');
});

describe('policy variables', () => {
  it.each<[pattern: string, resource: string, context: Context, match: string]>([
    ['home/${aws:username}', 'home/ana', {}, 'yes'],
    ['home/${aws:username}', 'home/bob', {}, 'no'],
    ['home/${AWS:UserName}', 'home/ana', {}, 'yes'],
    ['home/${ aws:username }', 'home/ana', {}, 'yes'],
    ['home/${aws:username}/*', 'home/ana/a/b', {}, 'yes'],
    ['${aws:username}${aws:username}', 'anaana', {}, 'yes'],
    ['home/${aws:PrincipalTag/team}', 'home/blue', { 'aws:PrincipalTag/team': 'blue' }, 'yes'],
    ['home/${aws:principaltag/TEAM}', 'home/blue', { 'aws:PrincipalTag/team': 'blue' }, 'yes'],
    ['home/${k}', 'home/a*', { k: 'a*' }, 'yes'],
    ['home/${k}', 'home/abc', { k: 'a*' }, 'no'],
    ['home/${k}', 'home/a?', { k: 'a?' }, 'yes'],
    ['home/${k}', 'home/ab', { k: 'a?' }, 'no'],
    ['home/${k}', 'home/${aws:username}', { k: '${aws:username}' }, 'yes'],
    ['home/${k}', 'home/', { k: null }, 'no'],
    ['home/${k}', 'home/', { k: '' }, 'yes'],
    ['home/${k}', 'home/${k}', { k: null }, 'no'],
    ['*${k}*', 'home', { k: null }, 'no'],
    ["home/${k, 'all'}", 'home/all', { k: null }, 'yes'],
    ["home/${k,'all'}", 'home/all', { k: null }, 'yes'],
    ["home/${k, 'all'}", 'home/all', { k: 'some' }, 'no'],
    ["home/${k, 'all'}", 'home/some', { k: 'some' }, 'yes'],
    ["home/${k, ''}", 'home/', { k: null }, 'yes'],
    ["home/${k, '*'}", 'home/*', { k: null }, 'yes'],
    ["home/${k, '*'}", 'home/x', { k: null }, 'no'],
    ['home/${k}', 'home/a', { k: ['a'] }, 'yes'],
    ['home/${k}', 'home/a', { k: ['a', 'b'] }, 'no'],
    ["home/${k, 'a'}", 'home/a', { k: ['b', 'c'] }, 'yes'],
    ['a${*}b', 'a*b', {}, 'yes'],
    ['a${*}b', 'axb', {}, 'no'],
    ['a${?}b', 'a?b', {}, 'yes'],
    ['a${?}b', 'axb', {}, 'no'],
    ['a${$}b', 'a$b', {}, 'yes'],
    ['${$}{aws:username}', '${aws:username}', {}, 'yes'],
    ['a$b', 'a$b', {}, 'yes'],
    ['a${b', 'a${b', {}, 'yes'],
    ['a$*', 'a$x', {}, 'yes'],
    ['a${}b', 'a${}b', {}, 'yes'],
    ['a${ }b', 'a${ }b', {}, 'yes'],
    ['a${k, x}b', 'a${k, x}b', { k: 'y' }, 'yes'],
    ["a${k, 'x' }b", 'axb', { k: null }, 'yes'],
    ["a${, 'x'}b", "a${, 'x'}b", {}, 'yes'],
    ['${${aws:username}}', '${ana}', {}, 'yes'],
    ['home/${k}', 'home/a', { k: undefined }, 'unknown'],
    ['home/${k}', 'elsewhere/a', { k: undefined }, 'no'],
    ["home/${k, 'a'}", 'home/a', { k: undefined }, 'unknown'],
    ['home/${k}/${gone}', 'home/a/b', { k: undefined, gone: null }, 'no'],
  ])('%s and %s with %j: %s', (pattern, resource, context, match) => {
    const unknown = Object.values(context).includes(undefined);
    const request = { resource, context, contextComplete: !unknown };
    const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' }[match];
    expect(matches({ Resource: pattern }, request)).toBe(match);
    expect(matches({ Resource: undefined, NotResource: pattern }, request)).toBe(opposite);
    expect(matches({ Condition: { StringLike: { probe: pattern } } }, { ...request, context: { ...context, probe: resource } })).toBe(match);
    expect(matches({ Condition: { StringNotLike: { probe: pattern } } }, { ...request, context: { ...context, probe: resource } })).toBe(opposite);
  });

  it.each(['2008-10-17', null])('are not known to version %s', (version) => {
    const statement = { Effect: 'Allow', Action: '*', Resource: 'home/${aws:username}' };
    const in2008 = (more: object, resource: string, context = {}) => matches({ ...statement, ...more }, { resource, context }, version);
    expect(in2008({}, 'home/ana')).toBe('no');
    expect(in2008({}, 'home/${aws:username}')).toBe('yes');
    expect(in2008({ Resource: 'a${*}b' }, 'a${xyz}b')).toBe('yes');
    expect(in2008({ Resource: 'a${*}b' }, 'a*b')).toBe('no');
    expect(in2008({ Resource: '*', Condition: { StringEquals: { k: '${aws:username}' } } }, 'x', { k: 'ana' })).toBe('no');
    expect(in2008({ Resource: '*', Condition: { StringEquals: { k: '${aws:username}' } } }, 'x', { k: '${aws:username}' })).toBe('yes');
    expect(
      in2008({ Resource: '*', Condition: { ArnLike: { k: 'arn:aws:iam::1:user/${aws:username}' } } }, 'x', { k: 'arn:aws:iam::1:user/ana' }),
    ).toBe('no');
  });

  it.each<[operator: string, value: string, given: string, match: string]>([
    ['StringEquals', '${aws:username}', 'ana', 'yes'],
    ['StringEquals', 'x${*}', 'x*', 'yes'],
    ['StringEquals', "${gone, 'x'}", 'x', 'yes'],
    ['StringEquals', '${gone}', '', 'no'],
    ['StringNotEquals', '${gone}', 'x', 'yes'],
    ['StringEqualsIgnoreCase', '${aws:username}', 'ANA', 'yes'],
    ['StringEqualsIgnoreCase', 'x${*}', 'X*', 'yes'],
    ['ArnEquals', '${aws:PrincipalArn}', ana, 'yes'],
    ['ArnLike', `arn:aws:iam::${account}:user/*/\${aws:username}`, ana, 'yes'],
    ['ArnNotLike', '${aws:PrincipalArn}', ana, 'no'],
    ['Bool', '${flag}', 'true', 'yes'],
    ['NumericEquals', '${number}', '5', 'no'],
    ['DateEquals', '${date}', '2026-01-01T00:00:00Z', 'no'],
    ['IpAddress', '${ip}', '10.0.0.1', 'no'],
    ['BinaryEquals', '${binary}', 'QQ==', 'no'],
    ['Null', '${flag}', 'x', 'no'],
  ])('in %s %s: %s %s', (operator, value, given, match) => {
    const context = { k: given, flag: 'true', number: '5', date: '2026-01-01T00:00:00Z', ip: '10.0.0.1', binary: 'QQ==' };
    expect(matches({ Condition: { [operator]: { k: value } } }, { context })).toBe(match);
  });

  it('stand for nothing in Action and Principal', () => {
    expect(matches({ Action: 's3:${aws:username}' }, { action: 's3:ana' })).toBe('no');
  });
});
