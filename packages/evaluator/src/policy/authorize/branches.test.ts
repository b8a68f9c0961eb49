import { describe, expect, it } from 'vitest';
import type { AuthorizationRequest } from './index.ts';
import {
  account,
  allow,
  ana,
  ask,
  aws,
  bucket,
  deny,
  doc,
  full,
  guest,
  key,
  matches,
  nothing,
  object,
  partner,
  role,
  root,
  session,
  to,
} from './requests.test-helper.ts';

const when = (...keys: string[]) => ({ Condition: { Null: Object.fromEntries(keys.map((name) => [name, 'true'])) } });
const open = { contextComplete: false } as const;
const provider = `arn:aws:iam::${account}:oidc-provider/token.example.com`;

type Case = [name: string, request: Partial<AuthorizationRequest>, decision: string, keys?: string[], layers?: string[]];

describe('what decides, and what only looks as if it did', () => {
  it.each<Case>([
    [
      'a Deny of a resource policy that may match grants nothing',
      { ...open, resourcePolicy: doc({ ...to('*', when('k')), Effect: 'Deny' }) },
      'implicitDeny',
    ],
    ['a resource policy not at hand may grant', { resourcePolicy: [doc(to(aws(guest))), 'unknown'] }, 'indeterminate', [], ['resourcePolicy']],
    [
      'a level of RCPs not at hand may deny',
      { identityPolicies: full, resourceControlPolicies: [[full], 'unknown'] },
      'indeterminate',
      [],
      ['resourceControlPolicies'],
    ],
    ['a level of SCPs without policies', { identityPolicies: full, serviceControlPolicies: [{ policies: 'none' }] }, 'implicitDeny'],
    ['a level of SCPs that is one policy', { identityPolicies: full, serviceControlPolicies: [{ policies: full }] }, 'allowed'],
    [
      'an identity provider has no identity policies',
      { principal: provider, identityPolicies: doc(deny()), serviceControlPolicies: [doc(deny())], resourcePolicy: doc(to({ Federated: provider })) },
      'allowed',
    ],
    ['an identity provider gets no caller identity for nothing', { principal: provider, action: 'sts:GetCallerIdentity' }, 'implicitDeny'],
    ['an action that only begins like another', { action: 'sts:GetCallerIdentityX' }, 'implicitDeny'],
    ['an action that only ends like another', { action: 'xsts:GetCallerIdentity' }, 'implicitDeny'],
    ['an action on a role that only begins like assuming it', { action: 'sts:AssumeRoleX', resource: role, identityPolicies: full }, 'allowed'],
    ['an action on a role that only ends like assuming it', { action: 'xsts:AssumeRole', resource: role, identityPolicies: full }, 'allowed'],
    ['an action of the root user that only begins like assuming a role', { principal: root, action: 'sts:AssumeRoot', resource: root }, 'allowed'],
    ['an action that only ends like one of KMS', { action: 'xkms:Decrypt', resource: key, identityPolicies: full }, 'allowed'],
    ['a resource that only ends like a key', { action: 'kms:Decrypt', resource: `x${key}`, identityPolicies: full }, 'allowed'],
    [
      'a key policy does not speak of aliases',
      { action: 'kms:CreateAlias', resource: key.replace('key/', 'alias/'), identityPolicies: full, resourcePolicy: doc(to(aws(guest))) },
      'allowed',
    ],
    ['an empty list is no key policy', { action: 'kms:ListKeys', resource: '*', identityPolicies: full, resourcePolicy: [] }, 'allowed'],
    [
      'another key with the id of the management account',
      { identityPolicies: full, serviceControlPolicies: [doc(deny())], context: { k: account } },
      'explicitDeny',
    ],
    [
      'a list for aws:ResourceAccount is none',
      { principal: guest, context: { 'aws:ResourceAccount': [account] }, identityPolicies: full },
      'allowed',
    ],
    [
      'a NotPrincipal with every service spares no user',
      { identityPolicies: full, resourcePolicy: doc({ ...deny(), NotPrincipal: { Service: '*' } }) },
      'explicitDeny',
    ],
    [
      'a NotPrincipal with a bare star spares everybody',
      { identityPolicies: full, resourcePolicy: doc({ ...deny(), NotPrincipal: '*' }) },
      'allowed',
    ],
    [
      'a NotPrincipal with session and role of a role, without account',
      { principal: role, identityPolicies: full, resourcePolicy: doc({ ...deny(), NotPrincipal: aws(role, session) }) },
      'explicitDeny',
    ],
    [
      'a NotPrincipal with a session that may be the one',
      { principal: role, identityPolicies: full, resourcePolicy: doc({ ...deny(), NotPrincipal: aws(root, role, session) }) },
      'indeterminate',
      ['aws:userid'],
    ],
    [
      'keys of statements for other actions are not missing',
      { ...open, identityPolicies: doc(allow('ec2:*', '*', when('other')), allow('*', '*', when('k'))) },
      'indeterminate',
      ['k'],
    ],
    [
      'keys of levels that allow anyway are not missing',
      { ...open, identityPolicies: full, serviceControlPolicies: [[full, doc(allow('*', '*', when('other')))], [doc(allow('*', '*', when('k')))]] },
      'indeterminate',
      ['k'],
    ],
    [
      'keys of a resource policy that allows by the account only',
      { ...open, resourcePolicy: doc(to(aws(account)), to(aws(ana), when('k'))) },
      'indeterminate',
      ['k'],
    ],
    [
      'keys of variables that cannot fit are not missing',
      { ...open, context: { k: 'abc' }, identityPolicies: doc(allow('*', '*', { Condition: { StringEquals: { k: ['${x}/z', '${y}'] } } })) },
      'indeterminate',
      ['y'],
    ],
    [
      'keys of variables beside a value that fits are not missing',
      {
        ...open,
        context: { k: 'abc' },
        identityPolicies: doc(allow('*', '*', { Condition: { StringEquals: { k: ['${x}', 'abc'] }, Null: { z: 'true' } } })),
      },
      'indeterminate',
      ['z'],
    ],
    [
      'keys of resources beside one that fits are not missing',
      { ...open, identityPolicies: doc(allow('*', ['${x}', '*'], when('k'))) },
      'indeterminate',
      ['k'],
    ],
    ['keys of resources that cannot fit are not missing', { ...open, identityPolicies: doc(allow('*', ['x${x}', '${y}'])) }, 'indeterminate', ['y']],
    [
      'the session and a key together',
      { ...open, principal: role, resourcePolicy: doc(to(aws(session), when('k'))) },
      'indeterminate',
      ['aws:userid', 'k'],
    ],
  ])('%s', (_, request, decision, keys = [], layers = []) => {
    const answer = ask(request);
    expect({ decision: answer.decision, keys: answer.missingKeys, layers: answer.missingLayers }).toEqual({ decision, keys, layers });
  });

  it('a boundary that nobody knows leaves a NotPrincipal open', () => {
    const answer = ask({ permissionsBoundary: 'unknown', resourcePolicy: doc({ ...deny(), NotPrincipal: aws(ana, root) }) });
    expect(answer.statements[0]?.match).toBe('unknown');
  });
});

