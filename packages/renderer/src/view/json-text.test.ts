import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

it('keeps in one line what fits, and fills lists', () => {
  const value = { Statement: [{ Resource: '*', Action: ['ec2:DescribeInstances', 'ec2:DescribeTags', 'ec2:DescribeVolumes'], Effect: 'Allow' }] };
  expect(jsonText(value, 60)).toEqual([
    '{',
    '  "Statement": [',
    '    {',
    '      "Effect": "Allow",',
    '      "Action": [',
    '        "ec2:DescribeInstances", "ec2:DescribeTags",',
    '        "ec2:DescribeVolumes"',
    '      ],',
    '      "Resource": "*"',
    '    }',
    '  ]',
    '}',
  ]);
  expect(jsonText({ b: [], a: {} }, 60)).toEqual(['{ "a": {}, "b": [] }']);
});

it('is the same JSON at any width', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 120 }), (value, width) => {
      expect(JSON.parse(jsonText(value, width).join('\n'))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
