import { describe, expect, it } from 'vitest';
import { allow, ana, ask, aws, bucket, deny, doc, full, object, old, role, root, session, to, trust } from './requests.test-helper.ts';

const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

describe('documents', () => {
  it.each<[name: string, given: unknown]>([
    ['an object', full],
    ['JSON text', JSON.stringify(full)],
    ['percent-encoded JSON text', encodeURIComponent(JSON.stringify(full))],
    ['a named object', { name: 'a', document: full }],
    ['a named text', { document: JSON.stringify(full) }],
    ['an inline policy as AWS lists it', { PolicyName: 'a', PolicyDocument: full }],
    ['a version as AWS gives it', { VersionId: 'v1', IsDefaultVersion: true, Document: encodeURIComponent(JSON.stringify(full)) }],
    ['one statement, not a list', { Version: '2012-10-17', Statement: allow() }],
    ['without version', { Statement: [allow()] }],
    ['of 2008', old(allow())],
    ['a list of one', [full]],
    ['with an Id and members nobody knows', { ...full, Id: 'x', Other: 1 }],
  ])('%s', (_, given) => expect(ask({ identityPolicies: given as string }).decision).toBe('allowed'));

  it.each<[name: string, given: unknown]>([
    ['null', null],
    ['a number', 5],
    ['a word', 'AdministratorAccess'],
    ['an empty text', ''],
    ['a list in a list', [[full]]],
    ['an empty object', {}],
    ['JSON of a list', '[]'],
    ['JSON cut short', '{"Statement": [{"Effect": "Allow"'],
    ['a statement that is a word', { Statement: 'x' }],
    ['a statement that is null', { Statement: [null] }],
    ['an unheard-of version', { Version: '2020-01-01', Statement: [allow()] }],
    ['an effect in lower case', doc({ ...allow(), Effect: 'allow' })],
    ['no Action', doc({ Effect: 'Allow', Resource: '*' })],
    ['Action and NotAction', doc({ ...allow(), NotAction: 'a:b' })],
    ['Resource and NotResource', doc({ ...allow(), NotResource: 'a' })],
    ['no Resource', doc({ Effect: 'Allow', Action: '*' })],
    ['a Principal', doc({ ...allow(), Principal: '*' })],
    ['an action that is an object', doc(allow({}))],
    ['a condition that is a list', doc(allow('*', '*', { Condition: [] }))],
    ['a condition value that is null', doc(allow('*', '*', { Condition: { Bool: { k: null } } }))],
    ['a named nothing', { name: 'x', document: undefined }],
    ['a function', () => full],
  ])('that cannot be read make their layer unknown: %s', (_, given) => {
    const answer = ask({ identityPolicies: [full, given as string] });
    expect(answer).toMatchObject({ decision: 'indeterminate', missingLayers: ['identityPolicies'] });
    expect(answer.unreadable).toMatchObject([{ layer: 'identityPolicies', document: 1 }]);
    expect(ask({ identityPolicies: [doc(deny()), given as string] }).decision).toBe('explicitDeny');
  });

  it('are told where they cannot be read', () => {
    const broken = { name: 'P', document: doc(allow(), { Effect: 'Allow', Action: '*' }) };
    expect(ask({ identityPolicies: [full, broken] }).unreadable).toEqual([
      { layer: 'identityPolicies', document: 1, name: 'P', path: '/Statement/1', problem: 'there is neither Resource nor NotResource' },
    ]);
    expect(ask({ serviceControlPolicies: [[full], [{ Statement: 5 }]] }).unreadable).toMatchObject([
      { layer: 'serviceControlPolicies', level: 1, document: 0 },
    ]);
    expect(ask({ resourcePolicy: doc(allow()) }).unreadable).toMatchObject([
      { path: '/Statement/0', problem: 'there is neither Principal nor NotPrincipal' },
    ]);
    expect(ask({ resourcePolicy: doc(to(aws(ana), { NotPrincipal: '*' })) }).unreadable).toMatchObject([
      { problem: 'both Principal and NotPrincipal are given' },
    ]);
    expect(ask({ principal: root, identityPolicies: 'broken' }).unreadable).toEqual([]);
  });

  it.each([
    'identityPolicies',
    'permissionsBoundary',
    'resourcePolicy',
    'sessionPolicies',
    'serviceControlPolicies',
    'resourceControlPolicies',
  ] as const)('that are none are an empty list of %s too', (layer) => {
    const base = { principal: session, identityPolicies: full };
    const { layers: empty, ...withEmpty } = ask({ ...base, [layer]: [] });
    const { layers: none, ...withNone } = ask({ ...base, [layer]: 'none' });
    expect(withEmpty).toEqual(withNone);
    expect(empty).toEqual(none);
  });

  it('of a trust policy need no Resource, and may have one', () => {
    const request = { action: 'sts:AssumeRole', resource: role };
    expect(ask({ ...request, resourcePolicy: doc(trust(aws(ana), { Resource: role })) }).decision).toBe('allowed');
    expect(ask({ ...request, resourcePolicy: doc(trust(aws(ana), { Resource: bucket })) }).decision).toBe('implicitDeny');
  });

  it('are left as they are, and give the same answer again', () => {
    const freeze = <T>(value: T): T => {
      if (value !== null && typeof value === 'object') Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const request = freeze({
      identityPolicies: [doc(allow('s3:*', [object, bucket], mfa))],
      resourcePolicy: doc(to(aws(ana))),
      context: { a: ['b'] },
    });
    expect(ask(request)).toEqual(ask(request));
    expect(JSON.parse(JSON.stringify(ask(request)))).toEqual(ask(request));
  });

  it('with hostile names are only data', () => {
    const hostile = JSON.parse(
      '{"Version":"2012-10-17","Statement":[{"Sid":"__proto__","Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"__proto__":"x","constructor":"y"}}}]}',
    ) as object;
    const answer = ask({ identityPolicies: hostile, context: JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string> });
    expect(answer.decision).toBe('allowed');
    expect(answer.deciding[0]?.sid).toBe('__proto__');
  });
});
