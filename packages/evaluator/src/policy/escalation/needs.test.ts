import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, type RawStatement } from '../policies.test-helper.ts';
import type { Caller } from './caller.ts';
import { namesNeed, ownNeed, profileNeed, roleNeed, userNeed } from './needs.ts';
import type { Need } from './path.ts';
import { roleTarget, service, userTarget, viewOfTargets, way } from './targets.test-helper.ts';
import type { OtherVersions, RoleTarget, TrustedWay } from './view.ts';

const ana: Caller = { type: 'user', arn: 'arn:aws:iam::111122223333:user/ana', groupArns: [] };
const root = 'arn:aws:iam::111122223333:root';
const own = 'arn:aws:iam::111122223333:policy/own';
const ops = roleTarget([]).arn;
const holding = (statements: RawStatement[], boundary?: RawStatement[] | 'unread') => {
  const document = boundary === 'unread' ? ({ state: 'unreadable' } as const) : boundary && read(...boundary);
  return grant([read(...statements)], document ? { boundary: document } : {}).holding;
};
const nothing = holding([allow('s3:*')]);
const view = viewOfTargets();

describe('what a path asks of a user', () => {
  it.each<[Need, number | null, 'yes' | 'no' | 'unknown', string]>([
    ['spareKey', 0, 'unknown', 'yes'],
    ['spareKey', 1, 'unknown', 'yes'],
    ['spareKey', 2, 'unknown', 'no'],
    ['spareKey', null, 'yes', 'unknown'],
    ['twoKeys', 1, 'yes', 'no'],
    ['twoKeys', 2, 'no', 'yes'],
    ['twoKeys', null, 'yes', 'unknown'],
    ['password', 0, 'yes', 'yes'],
    ['password', 0, 'no', 'no'],
    ['password', 0, 'unknown', 'unknown'],
    ['noPassword', 0, 'yes', 'no'],
    ['noPassword', 0, 'no', 'yes'],
    ['noPassword', 0, 'unknown', 'unknown'],
  ])('%s of one with %s keys and password %s: %s', (need, keys, password, expected) => {
    expect(userNeed(need, userTarget(keys, password))).toBe(expected);
  });
});

