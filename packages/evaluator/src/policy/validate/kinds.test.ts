import { describe, expect, it } from 'vitest';
import { allow, one, problemsOf, type Expected } from './cases.test-helper.ts';
import { policyKinds, type PolicyKind } from './index.ts';

const denyAll = { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: '*' };

describe('a kind of policy', () => {
  it.each<[PolicyKind]>([['identity'], ['permissionsBoundary'], ['session'], ['serviceControl']])('%s: no Principal, and a Resource', (kind) => {
    expect(problemsOf(one({}), kind)).toEqual([]);
    expect(problemsOf(one({ Resource: undefined, NotResource: 'arn:aws:s3:::a', Effect: 'Deny' }), kind)).toEqual([]);
    expect(problemsOf(one({ Condition: { StringEquals: { 'aws:a': 'x' } } }), kind)).toEqual([]);
    expect(problemsOf(one({ Principal: '*' }), kind)).toEqual(['element-forbidden /Statement/Principal']);
    expect(problemsOf(one({ NotPrincipal: '*' }), kind)).toEqual(['element-forbidden /Statement/NotPrincipal']);
    expect(problemsOf(one({ Resource: undefined }), kind)).toEqual(['element-missing /Statement']);
    expect(problemsOf(one({ Action: undefined }), kind)).toEqual(['element-missing /Statement']);
    expect(problemsOf(one({ Sid: 'a-b' }), kind)).toEqual(['sid-characters /Statement/Sid']);
  });

  it.each<[Record<string, unknown>, Expected]>([
    [{}, []],
    [{ Action: undefined, NotAction: 'iam:*' }, []],
    [{ Action: 's3:*Get*' }, []],
    [{ Action: 's3:?etObject' }, []],
    [{ Action: '*' }, []],
    [{ Resource: 'arn:aws:s3:::a' }, []],
  ])('serviceControl, allowing: %j', (members, expected) => expect(problemsOf(one(members), 'serviceControl')).toEqual(expected));

  it.each<[Record<string, unknown>, Expected]>([
    [{}, []],
    [{ Resource: undefined, NotResource: 'arn:aws:s3:::a' }, []],
    [{ Action: 's3:*' }, []],
    [{ Action: '*' }, ['action-control /Statement/Action']],
    [{ Action: ['s3:GetObject', '*'] }, ['action-control /Statement/Action/1']],
    [{ Action: 3 }, ['element-type /Statement/Action']],
    [{ Action: undefined, NotAction: 's3:GetObject' }, ['element-forbidden /Statement/NotAction']],
    [{ Effect: 'Allow' }, ['effect-control /Statement/Effect']],
    [{ Principal: undefined }, ['element-missing /Statement']],
    [{ Principal: undefined, NotPrincipal: '*' }, ['element-forbidden /Statement/NotPrincipal']],
    [{ Principal: { AWS: '*' } }, ['principal-unusual /Statement/Principal']],
    [{ Principal: { AWS: ['*'] } }, ['principal-unusual /Statement/Principal']],
    [{ Principal: { AWS: '111122223333' } }, ['principal-control /Statement/Principal']],
    [{ Principal: { AWS: [] } }, ['principal-control /Statement/Principal']],
    [{ Principal: { AWS: ['111122223333'] } }, ['principal-control /Statement/Principal']],
    [{ Principal: { AWS: ['*', '111122223333'] } }, ['principal-control /Statement/Principal']],
    [{ Principal: { AWS: { 0: '*', length: 1 } } }, ['principal-control /Statement/Principal']],
    [{ Principal: { Service: '*' } }, ['principal-control /Statement/Principal']],
    [{ Principal: 'arn:aws:iam::111122223333:root' }, ['principal-control /Statement/Principal']],
    [{ Principal: { AWS: '*', Service: 'ec2.amazonaws.com' } }, ['principal-control /Statement/Principal']],
    [{ Resource: undefined }, ['element-missing /Statement']],
  ])('resourceControl: %j', (members, expected) => expect(problemsOf(one(members, denyAll), 'resourceControl')).toEqual(expected));

  it('resourceControl: the newer language only', () => {
    expect(problemsOf({ Statement: denyAll }, 'resourceControl')).toEqual(['version-control ']);
    expect(problemsOf({ Version: '2008-10-17', Statement: denyAll }, 'resourceControl')).toEqual(['version-control /Version']);
  });

  it('is one of those there are', () => {
    expect(() => problemsOf(one({}), 'constructor' as PolicyKind)).toThrow(/"constructor" is no kind of policy; there are identity, trust/);
  });

  it('has quotas of its own', () => {
    const long = (length: number) => one({ Resource: `arn:aws:s3:::${'x'.repeat(length)}` });
    const told = policyKinds.filter((kind) => problemsOf({ ...long(2100), Id: 'x' }, kind).some((problem) => problem.startsWith('size-quota')));
    expect(told).toEqual(['session']);
    expect(problemsOf(one({ ...allow, Resource: `arn:aws:s3:::${'x'.repeat(5200)}` }), 'serviceControl')).toEqual(['size-quota ']);
    expect(problemsOf(long(5200), 'identity')).toEqual([]);
  });
});
