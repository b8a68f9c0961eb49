import { describe, expect, it } from 'vitest';
import type { ContextValue } from './index.ts';
import { account, matches } from './requests.test-helper.ts';

type Given = ContextValue | undefined;

/** One operator on the key `k`; `undefined` is a key that nobody knows. */
function tested(operator: string, values: unknown, given: Given, more: Record<string, ContextValue> = {}): string {
  return matches({ Condition: { [operator]: { K: values } } }, { context: { k: given, ...more }, contextComplete: given !== undefined });
}

const opposite: Record<string, string> = { yes: 'no', no: 'yes', unknown: 'unknown' };
const arn = `arn:aws:sns:eu-west-1:${account}:topic`;

describe.each<[positive: string, negative: string | null, cases: [values: unknown, given: Given, match: string][]]>([
  [
    'StringEquals',
    'StringNotEquals',
    [
      ['a', 'a', 'yes'],
      ['a', 'A', 'no'],
      ['a*', 'ab', 'no'],
      ['a*', 'a*', 'yes'],
      ['', '', 'yes'],
      [['a', 'b'], 'b', 'yes'],
      [['a', 'b'], 'c', 'no'],
      [[], 'c', 'no'],
      [true, 'true', 'yes'],
      ['true', true, 'yes'],
      [5, '5', 'yes'],
      ['5', 5, 'yes'],
      ['a', ['a'], 'yes'],
      ['a', ['b', 'a'], 'yes'],
      ['a', ['b', 'c'], 'no'],
      [['a', 'b'], ['c', 'b'], 'yes'],
    ],
  ],
  [
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    [
      ['a', 'A', 'yes'],
      ['A', 'a', 'yes'],
      ['a', 'b', 'no'],
      ['A*', 'ab', 'no'],
    ],
  ],
  [
    'StringLike',
    'StringNotLike',
    [
      ['a*', 'abc', 'yes'],
      ['a*', 'Abc', 'no'],
      ['a?c', 'abc', 'yes'],
      ['a?c', 'ac', 'no'],
      ['*', '', 'yes'],
      ['?*', '', 'no'],
      [['x*', 'a*'], 'abc', 'yes'],
      ['arn:aws:sns:*:topic', arn, 'yes'],
    ],
  ],
  [
    'NumericEquals',
    'NumericNotEquals',
    [
      ['5', '5', 'yes'],
      [5, 5, 'yes'],
      ['5', '5.0', 'yes'],
      ['5.5', 5.5, 'yes'],
      ['-1', '-1', 'yes'],
      ['+1', '1', 'yes'],
      ['5', '6', 'no'],
      ['5', 'five', 'no'],
      ['five', 'five', 'no'],
      ['0x10', '16', 'no'],
      ['1e1', '10', 'no'],
      ['', '0', 'no'],
      [['4', '5'], '5', 'yes'],
    ],
  ],
  [
    'NumericLessThan',
    null,
    [
      ['5', '4', 'yes'],
      ['5', '5', 'no'],
      ['5', '6', 'no'],
      ['10', '9', 'yes'],
      ['-5', '-6', 'yes'],
      [['1', '10'], '5', 'yes'],
      ['5', 'x', 'no'],
    ],
  ],
  [
    'NumericLessThanEquals',
    null,
    [
      ['5', '4', 'yes'],
      ['5', '5', 'yes'],
      ['5', '5.1', 'no'],
    ],
  ],
  [
    'NumericGreaterThan',
    null,
    [
      ['5', '6', 'yes'],
      ['5', '5', 'no'],
      ['5', '4', 'no'],
      ['9', '10', 'yes'],
    ],
  ],
  [
    'NumericGreaterThanEquals',
    null,
    [
      ['5', '6', 'yes'],
      ['5', '5', 'yes'],
      ['5', '4', 'no'],
    ],
  ],
  [
    'DateEquals',
    'DateNotEquals',
    [
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00Z', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-01T01:00+01:00', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.001Z', 'no'],
      ['2026-01-01T00:00:00Z', '2026-01-01', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01', 'yes'],
      ['2026-01-01T00:00:00Z', '2026', 'yes'],
      ['2026-01-01T00:00:00Z', '20260101T000000Z', 'yes'],
      ['2026-01-01T00:00:00Z', '1767225600', 'yes'],
      ['1767225600', '2026-01-01T00:00:00Z', 'yes'],
      [1767225600, '2026-01-01T00:00:00Z', 'yes'],
      ['1767225600', 1767225600, 'yes'],
      ['1767225600.5', '2026-01-01T00:00:00.500Z', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'no'],
      ['2026-01-01', '2026-02-30', 'no'],
      ['soon', 'soon', 'no'],
      [['2025', '2026'], '2026-01-01', 'yes'],
    ],
  ],
  [
    'DateLessThan',
    null,
    [
      ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', 'yes'],
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'no'],
      ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', 'yes'],
      ['2026-01-01T00:00:00Z', '1767225599', 'yes'],
      ['2026-01-01T00:00:00Z', '1767225601', 'no'],
    ],
  ],
  [
    'DateLessThanEquals',
    null,
    [
      ['2026-01-01', '2026-01-01', 'yes'],
      ['2026-01-01', '2025-06-01', 'yes'],
      ['2026-01-01', '2026-01-02', 'no'],
    ],
  ],
  [
    'DateGreaterThan',
    null,
    [
      ['2026-01-01', '2026-01-02', 'yes'],
      ['2026-01-01', '2026-01-01', 'no'],
      ['1767225600', '2026-06-01', 'yes'],
    ],
  ],
  [
    'DateGreaterThanEquals',
    null,
    [
      ['2026-01-01', '2026-01-01', 'yes'],
      ['2026-01-01', '2026-01-02', 'yes'],
      ['2026-01-01', '2025-01-01', 'no'],
    ],
  ],
  [
    'Bool',
    null,
    [
      ['true', 'true', 'yes'],
      [true, true, 'yes'],
      ['true', true, 'yes'],
      [true, 'true', 'yes'],
      ['TRUE', 'true', 'yes'],
      ['true', 'True', 'yes'],
      ['true', 'false', 'no'],
      ['false', 'false', 'yes'],
      [false, false, 'yes'],
      [['true', 'false'], 'false', 'yes'],
      ['yes', 'yes', 'no'],
      ['1', 'true', 'no'],
    ],
  ],
  [
    'BinaryEquals',
    null,
    [
      ['QmluYXJ5', 'QmluYXJ5', 'yes'],
      ['QmluYXJ5', 'qmluyxj5', 'no'],
      [['QQ==', 'Qg=='], 'Qg==', 'yes'],
    ],
  ],
  [
    'IpAddress',
    'NotIpAddress',
    [
      ['203.0.113.0/24', '203.0.113.7', 'yes'],
      ['203.0.113.0/24', '203.0.114.7', 'no'],
      ['203.0.113.99/24', '203.0.113.7', 'yes'],
      ['203.0.113.7', '203.0.113.7', 'yes'],
      ['203.0.113.7', '203.0.113.8', 'no'],
      ['203.0.113.7/32', '203.0.113.7', 'yes'],
      ['10.0.0.0/8', '10.255.255.255', 'yes'],
      ['10.0.0.0/8', '11.0.0.0', 'no'],
      ['172.16.0.0/12', '172.31.255.255', 'yes'],
      ['172.16.0.0/12', '172.32.0.0', 'no'],
      ['0.0.0.0/0', '8.8.8.8', 'yes'],
      ['0.0.0.0/0', '2001:db8::1', 'no'],
      ['::/0', '2001:db8::1', 'yes'],
      ['::/0', '8.8.8.8', 'no'],
      ['2001:DB8:1234:5678::/64', '2001:db8:1234:5678:9::1', 'yes'],
      ['2001:DB8:1234:5678::/64', '2001:db8:1234:5679::1', 'no'],
      ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', 'yes'],
      ['2001:db8::1', '2001:db8::2', 'no'],
      ['::ffff:203.0.113.0/120', '::ffff:203.0.113.7', 'yes'],
      ['::1', '0:0:0:0:0:0:0:1', 'yes'],
      [['10.0.0.0/8', '192.168.0.0/16'], '192.168.1.1', 'yes'],
      ['203.0.113.0/33', '203.0.113.0', 'no'],
      ['203.0.113.0/x', '203.0.113.0', 'no'],
      ['203.0.113.0/24/24', '203.0.113.0', 'no'],
      ['203.0.113.256', '203.0.113.256', 'no'],
      ['203.0.113', '203.0.113', 'no'],
      ['203.0.113.0/24', 'nowhere', 'no'],
      ['1::2::3', '1::2::3', 'no'],
      ['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8:9', 'no'],
      ['1:2:3:4:5:6:7', '1:2:3:4:5:6:7', 'no'],
      ['g::1', 'g::1', 'no'],
      ['::ffff:1.2.3', '::ffff:1.2.3', 'no'],
      ['2001:db8::/129', '2001:db8::1', 'no'],
    ],
  ],
  ...(['Equals', 'Like'] as const).map((way): [string, string, [unknown, Given, string][]] => [
    `Arn${way}`,
    `ArnNot${way}`,
    [
      [arn, arn, 'yes'],
      [arn, arn.replace('topic', 'Topic'), 'no'],
      ['arn:aws:sns:*:*:*', arn, 'yes'],
      ['arn:aws:sns:eu-*:*:t?pic', arn, 'yes'],
      ['arn:aws:sns:*:topic', arn, 'no'],
      ['arn:aws:sns:*', arn, 'no'],
      ['arn:*', arn, 'no'],
      ['*', arn, 'yes'],
      ['*', 'no arn', 'no'],
      [
        'arn:aws:someservice:*:111122223333:finance/*',
        'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
        'no',
      ],
      ['arn:aws:logs:*:*:*', 'arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b', 'yes'],
      ['arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:eu-west-1:111122223333:log-group:a:log-stream:b', 'yes'],
      ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/c', 'yes'],
      ['arn:aws:s3:::b', 'arn:aws:s3:::b', 'yes'],
      [['arn:aws:s3:::a', arn], arn, 'yes'],
      [arn, 'topic', 'no'],
      ['arn:aws:iam::*:role/a/*', 'arn:aws:iam::111122223333:role/a/b', 'yes'],
    ],
  ]),
])('%s', (positive, negative, cases) => {
  it.each(cases)('%j and %j: %s', (values, given, match) => {
    expect(tested(positive, values, given)).toBe(match);
    expect(tested(positive.toUpperCase(), values, given)).toBe(match);
    expect(tested(`${positive}IfExists`, values, given)).toBe(match);
    if (negative === null) return;
    expect(tested(negative, values, given)).toBe(opposite[match]);
    expect(tested(`${negative}ifexists`, values, given)).toBe(opposite[match]);
  });

  it('is false when the key is absent, its negation and IfExists are true', () => {
    const some = cases[0]?.[0];
    for (const absent of [null, []]) {
      expect(tested(positive, some, absent)).toBe('no');
      expect(tested(`${positive}IfExists`, some, absent)).toBe('yes');
      expect(tested(`ForAllValues:${positive}`, some, absent)).toBe('yes');
      expect(tested(`ForAnyValue:${positive}`, some, absent)).toBe('no');
      expect(tested(`ForAnyValue:${positive}IfExists`, some, absent)).toBe('yes');
      if (negative === null) continue;
      expect(tested(negative, some, absent)).toBe('yes');
      expect(tested(`${negative}IfExists`, some, absent)).toBe('yes');
      expect(tested(`ForAllValues:${negative}`, some, absent)).toBe('yes');
      expect(tested(`ForAnyValue:${negative}`, some, absent)).toBe('no');
    }
  });

  it('is unknown when the key is', () => {
    const some = cases[0]?.[0];
    const forms = [positive, ...(negative === null ? [] : [negative])];
    for (const form of forms) {
      for (const name of [form, `${form}IfExists`, `ForAllValues:${form}`, `ForAnyValue:${form}`])
        expect(tested(name, some, undefined)).toBe('unknown');
    }
  });
});
