import { describe, expect, it } from 'vitest';
import type { ContextValue } from './index.ts';
import { matches } from './requests.test-helper.ts';

type Given = ContextValue | undefined;

/** One operator on the key `k`; `undefined` is a key that nobody knows. */
function tested(operator: string, values: unknown, given: Given, more: Record<string, ContextValue> = {}): string {
  return matches({ Condition: { [operator]: { K: values } } }, { context: { k: given, ...more }, contextComplete: given !== undefined });
}

describe('set operators', () => {
  it.each<[operator: string, values: unknown, given: Given, match: string]>([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], 'no'],
    ['ForAllValues:StringEquals', ['a', 'b'], 'b', 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], '', 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], [''], 'yes'],
    ['ForAllValues:StringEquals', ['a', 'b'], ['', 'a'], 'no'],
    ['ForAllValues:StringEquals', [], ['a'], 'no'],
    ['forallvalues:stringlike', ['a*'], ['ab', 'ac'], 'yes'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], 'yes'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], 'no'],
    ['ForAllValues:StringNotLike', ['a*'], ['b', 'c'], 'yes'],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'a'], 'yes'],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], 'no'],
    ['ForAnyValue:StringEquals', ['a', 'b'], '', 'no'],
    ['ForAnyValue:StringEquals', ['', 'b'], [''], 'no'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], 'yes'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], 'no'],
    ['FORANYVALUE:STRINGLIKE', ['a*'], ['b', 'ab'], 'yes'],
    ['ForAnyValue:NumericLessThan', ['5'], ['9', '3'], 'yes'],
    ['ForAllValues:NumericLessThan', ['5'], ['9', '3'], 'no'],
    ['ForAnyValue:Bool', ['true'], ['false', 'true'], 'yes'],
    ['ForAllValues:Bool', ['true'], ['false', 'true'], 'no'],
    ['ForAllValues:ArnLike', ['arn:aws:s3:::a*'], ['arn:aws:s3:::ab'], 'yes'],
    ['ForAnyValue:IpAddress', ['10.0.0.0/8'], ['1.1.1.1', '10.1.1.1'], 'yes'],
    ['StringNotEquals', ['a', 'b'], ['c', 'd'], 'yes'],
    ['StringNotEquals', ['a', 'b'], ['c', 'a'], 'no'],
    ['StringNotEquals', ['a', 'b'], 'c', 'yes'],
    ['ForAllValues:StringEqualsIfExists', ['a'], ['b'], 'no'],
  ])('%s %j and %j: %s', (operator, values, given, match) => expect(tested(operator, values, given)).toBe(match));
});

describe('Null', () => {
  it.each<[values: unknown, given: Given, match: string]>([
    ['true', null, 'yes'],
    ['true', 'x', 'no'],
    ['false', null, 'no'],
    ['false', 'x', 'yes'],
    [true, null, 'yes'],
    [false, 'x', 'yes'],
    ['TRUE', null, 'yes'],
    ['false', '', 'yes'],
    ['true', [], 'yes'],
    [['true', 'false'], 'x', 'yes'],
    [['true', 'false'], null, 'yes'],
    ['other', 'x', 'no'],
    ['true', undefined, 'unknown'],
    ['false', undefined, 'unknown'],
    [['true', 'false'], undefined, 'yes'],
    ['other', undefined, 'no'],
    [[], undefined, 'no'],
  ])('%j and %j: %s', (values, given, match) => {
    expect(tested('Null', values, given)).toBe(match);
    expect(tested('null', values, given)).toBe(match);
  });
});

describe('an unknown key', () => {
  it.each<[operator: string, values: unknown, match: string]>([
    ['StringLikeIfExists', '*', 'yes'],
    ['StringLike', '*', 'unknown'],
    ['StringNotLike', '*', 'unknown'],
    ['StringNotLikeIfExists', '*', 'unknown'],
    ['ForAllValues:StringLike', '*', 'yes'],
    ['ForAnyValue:StringLike', '*', 'unknown'],
    ['ForAnyValue:StringNotLike', '*', 'no'],
    ['StringEquals', [], 'no'],
    ['StringNotEquals', [], 'yes'],
    ['StringEqualsIfExists', [], 'unknown'],
    ['ForAnyValue:StringEquals', [], 'no'],
    ['ForAllValues:StringNotEquals', [], 'yes'],
    ['StringLikeIfExists', ['x', '**'], 'yes'],
    ['StringEqualsIfExists', '*', 'unknown'],
    ['StringLikeIfExists', '?*', 'unknown'],
  ])('with %s %j: %s', (operator, values, match) => expect(tested(operator, values, undefined)).toBe(match));
});

describe('a Condition block', () => {
  const both = (condition: object, context: Record<string, ContextValue>) => matches({ Condition: condition }, { context });
  it.each<[name: string, condition: object, context: Record<string, ContextValue>, match: string]>([
    ['nothing in it', {}, {}, 'yes'],
    ['an operator without key', { StringEquals: {} }, {}, 'yes'],
    ['two keys, both hold', { StringEquals: { a: '1', b: '2' } }, { a: '1', b: '2' }, 'yes'],
    ['two keys, one holds', { StringEquals: { a: '1', b: '2' } }, { a: '1', b: '3' }, 'no'],
    ['two operators, both hold', { StringEquals: { a: '1' }, Bool: { b: 'true' } }, { a: '1', b: true }, 'yes'],
    ['two operators, one holds', { StringEquals: { a: '1' }, Bool: { b: 'true' } }, { a: '1', b: false }, 'no'],
    ['keys in another case', { StringEquals: { 'AWS:sourceVPC': 'v' } }, { 'aws:SourceVpc': 'v' }, 'yes'],
    ['tag keys in another case', { StringEquals: { 'aws:ResourceTag/Team': 'v' } }, { 'aws:resourcetag/team': 'v' }, 'yes'],
  ])('%s', (_, condition, context, match) => expect(both(condition, context)).toBe(match));

  it('with an operator nobody knows is unknown', () => {
    for (const operator of ['StringMatches', 'NullIfExists', 'ForSomeValues:StringEquals', 'IfExists', 'toString', '__proto__x']) {
      expect(tested(operator, 'a', 'a')).toBe('unknown');
    }
  });
});