describe('deciding and silent', () => {
  const layersOf = (request: Partial<AuthorizationRequest>) => ask(request).deciding.map(({ layer }) => layer);

  it('leave out what had no part', () => {
    expect(layersOf({ resourcePolicy: doc(to(aws(ana))), permissionsBoundary: full })).toEqual(['resourcePolicy']);
    expect(
      layersOf({
        principal: session,
        resourcePolicy: doc(to(aws(session))),
        sessionPolicies: full,
        identityPolicies: full,
        permissionsBoundary: nothing,
      }),
    ).toEqual(['resourcePolicy']);
    expect(layersOf({ identityPolicies: full, resourceControlPolicies: [[full]] })).toEqual(['identityPolicies']);
    expect(layersOf({ action: 'sts:GetCallerIdentity', identityPolicies: full })).toEqual([]);
  });

  it('name the SCPs beside a resource policy that grants alone', () => {
    expect(layersOf({ resourcePolicy: doc(to(aws(ana))), permissionsBoundary: nothing, serviceControlPolicies: [[full]] })).toEqual([
      'serviceControlPolicies',
      'resourcePolicy',
    ]);
  });

  it('name only what surely does not allow', () => {
    expect(ask({ permissionsBoundary: 'unknown' }).silent).toEqual(['resourcePolicy', 'identityPolicies']);
    expect(ask({ identityPolicies: full }).silent).toEqual([]);
    expect(ask({ identityPolicies: doc(deny()) }).silent).toEqual([]);
  });
});

describe('rules of AWS', () => {
  it.each<[Partial<AuthorizationRequest>, string[]]>([
    [{}, []],
    [{ action: 'sts:AssumeRole', resource: role }, ['trust-policy-must-allow']],
    [{ action: 'kms:Decrypt', resource: key }, ['key-policy-must-allow']],
    [{ action: 'sts:GetCallerIdentity' }, ['caller-identity-needs-no-permission']],
    [{ principal: root }, ['root-user-needs-no-policy']],
    [{ principal: root, action: 'sts:AssumeRole', resource: role }, ['root-user-assumes-no-role', 'trust-policy-must-allow']],
    [
      { principal: `arn:aws:sts::${account}:federated-user/bob`, action: 'kms:Decrypt', resource: key },
      ['federated-user-needs-session-policy', 'key-policy-must-allow'],
    ],
    [{ principal: `arn:aws:sts::${account}:federated-user/bob`, sessionPolicies: full }, []],
    [
      { principal: root, action: 'kms:Decrypt', resource: key, managementAccount: account },
      ['key-policy-must-allow', 'management-account-is-not-bound', 'root-user-needs-no-policy'],
    ],
  ])('%j: %j', (request, names) => expect(ask(request).builtIn).toEqual(names));
});

