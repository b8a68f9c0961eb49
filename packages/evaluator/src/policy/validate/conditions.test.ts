import { describe, expect, it } from 'vitest';
import { one, problemsOf, type Expected } from './cases.test-helper.ts';

/* oxlint-disable no-template-curly-in-string -- Policy variables. */
const at = '/Statement/Condition';
const test = (condition: unknown) => problemsOf(one({ Condition: condition }));

const operators = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike'].map(
    (name) => [name, 'x'] as const,
  ),
  ...['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals'].map(
    (name) => [name, '10'] as const,
  ),
  ...['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'].map(
    (name) => [name, '2026-07-01T00:00:00Z'] as const,
  ),
  ['Bool', 'true'] as const,
  ['BinaryEquals', 'QmluYXJ5'] as const,
  ['IpAddress', '203.0.113.0/24'] as const,
  ['NotIpAddress', '2001:db8::/32'] as const,
  ...['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'].map((name) => [name, 'arn:aws:sns:*:*:x'] as const),
];

describe('a condition operator', () => {
  it.each(operators)('%s, with each prefix and IfExists', (name, value) => {
    for (const prefix of ['', 'ForAllValues:', 'ForAnyValue:']) {
      for (const suffix of ['', 'IfExists']) {
        expect(test({ [`${prefix}${name}${suffix}`]: { 'aws:x': value } })).toEqual([]);
        expect(test({ [`${prefix}${name}${suffix}`]: { 'aws:x': [value, value] } })).toEqual([]);
      }
    }
  });

  it.each<[string, unknown, Expected]>([
    ['none', {}, []],
    ['Null', { Null: { 'aws:TokenIssueTime': 'true' } }, []],
    ['Null of a list', { Null: { 'aws:TokenIssueTime': ['false'] } }, []],
    ['several', { StringEquals: { 'aws:a': 'x', 'aws:b': ['y'] }, Bool: { 'aws:SecureTransport': 'true' } }, []],
    ['an operator without keys', { DateGreaterThan: {} }, []],
    ['no operator, without keys', { a: {} }, [`condition-operator-empty ${at}/a`]],
    ['two such', { x: {}, y: {} }, [`condition-operator-empty ${at}/x`, `condition-operator-empty ${at}/y`]],
    ['a key without values', { StringEquals: { 'aws:a': [] } }, [`condition-values-empty ${at}/StringEquals/aws:a`]],
    ['in lower case', { stringequals: { 'aws:a': 'x' } }, [`condition-operator-case ${at}/stringequals`]],
    ['with a prefix in lower case', { 'forallvalues:stringlike': { 'aws:a': 'x' } }, [`condition-operator-case ${at}/forallvalues:stringlike`]],
    ['an unknown one', { x: { 'aws:a': '1' } }, [`condition-operator ${at}/x`]],
    ['a misspelt one', { StringEqual: { 'aws:a': '1' } }, [`condition-operator ${at}/StringEqual`]],
    ['BoolEquals', { BoolEquals: { 'aws:a': 'true' } }, [`condition-operator ${at}/BoolEquals`]],
    ['NotBool', { NotBool: { 'aws:a': 'true' } }, [`condition-operator ${at}/NotBool`]],
    ['Array.prototype', { constructor: { 'aws:a': 'true' } }, [`condition-operator ${at}/constructor`]],
    ['two colons', { 'ForAnyValue::StringEqualsIfExists': { 'aws:a': 'x' } }, [`condition-operator ${at}/ForAnyValue::StringEqualsIfExists`]],
    ['another prefix', { 'ForSomeValue:StringEquals': { 'aws:a': 'x' } }, [`condition-operator ${at}/ForSomeValue:StringEquals`]],
    ['a colon too many', { 'ForAllValues:StringEquals:IfExists': { 'aws:a': 'x' } }, [`condition-operator ${at}/ForAllValues:StringEquals:IfExists`]],
    ['a point', { 'ForAllValues.StringEquals': { 'aws:a': 'x' } }, [`condition-operator ${at}/ForAllValues.StringEquals`]],
    ['IfExists twice', { StringEqualsIfExistsIfExists: { 'aws:a': 'x' } }, [`condition-operator ${at}/StringEqualsIfExistsIfExists`]],
    ['a prefix alone', { 'ForAllValues:': { 'aws:a': 'x' } }, [`condition-operator ${at}/ForAllValues:`]],
    ['IfExists alone', { IfExists: { 'aws:a': 'x' } }, [`condition-operator ${at}/IfExists`]],
    ['empty', { '': { 'aws:a': 'x' } }, [`condition-operator ${at}/`]],
    ['NullIfExists', { NullIfExists: { 'aws:a': 'true' } }, [`condition-null-if-exists ${at}/NullIfExists`]],
    ['with a slash', { 'a/b': { 'aws:a': 'true' } }, [`condition-operator ${at}/a~1b`]],
    ['Condition as a list', [], [`condition-type ${at}`]],
    ['Condition as a list of blocks', [{ StringEquals: { 'aws:a': 'x' } }], [`condition-type ${at}`]],
    ['Condition as text', 'a', [`condition-type ${at}`]],
    ['Condition null', null, [`condition-type ${at}`]],
    ['an operator of text', { StringEquals: 'b' }, [`condition-keys-type ${at}/StringEquals`]],
    ['an operator of a list', { DateGreaterThan: [] }, [`condition-keys-type ${at}/DateGreaterThan`]],
    ['an operator of null', { Bool: null }, [`condition-keys-type ${at}/Bool`]],
    ['no operator, of text', { a: 'b' }, [`condition-keys-type ${at}/a`]],
    ['an object as value', { StringEquals: { 'aws:a': {} } }, [`condition-value-type ${at}/StringEquals/aws:a`]],
    ['null as value', { StringEquals: { 'aws:a': null } }, [`condition-value-type ${at}/StringEquals/aws:a`]],
    ['null among values', { StringEquals: { 'aws:a': ['x', null] } }, [`condition-value-type ${at}/StringEquals/aws:a/1`]],
    ['a list among values', { StringEquals: { 'aws:a/b': [['x']] } }, [`condition-value-type ${at}/StringEquals/aws:a~1b/0`]],
    ['a key without a prefix', { StringEquals: { PassedToService: 'x' } }, [`condition-key-form ${at}/StringEquals/PassedToService`]],
    ['a key of an unknown service', { StringEquals: { 'nothing:at': 'x' } }, [`condition-key-unknown ${at}/StringEquals/nothing:at`]],
    ['a key twice in other case', { StringEquals: { 'aws:a': 'x', 'AWS:A': 'y' } }, [`condition-key-again ${at}/StringEquals/AWS:A`]],
    ['a provider’s key', { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:*' } }, []],
    ['SAML’s key', { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }, []],
    ['a tag with colons', { StringLike: { 'aws:ResourceTag/aws:cloudformation:stack-name': 'a' } }, []],
    ['a variable', { StringEquals: { 'aws:a': '${aws:username}' } }, []],
    ['a variable not closed', { StringEquals: { 'aws:a': '${aws:username' } }, [`variable-form ${at}/StringEquals/aws:a`]],
  ])('%s', (_, condition, expected) => expect(test(condition)).toEqual(expected));
});

describe('a condition value', () => {
  it.each<[string, unknown]>([
    ['StringEquals', ''],
    ['StringEquals', true],
    ['StringEquals', 10],
    ['Bool', true],
    ['Bool', 'TRUE'],
    ['Bool', [true, false]],
    ['Null', false],
    ['NumericEquals', 10],
    ['NumericEquals', [10, '20']],
    ['NumericEquals', '-1.5'],
    ['NumericEquals', '1e3'],
    ['NumericEquals', '${aws:PrincipalTag/most}'],
    ['DateLessThan', '${aws:CurrentTime}'],
    ['IpAddress', '${aws:PrincipalTag/office}'],
    ['DateGreaterThan', '2019-07-01T13:20:15Z'],
    ['DateGreaterThan', '2016-12-13T21:20:37.593194+00:00'],
    ['DateGreaterThan', '2016-12-13T21:20:37-05:00'],
    ['DateGreaterThan', '2016-12-13t2:00:00.593194+23'],
    ['DateGreaterThan', '2016-12-13T21:20Z'],
    ['DateGreaterThan', '2016-12-13'],
    ['DateGreaterThan', '2016-12'],
    ['DateGreaterThan', '-292275054'],
    ['DateGreaterThan', '01T'],
    ['DateGreaterThan', '1700000000'],
    ['DateGreaterThan', 1_700_000_000],
    ['DateGreaterThan', '9223372036854775807'],
    ['DateGreaterThan', []],
    ['DateGreaterThan', '292278993-12-31T23:59:60.999999999z'],
    ['DateGreaterThan', '0'],
    ['IpAddress', '255.255.255.255/32'],
    ['IpAddress', '2001:db8::1/128'],
    ['IpAddress', '1:2:3:4:5:6:7::'],
    ['IpAddress', '1:2:3:4:5:6:203.0.113.1'],
    ['IpAddress', '0.0.0.0/0'],
    ['IpAddress', '10.0.0.1'],
    ['IpAddress', '10.1.2.3/8'],
    ['IpAddress', '::/0'],
    ['IpAddress', '::1'],
    ['IpAddress', '2001:DB8:1234:5678::/64'],
    ['IpAddress', '2001:db8:0:0:0:0:0:1'],
    ['IpAddress', '::ffff:203.0.113.1/128'],
    ['ArnLike', 'arn:aws:iam::*:role/*'],
    ['ArnLike', '*'],
    ['BinaryEquals', 'QQ=='],
  ])('%s %j', (operator, value) =>
    expect(test({ [operator]: { 'aws:x': value } }).filter((problem) => !problem.startsWith('condition-values-empty'))).toEqual([]),
  );

  it.each<[string, unknown, string]>([
    ['NumericEquals', 'abc', 'condition-number'],
    ['NumericEquals', '', 'condition-number'],
    ['NumericEquals', '10 MB', 'condition-number'],
    ['NumericEquals', '*', 'condition-number'],
    ['NumericEquals', true, 'condition-number'],
    ['DateGreaterThan', 'sdfdsf', 'condition-date'],
    ['DateGreaterThan', '', 'condition-date'],
    ['DateGreaterThan', '234-13', 'condition-date'],
    ['DateGreaterThan', '2026-00-01', 'condition-date'],
    ['DateGreaterThan', '2026-01-32', 'condition-date'],
    ['DateGreaterThan', '2026-01-01-01', 'condition-date'],
    ['DateGreaterThan', '2026-01-01T24:00:00Z', 'condition-date'],
    ['DateGreaterThan', '2026-01-01T10:60Z', 'condition-date'],
    ['DateGreaterThan', '2016-12-13t2:00:00.593194+1', 'condition-date'],
    ['DateGreaterThan', '2016-12-13t2:00:00.1999999999+10:59', 'condition-date'],
    ['DateGreaterThan', '292278994-01-01', 'condition-date'],
    ['DateGreaterThan', '-292275055', 'condition-date'],
    ['DateGreaterThan', '2026-13-01', 'condition-date'],
    ['DateGreaterThan', '2026-01-00', 'condition-date'],
    ['DateGreaterThan', '2026-01-01T10:00:61Z', 'condition-date'],
    ['DateGreaterThan', '2026-01-01T10:00:00T', 'condition-date'],
    ['DateGreaterThan', '9223372036854775808', 'condition-date'],
    ['DateGreaterThan', 'July 1st, 2026', 'condition-date'],
    ['DateGreaterThan', true, 'condition-date'],
    ['IpAddress', 'not-an-ip', 'condition-address'],
    ['IpAddress', '', 'condition-address'],
    ['IpAddress', '*', 'condition-address'],
    ['IpAddress', '10.0.0', 'condition-address'],
    ['IpAddress', '10.0.0.256', 'condition-address'],
    ['IpAddress', '10.0.0.0/33', 'condition-address'],
    ['IpAddress', '10.0.0.0/', 'condition-address'],
    ['IpAddress', '10.0.0.0/8/8', 'condition-address'],
    ['IpAddress', '203.0.113.*', 'condition-address'],
    ['IpAddress', '2001:db8::/129', 'condition-address'],
    ['IpAddress', '2001:db8:::', 'condition-address'],
    ['IpAddress', '2001:db8::1::2', 'condition-address'],
    ['IpAddress', '1:2::3:4::5:6:7:8', 'condition-address'],
    ['IpAddress', '1:2:3:4:5:6:7:8::', 'condition-address'],
    ['IpAddress', '1:2:3:4:5:6:7:203.0.113.1', 'condition-address'],
    ['IpAddress', '1:2:3:4:5:6:7:8:9', 'condition-address'],
    ['IpAddress', '1:2:3', 'condition-address'],
    ['IpAddress', '::ffff:203.0.113.256', 'condition-address'],
    ['NotIpAddress', 'g::', 'condition-address'],
    ['Bool', 'yes', 'condition-boolean'],
    ['Bool', 1, 'condition-boolean'],
    ['Null', 'maybe', 'condition-boolean'],
    ['BinaryEquals', 'not base64!', 'condition-base64'],
    ['BinaryEquals', 'QQ', 'condition-base64'],
    ['ArnEquals', 'role/x', 'condition-arn'],
  ])('%s %j: %s', (operator, value, id) => {
    expect(test({ [operator]: { 'aws:x': value } })).toEqual([`${id} ${at}/${operator}/aws:x`]);
    expect(test({ [`ForAnyValue:${operator === 'Null' ? 'Null' : `${operator}IfExists`}`]: { 'aws:x': [value] } })).toEqual([
      `${id} ${at}/ForAnyValue:${operator === 'Null' ? 'Null' : `${operator}IfExists`}/aws:x/0`,
    ]);
  });
});
