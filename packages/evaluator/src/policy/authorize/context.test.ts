import { describe, expect, it } from 'vitest';
import type { AuthorizationRequest } from './index.ts';
import { account, ana, ask, doc, partner, role, root, session, to } from './requests.test-helper.ts';

const open = { contextComplete: false } as const;

describe('keys that the request determines', () => {
  const linked = `arn:aws:iam::${account}:role/ops/deploy`;
  const valueOf = (principal: AuthorizationRequest['principal'], name: string, more: Partial<AuthorizationRequest> = {}) => {
    const found = (condition: object) =>
      ask({ principal, ...open, serviceControlPolicies: 'none', resourcePolicy: doc(to('*', { Condition: condition })), ...more }).statements[0];
    const part = found({ StringEquals: { [name]: '\u0000' } })?.mismatches[0];
    return part?.element === 'condition' ? part.actual : 'matched';
  };
  it.each<[AuthorizationRequest['principal'], string, unknown]>([
    [ana, 'aws:username', 'ana'],
    [ana, 'aws:PrincipalArn', ana],
    [ana, 'aws:PrincipalAccount', account],
    [ana, 'aws:PrincipalType', 'User'],
    [ana, 'aws:PrincipalIsAWSService', 'false'],
    [ana, 'aws:PrincipalServiceName', null],
    [ana, 'aws:ResourceAccount', account],
    [ana, 'aws:userid', undefined],
    [ana, 'aws:PrincipalTag/team', undefined],
    [ana, 'aws:SourceIp', undefined],
    [{ arn: ana, uniqueId: 'AIDAX' }, 'aws:userid', 'AIDAX'],
    [{ arn: ana, tags: { Team: 'blue' } }, 'aws:PrincipalTag/team', 'blue'],
    [{ arn: ana, tags: { Team: 'blue' } }, 'aws:PrincipalTag/other', null],
    [session, 'aws:PrincipalArn', role],
    [session, 'aws:username', null],
    [session, 'aws:PrincipalType', 'AssumedRole'],
    [{ arn: session, roleArn: linked }, 'aws:PrincipalArn', linked],
    [{ arn: session, uniqueId: 'AROAX' }, 'aws:userid', 'AROAX:ci'],
    [{ arn: role, uniqueId: 'AROAX' }, 'aws:userid', undefined],
    [role, 'aws:PrincipalArn', role],
    [`arn:aws:sts::${account}:assumed-role/deploy`, 'aws:PrincipalArn', role],
    [role, 'aws:PrincipalType', 'AssumedRole'],
    [root, 'aws:PrincipalArn', root],
    [root, 'aws:PrincipalType', 'Account'],
    [root, 'aws:userid', account],
    [root, 'aws:username', null],
    [`arn:aws:sts::${account}:federated-user/bob`, 'aws:PrincipalType', 'FederatedUser'],
    [`arn:aws:sts::${account}:federated-user/bob`, 'aws:userid', `${account}:bob`],
    [`arn:aws:sts::${account}:federated-user/bob`, 'aws:username', null],
    [`arn:aws:sts::${account}:federated-user/bob`, 'aws:PrincipalArn', `arn:aws:sts::${account}:federated-user/bob`],
    ['s3.amazonaws.com', 'aws:PrincipalIsAWSService', 'true'],
    ['s3.amazonaws.com', 'aws:PrincipalServiceName', 's3.amazonaws.com'],
    ['s3.amazonaws.com', 'aws:PrincipalArn', undefined],
    ['s3.amazonaws.com', 'aws:PrincipalAccount', undefined],
    ['*', 'aws:PrincipalType', 'Anonymous'],
    ['*', 'aws:userid', 'anonymous'],
    ['*', 'aws:PrincipalAccount', 'anonymous'],
    ['*', 'aws:PrincipalArn', null],
    ['*', 'aws:PrincipalIsAWSService', null],
    ['accounts.google.com', 'aws:PrincipalArn', null],
    ['accounts.google.com', 'aws:username', null],
    ['accounts.google.com', 'aws:PrincipalIsAWSService', null],
    ['accounts.google.com', 'aws:PrincipalServiceName', null],
    [session, 'aws:userid', undefined],
    ['somebody', 'aws:username', undefined],
  ])('%j %s: %j', (principal, name, value) => expect(valueOf(principal, name)).toBe(value));

  it('give way to what the request says', () => {
    expect(valueOf(ana, 'aws:username', { context: { 'AWS:UserName': 'bob' } })).toBe('bob');
    expect(valueOf(ana, 'aws:username', { context: { 'aws:username': null } })).toBeNull();
    expect(valueOf(ana, 'aws:username', { context: { 'aws:username': undefined } })).toBe('ana');
    expect(valueOf(ana, 'aws:ResourceAccount', { resourceAccount: partner })).toBe(partner);
    expect(valueOf(ana, 'aws:ResourceAccount', { resourceAccount: 'unknown' })).toBeUndefined();
    expect(valueOf(ana, 'aws:userid', { contextComplete: true })).toBeNull();
    expect(valueOf(ana, 'k', { context: { k: ['a', 'b'] } })).toEqual(['a', 'b']);
  });
});

describe('values that are no texts', () => {
  it.each<[value: unknown, decision: string]>([
    [new Date('2026-05-01T00:00:00Z'), 'allowed'],
    [new Date(Number.NaN), 'indeterminate'],
    [{}, 'indeterminate'],
    [[{}], 'indeterminate'],
    [Symbol('s'), 'indeterminate'],
    [Date.parse('2026-05-01T00:00:00Z') / 1000, 'allowed'],
    ['2025-05-01T00:00:00Z', 'implicitDeny'],
  ])('%#: %s', (value, decision) => {
    const Condition = { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } };
    const context = { 'aws:CurrentTime': value } as NonNullable<AuthorizationRequest['context']>;
    expect(ask({ identityPolicies: doc({ Effect: 'Allow', Action: '*', Resource: '*', Condition }), context }).decision).toBe(decision);
  });
});