describe('what a path asks of a role', () => {
  it.each<[string, TrustedWay[], string]>([
    ['the caller', [way('principal', ana.arn ?? '')], 'yes'],
    ['the caller under a condition', [way('principal', ana.arn ?? '', 'aws:SourceIp')], 'unknown'],
    ['the account', [way('account', root)], 'yes'],
    ['the account under a condition', [way('account', root, 'aws:SourceIp')], 'unknown'],
    ['the account, and the caller under a condition', [way('account', root), way('principal', ana.arn ?? '', 'aws:SourceIp')], 'yes'],
    ['another account', [way('account', '444455556666')], 'no'],
    ['a service', [service('ec2')], 'no'],
  ])('trusts %s', (_, ways, expected) => expect(roleNeed('trustsCaller', roleTarget(ways), view, ana)).toBe(expected));

  it('has a boundary', () => {
    const trusting = [way('account', root)];
    expect(roleNeed('roleBoundary', roleTarget([], { boundary: true }), view, ana)).toBe('yes');
    expect(roleNeed('roleBoundary', roleTarget(trusting), view, ana)).toBe('no');
  });

  const named = roleTarget([way('principal', ana.arn ?? '')]);
  it.each<[string, RoleTarget, Parameters<typeof holding>, string]>([
    ['names it', named, [[allow('s3:*')]], 'yes'],
    ['names it under a condition', roleTarget([way('principal', ana.arn ?? '', 'aws:SourceIp')]), [[allow('s3:*')]], 'unknown'],
    ['trusts its account', roleTarget([way('account', root)]), [[allow('s3:*')]], 'no'],
    ['trusts its account, within a boundary', roleTarget([way('account', root)]), [[allow('s3:*')], [allow('*')]], 'no'],
    ['names it, and is denied to it', named, [[allow('s3:*'), deny('sts:AssumeRole', ops)]], 'no'],
    [
      'names it, and is denied to it under a condition',
      named,
      [[deny('sts:*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })]],
      'unknown',
    ],
    ['names it, another being denied', named, [[deny('sts:AssumeRole', 'arn:aws:iam::*:role/x')]], 'yes'],
    ['names it, within a boundary', named, [[allow('s3:*')], [allow('*')]], 'unknown'],
    ['names it, within a boundary that cannot be read', named, [[allow('s3:*')], 'unread'], 'unknown'],
    ['names it, and is denied to it by the boundary', named, [[allow('s3:*')], [allow('*'), deny('sts:AssumeRole')]], 'no'],
  ])('%s', (_, role, [statements, boundary], expected) => {
    expect(namesNeed(role, holding(statements, boundary), view, ana)).toBe(expected);
  });

  it('names it, within control policies', () => {
    expect(namesNeed(named, { ...nothing, controls: [[]] }, view, ana)).toBe('unknown');
    expect(namesNeed(named, { ...nothing, controlsOpen: true }, view, ana)).toBe('unknown');
  });

  it.each<['yes' | 'no' | 'unknown', string[], boolean, string]>([
    ['yes', [], false, 'yes'],
    ['unknown', ['iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'], true, 'unknown'],
    ['no', [], true, 'no'],
    ['no', ['iam:RemoveRoleFromInstanceProfile'], true, 'no'],
    ['no', ['iam:AddRoleToInstanceProfile'], false, 'unknown'],
    ['no', ['iam:AddRoleToInstanceProfile'], true, 'unknown'],
    ['no', ['iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'], false, 'unknown'],
    ['no', ['iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'], true, 'yes'],
  ])('is in an instance profile: %s, with %j and another in one: %s', (instanceProfile, actions, taken, expected) => {
    const held = holding([allow(['s3:GetObject', ...actions])]);
    expect(profileNeed(roleTarget([], { instanceProfile }), held, taken)).toBe(expected);
  });

  it('may be put into an instance profile under a condition alone', () => {
    const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const [put, take] = ['iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'];
    const none = roleTarget([], { instanceProfile: 'no' });
    expect(profileNeed(none, holding([allow(put ?? '', '*', mfa), allow(take ?? '')]), true)).toBe('unknown');
    expect(profileNeed(none, holding([allow(put ?? ''), allow(take ?? '', '*', mfa)]), true)).toBe('unknown');
  });
});

describe('what a path asks of the caller itself', () => {
  it('a boundary', () => {
    const told = [nothing, holding([allow('s3:*')], [allow('*')]), holding([allow('s3:*')], 'unread')].map((held) =>
      ownNeed('boundary', held, view, ana),
    );
    expect(told).toEqual(['no', 'yes', 'unknown']);
  });

  const inline = { policyName: 'inline', document: read(deny('s3:*')) };
  const managed = { ...inline, policyName: 'managed', policyArn: own };
  const silent = { policyName: 'silent', document: read(allow('s3:*')) };
  const denying = (...policies: (typeof inline)[]) => {
    const held = grant(policies.map(({ document }) => document)).holding;
    return {
      ...held,
      policies: held.policies.map((entry, index) => ({ ...entry, policy: { ...entry.policy, ...policies[index], document: entry.policy.document } })),
    };
  };

  it.each<[string, (typeof inline)[], Caller, string, string]>([
    ['none that denies', [silent], ana, 'no', 'no'],
    ['an inline one', [silent, inline], ana, 'yes', 'no'],
    ['a managed one', [silent, managed], ana, 'no', 'yes'],
    ['both', [inline, managed], ana, 'yes', 'yes'],
    ['one that may be a group’s', [inline], { ...ana, groupArns: ['arn:aws:iam::111122223333:group/team'] }, 'unknown', 'unknown'],
    ['one, groups not being known', [inline], { type: 'user' }, 'unknown', 'unknown'],
  ])('a policy of its own that denies: %s', (_, policies, caller, inlineDeny, managedDeny) => {
    const held = denying(...policies);
    expect([ownNeed('inlineDeny', held, view, caller), ownNeed('managedDeny', held, view, caller)]).toEqual([inlineDeny, managedDeny]);
    expect(ownNeed('inlineDeny', held, undefined, caller)).toBe(inlineDeny === 'no' && managedDeny === 'no' ? 'no' : 'unknown');
  });

  it('a policy of its own that denies, where not all could be read', () => {
    const partial = { ...nothing, privileges: { ...nothing.privileges, partial: true } };
    expect([ownNeed('inlineDeny', partial, view, ana), ownNeed('inlineDeny', nothing, view, ana)]).toEqual(['unknown', 'no']);
  });

  const { wide } = holding([allow('kms:*')]).privileges;
  it.each<[string, OtherVersions | undefined, string]>([
    ['none', [], 'no'],
    ['one that allows more', [wide], 'yes'],
    ['one that allows nothing', [{ places: [], words: [] }], 'no'],
    ['one that is not in the data', [null], 'unknown'],
    ['one of several', [null, { places: [], words: [] }, wide], 'yes'],
    ['those of a policy that is not in the data', undefined, 'unknown'],
  ])('a wider version of its policy: %s', (_, versions, expected) => {
    const lists = viewOfTargets({ versions: (arn) => (arn === own ? versions : []) });
    const caller = { ...ana, ownPolicyArns: ['arn:aws:iam::111122223333:policy/other', own] };
    expect(ownNeed('widerVersion', nothing, lists, caller)).toBe(expected);
    expect(ownNeed('widerVersion', nothing, lists, ana)).toBe('unknown');
    expect(ownNeed('widerVersion', nothing, undefined, caller)).toBe('unknown');
    expect(ownNeed('widerVersion', nothing, lists, { ...ana, ownPolicyArns: [] })).toBe('no');
  });

  it('no wider version of its policy, where it holds as much already', () => {
    const lists = viewOfTargets({ versions: () => [wide] });
    const full = { ...nothing, privileges: { ...nothing.privileges, wide } };
    expect(ownNeed('widerVersion', full, lists, { ...ana, ownPolicyArns: [own] })).toBe('no');
  });
});