describe('layers that are told as they are', () => {
  it.each<[Partial<AuthorizationRequest>, number, object]>([
    [{}, 1, { state: 'none', allows: 'yes', denies: 'no' }],
    [{}, 2, { state: 'none', allows: 'no', denies: 'no' }],
    [{ resourceControlPolicies: [doc(deny('ec2:*'))] }, 1, { state: 'documents', allows: 'yes', denies: 'no' }],
    [{ resourceControlPolicies: 'unknown' }, 1, { state: 'unknown', allows: 'yes', denies: 'unknown' }],
    [{ identityPolicies: undefined }, 3, { state: 'unknown', allows: 'unknown', denies: 'unknown' }],
    [{ principal: '*' }, 3, { state: 'notApplicable', allows: 'no', denies: 'no' }],
    [{ principal: '*' }, 4, { state: 'notApplicable', allows: 'yes', denies: 'no' }],
    [{ principal: `arn:aws:sts::${account}:federated-user/bob` }, 5, { state: 'none', allows: 'no', denies: 'no' }],
    [{ sessionPolicies: [] }, 5, { state: 'notApplicable', allows: 'yes', denies: 'no' }],
  ])('%j, layer %i', (request, place, wanted) => expect(ask(request).layers[place]).toMatchObject(wanted));

  it('and list no document that is only not at hand as unreadable', () => {
    for (const identityPolicies of [undefined, 'unknown', ['unknown', full]]) expect(ask({ identityPolicies }).unreadable).toEqual([]);
  });
});

describe('documents and names that are odd', () => {
  it('do not throw', () => {
    const circular: unknown[] = [];
    circular.push(circular);
    const odds: unknown[] = [circular, 5n, Symbol('x'), new Map(), new Date(0)];
    for (const odd of odds) {
      expect(ask({ identityPolicies: [odd as string] })).toMatchObject({ decision: 'indeterminate', missingLayers: ['identityPolicies'] });
    }
  });

  it('are documents whatever else they hold', () => {
    expect(ask({ identityPolicies: { ...full, document: 'x', policies: [] } as object }).decision).toBe('allowed');
    expect(ask({ identityPolicies: full, serviceControlPolicies: [{ ...full, policies: [] }] }).decision).toBe('allowed');
    expect(ask({ identityPolicies: { name: 5, document: full } as object }).deciding[0]).not.toHaveProperty('name');
    expect(ask({ identityPolicies: full }).deciding[0]).not.toHaveProperty('name');
    expect(ask({ identityPolicies: full, serviceControlPolicies: [[full]] }).deciding[0]).not.toHaveProperty('levelName');
  });

  it('are told why they are refused', () => {
    expect(ask({ identityPolicies: doc({ ...allow(), Principal: '*' }) }).unreadable[0]?.problem).toBe(
      'a Principal stands in a policy that takes none',
    );
  });

  const reached = (principal: AuthorizationRequest['principal'], AWS: string) =>
    ask({ principal, resourcePolicy: doc(to({ AWS })) }).statements[0]?.match;
  it.each<[principal: AuthorizationRequest['principal'], value: string]>([
    ['1111222233334', account],
    [`x${ana}`, account],
    ['xanonymous', account],
    [ana, '1111222233334'],
    [ana, `x${account}`],
    [ana, `${root}x`],
    [session, `arn:aws:iam::111122229999:role/x/deploy`],
    [session, `arn:aws:iam::${account}:user/deploy`],
    [session, `arn:aws:iam::${account}:user/x/deploy`],
    [session, 'undefined:ci'],
    [role, `arn:aws:iam::${account}:assumed-role/deploy/ci`],
    [`arn:aws:sts::${account}:federated-user/bob`, `arn:aws:sts::${account}:user/bob`],
    [{ arn: `arn:aws:sts::${account}:federated-user/bob`, uniqueId: 'AIDAX' }, 'AIDAX'],
    [`arn:aws:iam::${account}:rootx`, account],
  ])('%j is not %s', (principal, value) => expect(reached(principal, value)).toBe('no'));

  it('tell anonymous requests by the whole word', () => {
    for (const principal of ['xanonymous', 'anonymousx']) expect(ask({ principal, identityPolicies: full }).decision).toBe('allowed');
    expect(ask({ principal: 'Anonymous', identityPolicies: full }).decision).toBe('implicitDeny');
  });
});

