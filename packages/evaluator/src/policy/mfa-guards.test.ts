import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, type RawStatement } from './policies.test-helper.ts';

const guards = (...statements: RawStatement[]) => {
  const { loose, strict } = grant([read(...statements)]).mfaGuards;
  return [loose.map(({ path, text }) => `${path} ${text}`), strict];
};
const without = (operator: string) => ({ [operator]: { 'aws:MultiFactorAuthPresent': 'false' } });
const line = (index: number, operator: string) => `/Statement/${index}/Condition {"${operator}":{"aws:MultiFactorAuthPresent":"false"}}`;

describe('conditions on MFA', () => {
  it.each<[string, RawStatement[], [string[], boolean]]>([
    ['a deny that access keys slip past', [allow('sqs:*'), deny('*', '*', without('Bool'))], [[line(1, 'Bool')], false]],
    ['a deny that binds them', [allow('sqs:*'), deny('*', '*', without('BoolIfExists'))], [[], true]],
    ['both', [allow('sqs:*'), deny('*', '*', without('Bool')), deny('*', '*', without('BoolIfExists'))], [[], true]],
    [
      'one that binds them on other actions',
      [allow(['sqs:*', 'sns:*']), deny('sqs:*', '*', without('Bool')), deny('sns:*', '*', without('BoolIfExists'))],
      [[line(1, 'Bool')], true],
    ],
    [
      'one that binds them on some resources',
      [allow('sqs:*'), deny('sqs:*', '*', without('Bool')), deny('sqs:*', 'arn:aws:sqs:*:*:a', without('BoolIfExists'))],
      [[line(1, 'Bool')], true],
    ],
    ['a deny of what is not granted', [allow('sqs:*'), deny('sns:*', '*', without('Bool'))], [[], false]],
    [
      'a deny of all but some actions',
      [allow('sqs:*'), { Effect: 'Deny', NotAction: 'sqs:*', Resource: '*', Condition: without('Bool') }],
      [[], false],
    ],
    ['another condition', [allow('sqs:*'), deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } })], [[], false]],
    ['none', [allow('sqs:*'), deny('sqs:*')], [[], false]],
    ['an allow without MFA, which denies nothing', [allow('sqs:*', '*', without('Bool'))], [[], false]],
  ])('%s', (_, statements, expected) => expect(guards(...statements)).toEqual(expected));

  it('of an old session bind only where its absence does', () => {
    const old = (operator: string) => deny('*', '*', { [operator]: { 'aws:MultiFactorAuthAge': '3600' } });
    expect(guards(allow('sqs:*'), old('NumericGreaterThan'))[0]).toHaveLength(1);
    expect(guards(allow('sqs:*'), old('NumericGreaterThanIfExists'))).toEqual([[], true]);
  });

  it('on an allow let keys through where absence satisfies', () => {
    const within = (operator: string) => allow('sqs:*', '*', { [operator]: { 'aws:MultiFactorAuthPresent': 'true' } });
    expect(guards(within('BoolIfExists'))[0]).toHaveLength(1);
    expect(guards(within('Bool'))).toEqual([[], false]);
  });

  it('count in a boundary, and what is not in the data is named', () => {
    const boundary = read(allow('*'), deny('*', '*', without('Bool')));
    expect(grant([read(allow('sqs:*'))], { boundary }).mfaGuards.loose).toMatchObject([
      { policyName: 'limit', policyArn: 'arn:aws:iam::111122223333:policy/limit', path: '/Statement/1/Condition' },
    ]);
    const [own] = grant([read(allow('sqs:*'), deny('*', '*', without('Bool')))]).mfaGuards.loose;
    expect(own && Object.keys(own)).not.toContain('policyArn');
    const keysToo = allow('sqs:*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } });
    expect(grant([read(keysToo)], { boundary: read(allow('sns:*')) }).mfaGuards.loose).toEqual([]);
    expect(grant([read(keysToo)], { boundary: read(allow('sqs:*')) }).mfaGuards.loose).toHaveLength(1);
    expect(grant([{ state: 'unresolved' }]).mfaGuards).toEqual({ loose: [], strict: false, unknown: ['P1'] });
  });
});
