import { describe, expect, it } from 'vitest';
import { grant, read, type RawStatement as Statement } from '../policies.test-helper.ts';
import { allow, deny, document, found, stateOf } from './escalation.test-helper.ts';
import { findEscalations } from './find.ts';
import { escalationPaths } from './paths.ts';

const paths = escalationPaths().map((path) => [path.id, path] as const);
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const plain = (statement: object) => ({ Effect: 'Allow', ...statement }) as Statement;
const foreign = 'arn:aws:sqs:us-east-1:111122223333:orders';
/** Reachable by oneself, whoever it is. */
const alone = ['iam-005', 'iam-007', 'iam-008', 'iam-009', 'prowler-iam-put', 'prowler-iam-star'];

describe.each(paths)('%s', (id, path) => {
  const { actions } = path;
  const isWhole = actions.length === 1;

  it('is told when its actions are allowed on everything', () => {
    const state = stateOf(found([allow(actions)]), id);
    expect(state).not.toBe('none');
    if (alone.includes(id)) expect(state).toBe('reachable');
    if (path.retired === 'ended') expect(state).toBe('latent');
  });

  it('is told when its actions come by several policies, in any case, as text', () => {
    const policies = actions.map((action) => JSON.stringify(document(allow(action.toUpperCase()))));
    expect(findEscalations({ identityPolicies: policies }).map((entry) => [entry.id, entry.state])).toEqual(
      found([allow(actions)]).map((entry) => [entry.id, entry.state]),
    );
  });

  it.each(actions)('is not told without %s', (missing) => {
    if (!missing.includes('*')) expect(stateOf(found([allow(actions.filter((action) => action !== missing)), deny('sqs:*')]), id)).toBe('none');
    expect(stateOf(found([allow(actions), deny(missing)]), id)).toBe('none');
    const outside = document(allow('*'), deny(missing));
    expect(stateOf(found([allow(actions)], { permissionsBoundary: outside }), id)).toBe('none');
    expect(stateOf(found([allow(actions)], { serviceControlPolicies: [outside] }), id)).toBe('none');
    expect(stateOf(found([allow(actions)], { permissionsBoundary: document(allow('sqs:*')) }), id)).toBe('none');
  });

  it('stays with a boundary and control policies that allow it', () => {
    const limits = {
      permissionsBoundary: document(allow('*')),
      serviceControlPolicies: [[document(allow('*'))], [document(allow('*'), deny('sqs:*'))]],
    };
    expect(stateOf(found([allow(actions)], limits), id)).not.toBe('none');
  });

  it('is reachable by nobody whose boundary is not known', () => {
    const state = stateOf(found([allow(actions)], { permissionsBoundary: 'unknown' }), id);
    expect(['unverified', 'latent']).toContain(state);
  });

  it('is downgraded by a condition, and guarded by a conditional deny', () => {
    const conditional = found([allow(actions, '*', mfa)]);
    expect(['unverified', 'latent']).toContain(stateOf(conditional, id));
    const guarded = found([allow(actions), deny('*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })]);
    // To take a deny away needs one: here the guard is it.
    const expected = id === 'iam-025' || id === 'iam-026' ? 'unverified' : stateOf(found([allow(actions)]), id);
    expect(stateOf(guarded, id)).toBe(expected);
  });

  it('is reachable by no scope of something else', () => {
    expect(['none', 'latent', 'unverified']).toContain(stateOf(found([allow(actions, foreign)]), id));
    expect(['none', 'latent', 'unverified']).toContain(stateOf(found([allow(actions)], { permissionsBoundary: document(allow('*', foreign)) }), id));
    expect(['none', 'latent', 'unverified']).toContain(stateOf(found([allow(actions), deny(actions, 'arn:aws:*:*:*:*')]), id));
    if (isWhole) expect(stateOf(found([allow(actions), deny('*')]), id)).toBe('none');
  });
});

describe('findEscalations', () => {
  it('tells each smallest set once, the others under it', () => {
    const all = found([allow('*')]);
    const roots = escalationPaths().filter((path) => path.parent === undefined);
    expect(all.map(({ id }) => id).sort()).toEqual(roots.map(({ id }) => id).sort());
    expect(all.flatMap(({ variants }) => variants).length + all.length).toBe(122);
  });

  it('tells nothing of a reader, of nothing, and of what cannot be read', () => {
    expect(found([allow(['iam:Get*', 'iam:List*', 's3:GetObject'])])).toEqual([]);
    for (const odd of [undefined, null, 7, '', '{', [], {}, { Statement: 3 }, { Statement: [{ Effect: 'Allow', Action: 'iam:*' }] }]) {
      expect(findEscalations({ identityPolicies: [odd] })).toEqual([]);
    }
    expect(findEscalations({ identityPolicies: [] })).toEqual([]);
    for (const nothing of [{}, undefined, null, { identityPolicies: null }, document(allow('*'))])
      expect(() => findEscalations(nothing as never)).toThrow('findEscalations needs "identityPolicies"');
    const alone = document(allow('iam:PutUserPolicy')) as never;
    expect(stateOf(findEscalations({ identityPolicies: alone, serviceControlPolicies: alone }), 'iam-007')).toBe('reachable');
  });

  it('takes NotAction for what it grants, and never a Deny for a grant', () => {
    expect(stateOf(found([{ NotAction: 'sqs:*' }]), 'iam-007')).toBe('reachable');
    expect(stateOf(found([{ NotAction: 'iam:*' }]), 'iam-007')).toBe('none');
    expect(found([{ Effect: 'Deny', NotAction: 'sqs:*' }])).toEqual([]);
  });

  it.each<[name: string, condition: object, state: string]>([
    ['all but some principals', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }, 'unverified'],
    ['principals by their tag', { StringEquals: { 'aws:PrincipalTag/team': 'x', 'aws:PrincipalType': 'User' } }, 'unverified'],
    ['requests without MFA', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, 'reachable'],
    ['requests from elsewhere', { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, 'reachable'],
    [
      'some principals without MFA',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' }, BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      'reachable',
    ],
  ])('is held back by a deny of what the principal is, not of how it asks: %s', (_, condition, state) => {
    const principal = { type: 'user', arn: 'arn:aws:iam::111122223333:user/ana' } as const;
    const denied = document(allow('*'), deny('iam:*', '*', condition));
    expect(stateOf(found([allow('iam:PutUserPolicy')], { principal, serviceControlPolicies: [denied] }), 'iam-007')).toBe(state);
    expect(stateOf(findEscalations({ identityPolicies: [denied], principal }), 'iam-007')).toBe(state);
    const service = document(allow('*'), deny('ssm:*', '*', condition));
    const existing = found([allow('ssm:StartSession')], { principal, serviceControlPolicies: [service] });
    expect(existing[0]?.guards).toHaveLength(1);
  });

  describe('takes control policies as authorize does', () => {
    const all = document(allow('*'));
    const reading = document(allow('s3:*'));
    const noPolicies = document(allow('*'), deny('iam:*'));
    it.each<[name: string, given: unknown, state: string]>([
      ['none', 'none', 'reachable'],
      ['an empty list', [], 'reachable'],
      ['one that allows', all, 'reachable'],
      ['one as text', JSON.stringify(all), 'reachable'],
      ['one with a name', [{ name: 'full', document: all }], 'reachable'],
      ['a level with a name', [{ name: 'root', policies: [all] }], 'reachable'],
      ['unknown', 'unknown', 'unverified'],
      ['one that cannot be read', ['{'], 'unverified'],
      ['one that cannot be read beside one that allows', [all, '{'], 'unverified'],
      ['a level that is unknown', [[all], 'unknown'], 'unverified'],
      ['a level whose policies are unknown', [{ name: 'root', policies: 'unknown' }], 'unverified'],
      ['unknown beside one that denies', [[noPolicies, 'unknown']], 'none'],
      ['two levels of which one does not allow', [{ policies: [all] }, { policies: [reading] }], 'none'],
      ['a level and a document', [[all], reading], 'none'],
      ['a level without policies', [[]], 'none'],
    ])('%s', (_, serviceControlPolicies, state) => {
      const escalations = found([allow('iam:PutUserPolicy')], { serviceControlPolicies });
      expect(stateOf(escalations, 'iam-007')).toBe(state);
      const missing = escalations.flatMap((entry) => entry.missing.map(({ id }) => id));
      expect(missing.filter((id) => id !== 'caller-unknown')).toEqual(state === 'unverified' ? ['unknown-control'] : []);
    });
  });

  it('answers on objects that cannot be read', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const document of [revoked.proxy, 10n, Symbol('s')]) {
      expect(findEscalations({ identityPolicies: [document] })).toEqual([]);
      expect(stateOf(found([allow('iam:PutUserPolicy')], { serviceControlPolicies: [[document]] }), 'iam-007')).toBe('unverified');
    }
  });

  it('takes documents with a name, and calls them by it', () => {
    const named = { name: 'power', document: document(allow('iam:PutUserPolicy')) };
    const [first] = findEscalations({ identityPolicies: [named], permissionsBoundary: [{ name: 'limit', document: document(allow('*')) }] });
    expect([first?.id, first?.state, first?.quotes[0]?.policyName]).toEqual(['iam-007', 'reachable', 'power']);
    const listed = { PolicyName: 'power', PolicyDocument: named.document };
    expect(findEscalations({ identityPolicies: [listed] })).toEqual(findEscalations({ identityPolicies: [named] }));
    const within = { identityPolicies: [named], permissionsBoundary: [document(allow('s3:*')), document(allow('ec2:*'))] };
    expect(findEscalations(within)).toEqual([]);
  });

  it('reads a boundary that is no document as not known', () => {
    expect(stateOf(found([allow('iam:PutUserPolicy')], { permissionsBoundary: '{' }), 'iam-007')).toBe('unverified');
    expect(stateOf(found([allow('iam:PutUserPolicy')], { permissionsBoundary: 'none' }), 'iam-007')).toBe('reachable');
  });

  it('quotes the lines that grant, and names what stands beside them', () => {
    const [escalation] = found([
      allow('sqs:*'),
      allow('iam:PutUserPolicy', '*', mfa),
      deny('iam:Put*', '*', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }),
    ]);
    expect(escalation?.quotes.map(({ path, text }) => [path, text])).toEqual([['/Statement/1/Action', 'iam:PutUserPolicy']]);
    expect(escalation?.guards.map(({ id, data }) => [id, data['keys']])).toEqual([
      ['guard-allow', ['aws:MultiFactorAuthPresent']],
      ['guard-deny', ['aws:SourceIp']],
    ]);
    expect(escalation?.path.text).toBe('Changes its own permissions with iam:PutUserPolicy.');
  });

  it('marks services that AWS has closed, and paths of one account', () => {
    const marks = found([allow(['codestar:*', 'datapipeline:*', 'sso:*', 'iam:PassRole'])]).map(({ id, retired, accountBound }) => [
      id,
      retired,
      accountBound,
    ]);
    expect(marks).toContainEqual(['rhino-25', 'ended', false]);
    expect(marks).toContainEqual(['dp-min', 'closed', false]);
    expect(marks).toContainEqual(['sso-002', null, true]);
  });
});

