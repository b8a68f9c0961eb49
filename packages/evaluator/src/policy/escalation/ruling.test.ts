import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, userArn, type RawStatement } from '../policies.test-helper.ts';
import type { Caller } from './caller.ts';
import { deniedOn, least, most, rightsOf, rule, type Subject } from './ruling.ts';

const action = 'iam:AttachRolePolicy';
const ops = 'arn:aws:iam::111122223333:role/ops';
const other = 'arn:aws:iam::111122223333:role/other';
const roles: Subject = { space: 'arn:*:iam::*:role/*' };
const ana: Caller = { type: 'user', arn: userArn };
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const tagged = { StringEquals: { 'aws:ResourceTag/team': 'shop' } };
const noMfa = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
const byTag = { StringEquals: { 'aws:PrincipalTag/team': 'shop' } };
const but = (Resource: string, Effect: 'Allow' | 'Deny' = 'Allow'): RawStatement => ({ Effect, Action: action, NotResource: Resource });

type Boundary = RawStatement[] | 'unread';
function rights(statements: RawStatement[], boundary?: Boundary) {
  const document = boundary === 'unread' ? ({ state: 'unreadable' } as const) : boundary && read(...boundary);
  return rightsOf(grant([read(...statements)], document ? { boundary: document } : {}).holding, action);
}
const keysOf = (statements: readonly { statement: { effect: string; conditions: readonly { key: string }[] } }[]) =>
  statements.map(({ statement }) => [statement.effect, ...statement.conditions.map(({ key }) => key)].join(' '));

describe('an action on a role', () => {
  it.each<[string, RawStatement[], Boundary | undefined, string, string[]]>([
    ['allowed on everything', [allow('*')], undefined, 'yes', []],
    ['allowed on the role', [allow(action, ops)], undefined, 'yes', []],
    ['allowed on another', [allow(action, other)], undefined, 'no', []],
    ['allowed on all but another', [but(other)], undefined, 'yes', []],
    ['allowed on all but the role', [but(ops)], undefined, 'no', []],
    ['of which another action is allowed', [allow('iam:AttachUserPolicy'), allow('iam:DetachRolePolicy'), allow('s3:*')], undefined, 'no', []],
    ['allowed with MFA', [allow(action, '*', mfa)], undefined, 'maybe', ['Allow aws:MultiFactorAuthPresent']],
    ['allowed with MFA and without', [allow(action, '*', mfa), allow(action, ops)], undefined, 'yes', []],
    [
      'allowed with MFA, and without on another',
      [allow(action, '*', mfa), allow(action, other)],
      undefined,
      'maybe',
      ['Allow aws:MultiFactorAuthPresent'],
    ],
    ['allowed, and denied on the role', [allow(action), deny(action, ops)], undefined, 'maybe', ['Deny']],
    ['allowed, and denied on another', [allow(action), deny(action, other)], undefined, 'yes', []],
    ['allowed, and denied on all but the role', [allow(action), but(ops, 'Deny')], undefined, 'yes', []],
    ['allowed, another action denied', [allow('*'), deny('iam:AttachUserPolicy')], undefined, 'yes', []],
    ['allowed, and denied by tag', [allow(action), deny(action, '*', tagged)], undefined, 'maybe', ['Deny aws:ResourceTag/team']],
    ['allowed, and denied without MFA', [allow(action), deny(action, '*', noMfa)], undefined, 'yes', ['Deny aws:MultiFactorAuthPresent']],
    ['allowed, and denied by what the caller is', [allow(action), deny(action, '*', byTag)], undefined, 'maybe', ['Deny aws:PrincipalTag/team']],
    ['within a boundary', [allow(action)], [allow('*')], 'yes', []],
    ['within a boundary of the role', [allow(action)], [allow('*', ops)], 'yes', []],
    ['outside the boundary', [allow(action)], [allow('*', other)], 'no', []],
    ['within a boundary with MFA', [allow(action)], [allow('*', '*', mfa)], 'maybe', ['Allow aws:MultiFactorAuthPresent']],
    ['denied on the role by the boundary', [allow(action)], [allow('*'), deny(action, ops)], 'maybe', ['Deny']],
    ['within a boundary that cannot be read', [allow(action)], 'unread', 'maybe', []],
    ['allowed on another, within a boundary that cannot be read', [allow(action, other)], 'unread', 'no', []],
  ])('%s', (_, statements, boundary, held, guards) => {
    const ruling = rule(rights(statements, boundary), { arn: ops }, ana);
    expect([ruling.held, keysOf(ruling.guards)]).toEqual([held, guards]);
    expect(ruling.allows.length > 0).toBe(held !== 'no');
  });

  it('is told by the widest statements alone, and by those that fit', () => {
    const both = rights([allow(action, '*', mfa), allow(action, ops), allow(action)]);
    expect(rule(both, { arn: ops }, ana).allows).toHaveLength(2);
    const unconditional = ({ statement }: { statement: { conditions: readonly unknown[] } }) => statement.conditions.length === 0;
    expect(rule(rights([allow(action, '*', mfa)]), { arn: ops }, ana, unconditional).held).toBe('no');
    expect(rule(rights([allow(action)], [allow('*', '*', mfa)]), { arn: ops }, ana, unconditional).held).toBe('no');
  });

  it.each<[string, Caller, string]>([
    ['arn:aws:iam::*:role/${aws:PrincipalTag/team}', ana, 'maybe'],
    ['arn:aws:iam::*:role/${aws:PrincipalTag/team}-x', ana, 'no'],
    ["arn:aws:iam::*:role/${aws:PrincipalTag/team, 'ops'}", ana, 'maybe'],
    ['arn:aws:iam::*:role/${aws:username}', { ...ana, arn: 'arn:aws:iam::111122223333:user/team/ops' }, 'yes'],
    ["arn:aws:iam::*:role/${AWS:UserName, 'none'}", { ...ana, arn: 'arn:aws:iam::111122223333:user/ops' }, 'yes'],
    ['arn:aws:iam::*:role/${aws:username}', ana, 'no'],
    ['arn:aws:iam::*:role/${aws:username}', {}, 'no'],
    ['arn:aws:iam::*:role/${aws:username}', { type: 'role', arn: ops }, 'no'],
    ['${aws:username}*', { ...ana, arn: 'arn:aws:iam::111122223333:user/arn' }, 'yes'],
  ])('named as %s by %j', (pattern, caller, held) => {
    expect(rule(rights([allow(action, pattern)]), { arn: ops }, caller).held).toBe(held);
    const opposite = { yes: 'no', no: 'yes', maybe: 'maybe' }[held];
    expect(rule(rights([but(pattern)]), { arn: ops }, caller).held).toBe(opposite);
  });
});