describe('values that only look alike', () => {
  it.each<[operator: string, value: string, given: string, match: string]>([
    ['StringLike', 'b', 'ab', 'no'],
    ['StringLike', 'b', 'ba', 'no'],
    ['Bool', 'true', 'xtrue', 'no'],
    ['Bool', 'truex', 'truex', 'no'],
    ['NumericEquals', '5.25', '5.25', 'yes'],
    ['NumericEquals', '.25', '0.25', 'yes'],
    ['NumericEquals', '5', 'x5', 'no'],
    ['NumericEquals', '5', '5x', 'no'],
    ['DateEquals', '2026-01-01T00:00:00Z', '20260101T000000', 'yes'],
    ['DateEquals', '2026-01-01T00:00:00Z', 'x20260101T000000Z', 'no'],
    ['DateEquals', '2026-01-01T00:00:00Z', '20260101T000000Zx', 'no'],
    ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00', 'yes'],
    ['DateEquals', '2026-01-01T00:00:00Z', 'x2026-01-01', 'no'],
    ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01x', 'no'],
    ['IpAddress', '203.0.113.0/x24', '203.0.113.0', 'no'],
    ['IpAddress', '203.0.113.0/24x', '203.0.113.0', 'no'],
    ['IpAddress', '203.0.113.7', 'x203.0.113.7', 'no'],
    ['IpAddress', '203.0.113.7', '203.0.113.7x', 'no'],
    ['IpAddress', '::/0', '12345::1', 'no'],
    ['IpAddress', '::/0', '1:2:3:4:5:6:7::', 'yes'],
    ['IpAddress', '::/0', '1:2:3:4:5:6:7:8::', 'no'],
    ['IpAddress', '::/0', '::x1', 'no'],
    ['ArnLike', 'a', 'arn:aws:s3:::b', 'no'],
    ['ArnLike', '*x', 'arn:aws:s3:::b', 'no'],
    ['ArnLike', '*:b', 'arn:aws:s3:::b', 'no'],
    ['ArnLike', 'arn:aws:s3:::${gone}', 'arn:aws:s3:::', 'no'],
    ['ArnLike', "arn:aws:s3:::${gone, 'b'}", 'arn:aws:s3:::b', 'yes'],
    ['StringEquals', "${gone, x'y'}", "${gone, x'y'}", 'yes'],
    ['StringEquals', "${gone, 'y'x}", "${gone, 'y'x}", 'yes'],
  ])('%s %s: %s %s', (operator, value, given, match) =>
    expect(matches({ Condition: { [operator]: { k: value } } }, { context: { k: given } })).toBe(match),
  );

  it.each<[operator: string, value: string, given: string | undefined, match: string]>([
    ['ArnLike', 'arn:aws:s3:::${x}', 'arn:aws:s3:::b', 'unknown'],
    ['ArnLike', 'arn:aws:sns:::${x}', 'arn:aws:s3:::b', 'no'],
    ['ArnNotLike', 'arn:aws:sns:::${x}', 'arn:aws:s3:::b', 'yes'],
    ['StringEqualsIgnoreCase', 'A${x}', 'abc', 'unknown'],
    ['StringEqualsIgnoreCase', 'B${x}', 'abc', 'no'],
    ['Bool', '${x}', 'true', 'unknown'],
    ['StringLikeIfExists', '*x', undefined, 'unknown'],
    ['StringLikeIfExists', 'x*', undefined, 'unknown'],
  ])('%s %s with a variable or key that nobody knows: %s %s', (operator, value, given, match) =>
    expect(matches({ Condition: { [operator]: { k: value } } }, { ...open, context: { k: given } })).toBe(match),
  );

  it('in a resource, too', () => {
    expect(matches({ Resource: 'bucket' }, { resource: bucket })).toBe('no');
    expect(matches({ Resource: bucket }, { resource: object })).toBe('no');
  });
});

it('the owner of a resource is told by whole account ids only', () => {
  for (const segment of [`${account}4`, `x${account}`])
    expect(ask({ principal: guest, resource: `arn:aws:sqs:eu-west-1:${segment}:q` }).crossAccount).toBe(false);
  expect(ask({ principal: guest, resource: `arn:aws:sqs:eu-west-1:${account}:q` }).crossAccount).toBe(true);
  expect(ask({ principal: guest, resource: `arn:aws:sqs:eu-west-1:${partner}:q` }).crossAccount).toBe(false);
});