describe('scope without an account', () => {
  const user = { type: 'user', arn: 'arn:aws:iam::111122223333:user/team/ana' } as const;
  const self = (resource: string | string[], principal?: typeof user) =>
    stateOf(found([allow('iam:AttachUserPolicy', resource)], principal ? { principal } : {}), 'iam-008');

  it.each([
    ['*', 'reachable', 'reachable'],
    ['arn:aws:iam::*:user/*', 'reachable', 'reachable'],
    ['arn:aws:iam::111122223333:user/*', 'reachable', 'reachable'],
    ['arn:aws:iam::*:user/${aws:username}', 'reachable', 'latent'],
    ['arn:aws:iam::*:user/team/${aws:username}', 'reachable', 'reachable'],
    ['arn:aws:iam::*:user/team/${aws:PrincipalTag/name}', 'unverified', 'unverified'],
    ['arn:aws:iam::111122223333:user/team/ana', 'unverified', 'reachable'],
    ['arn:aws:iam::111122223333:user/team/*', 'unverified', 'reachable'],
    ['arn:aws:iam::111122223333:user/other-*', 'unverified', 'latent'],
    ['arn:aws:iam::444455556666:user/*', 'reachable', 'latent'],
    ['arn:aws:iam::111122223333:role/*', 'none', 'latent'],
    ['arn:aws:s3:::shop/*', 'none', 'latent'],
  ])('%s: %s for whoever it is, %s for ana', (resource, anybody, ana) => {
    expect([self(resource), self(resource, user)]).toEqual([anybody, ana]);
  });

  it('is all but what NotResource names', () => {
    const but = (resource: string, principal?: typeof user) =>
      stateOf(found([{ Action: 'iam:AttachUserPolicy', NotResource: resource }], principal ? { principal } : {}), 'iam-008');
    expect([but('arn:aws:iam::*:user/team/*'), but('arn:aws:iam::*:user/*'), but('arn:aws:iam::*:role/*')]).toEqual([
      'unverified',
      'none',
      'reachable',
    ]);
    expect([but('arn:aws:iam::*:user/team/*', user), but('arn:aws:iam::*:user/apps/*', user)]).toEqual(['latent', 'reachable']);
    expect(but('arn:aws:iam::*:user/apps/${aws:PrincipalTag/team}', user)).toBe('reachable');
    expect(but('arn:aws:iam::*:user/team/${aws:PrincipalTag/name}', user)).toBe('unverified');
  });

  it('leaves one’s own user alone in what makes somebody another', () => {
    const own = 'arn:aws:iam::*:user/${aws:username}';
    for (const principal of [undefined, user]) {
      const others = principal ? { principal } : {};
      expect(found([allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'], own)], others)).toEqual(
        [],
      );
    }
    expect(stateOf(found([allow('iam:CreateAccessKey', ['arn:aws:iam::*:user/apps/*', own])]), 'iam-002')).toBe('unverified');
    expect(stateOf(found([allow('iam:CreateAccessKey', ['arn:aws:s3:::shop', own])]), 'iam-002')).toBe('none');
  });

  it('is none where boundary and grant have no resource in common', () => {
    const functions = (name: string) => allow('lambda:*', `arn:aws:lambda:*:*:function:${name}`);
    const held = (boundary: object) => stateOf(found([allow('iam:PassRole'), functions('dev-*')], { permissionsBoundary: boundary }), 'lambda-001');
    expect(held(document(allow('iam:PassRole'), functions('prod-*')))).toBe('none');
    expect(held(document(allow('iam:PassRole'), functions('*-1')))).toBe('unverified');
  });

  it('takes a deny of some resources for a guard, never for an end', () => {
    const [escalation] = found([allow('iam:PutUserPolicy'), deny('iam:PutUserPolicy', user.arn)], { principal: user });
    expect([escalation?.state, escalation?.guards.map(({ id }) => id)]).toEqual(['unverified', ['guard-deny-scope']]);
  });

  it('gains nothing where the boundary is filled already', () => {
    const grants = [allow(['iam:PutUserPolicy', 's3:GetObject'])];
    const within = (...actions: string[]) => found(grants, { principal: user, permissionsBoundary: document(allow(actions)) });
    expect(within('iam:PutUserPolicy', 's3:GetObject').map(({ state, missing }) => [state, missing.map(({ id }) => id)])).toEqual([
      ['latent', ['boundary-filled']],
    ]);
    expect(within('iam:PutUserPolicy', 's3:*').map(({ state }) => state)).toEqual(['reachable']);
  });

  it('agrees with what makes an administrator', () => {
    const own = escalationPaths().filter((path) => path.category === 'selfEscalation' && path.everything === true);
    const role = { type: 'role', arn: 'arn:aws:iam::111122223333:role/deploy' } as const;
    const caller = { groupArns: ['arn:aws:iam::111122223333:group/ops'], ownPolicyArns: ['arn:aws:iam::111122223333:policy/shop'] };
    for (const { actions } of own) {
      for (const who of [user, { ...role, groupArns: [] }]) {
        const state = found([allow(actions)], { principal: { ...caller, ...who } })[0]?.state;
        const groups = who.type === 'user' ? caller.groupArns : [];
        const { administrator } = grant([read(plain(allow('sqs:*')), plain(allow([...actions])))], {
          type: who.type,
          groups,
          customerManaged: caller.ownPolicyArns,
        });
        expect([actions, who.type, state]).toEqual([actions, who.type, administrator.state === 'yes' ? 'reachable' : 'latent']);
      }
    }
  });

  it('knows who asks, where told', () => {
    expect(stateOf(found([allow('iam:PutRolePolicy')], { principal: user }), 'iam-005')).toBe('latent');
    expect(stateOf(found([allow('iam:PutGroupPolicy')], { principal: { ...user, groupArns: [] } }), 'iam-011')).toBe('latent');
    const group = 'arn:aws:iam::111122223333:group/team';
    expect(stateOf(found([allow('iam:PutGroupPolicy')], { principal: { ...user, groupArns: [group] } }), 'iam-011')).toBe('reachable');
    const policy = 'arn:aws:iam::111122223333:policy/team';
    expect(stateOf(found([allow('iam:CreatePolicyVersion')], { principal: { ...user, ownPolicyArns: [policy] } }), 'iam-001')).toBe('reachable');
    expect(
      stateOf(found([allow('iam:CreatePolicyVersion', 'arn:aws:iam::*:policy/x')], { principal: { ...user, ownPolicyArns: [policy] } }), 'iam-001'),
    ).toBe('latent');
  });
});