describe('an action on some role', () => {
  it.each<[string | string[], string]>([
    ['*', 'yes'],
    ['arn:*:iam::*:role/*', 'yes'],
    ['arn:aws:iam::111122223333:role/*', 'yes'],
    ['arn:aws-us-gov:iam::111122223333:role/*', 'yes'],
    ['arn:aws:iam::111122223333:*', 'yes'],
    ['arn:aws:*:*:*:role/*', 'yes'],
    ['arn:aws:iam::1111:role/*', 'maybe'],
    ['arn:other:iam::*:role/*', 'maybe'],
    ['arn:aws1:iam::*:role/*', 'maybe'],
    ['arn:aws:iam::1111222233334:role/*', 'maybe'],
    ['arn:aws:iam::111122223333:role/team/*', 'maybe'],
    ['arn:aws:iam::*:role/${aws:PrincipalTag/team}', 'maybe'],
    ['arn:aws:iam::*:user/*', 'no'],
    ['arn:aws:s3:::*', 'no'],
    ['arn:aws:iam::*:role/${aws:username}', 'no'],
    [['arn:aws:s3:::shop', 'arn:aws:iam::*:role/a', 'arn:aws:iam::*:role/*'], 'yes'],
  ])('of %j', (resource, held) => {
    expect(rule(rights([allow(action, resource)]), roles, {}).held).toBe(held);
  });

  it('is allowed on the caller’s own where that is all there is', () => {
    const own = rights([allow(action, 'arn:aws:iam::*:user/${aws:username}')]);
    const users = 'arn:*:iam::*:user/*';
    expect([rule(own, { space: users, own: true }, {}).held, rule(own, { space: users, own: false }, {}).held, rule(own, roles, {}).held]).toEqual([
      'yes',
      'no',
      'no',
    ]);
  });

  it.each([
    ['arn:aws:iam::*:user/*', 'yes'],
    ['arn:aws:iam::*:role/team/*', 'maybe'],
    ['arn:aws:iam::*:role/*', 'no'],
  ])('of all but %s', (resource, held) => expect(rule(rights([but(resource)]), roles, {}).held).toBe(held));
});

describe('a deny before a role', () => {
  it.each<[string, RawStatement[], string]>([
    ['of everything', [deny(action)], 'yes'],
    ['by pattern', [deny('iam:*', 'arn:aws:iam::*:role/o*')], 'yes'],
    ['of another', [deny(action, other)], 'no'],
    ['of all but another', [but(other, 'Deny')], 'yes'],
    ['of all but itself', [but(ops, 'Deny')], 'no'],
    ['under a condition', [deny(action, '*', mfa)], 'maybe'],
    ['of another under a condition', [deny(action, other, mfa)], 'no'],
    ['named by a tag', [deny(action, 'arn:aws:iam::*:role/${aws:PrincipalTag/team}')], 'maybe'],
    ['under a condition and without', [deny(action, '*', mfa), deny(action, ops)], 'yes'],
    ['of another action', [deny('iam:AttachUserPolicy')], 'no'],
    ['that there is none of', [], 'no'],
  ])('%s', (_, statements, held) => {
    expect(deniedOn(rights([allow('s3:*'), ...statements]), { arn: ops }, ana)).toBe(held);
    expect(deniedOn(rights([allow('s3:*')], [allow('*'), ...statements]), { arn: ops }, ana)).toBe(held);
  });
});

describe('several rulings', () => {
  it('are as good as the worst, or as the best', () => {
    expect([least('yes', 'maybe'), least('yes', 'no', 'maybe'), least('yes')]).toEqual(['maybe', 'no', 'yes']);
    expect([most('no', 'maybe'), most('maybe', 'yes', 'no'), most()]).toEqual(['maybe', 'yes', 'no']);
  });
});
