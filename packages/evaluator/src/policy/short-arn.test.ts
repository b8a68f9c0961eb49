import { describe, expect, it } from 'vitest';
import { completeArn, withCompleteArns } from './short-arn.ts';

describe('ARNs that lack parts', () => {
  it.each([
    ['arn:aws:sqs', 'arn:aws:sqs:*:*:*'],
    ['arn:aws:sqs:eu-west-1', 'arn:aws:sqs:eu-west-1:*:*'],
    ['arn:aws:sqs:eu-west-1:111122223333', 'arn:aws:sqs:eu-west-1:111122223333:*'],
    ['arn:aws:sqs:*', 'arn:aws:sqs:*'],
    ['arn:aws:ec2:*instance/*', 'arn:aws:ec2:*instance/*'],
    ['arn:aws:sqs:${aws:RequestedRegion}', 'arn:aws:sqs:${aws:RequestedRegion}:*:*'],
    ['arn:aws:sqs:::queue', 'arn:aws:sqs:::queue'],
    ['arn:aws:sqs:eu-west-1:111122223333:', 'arn:aws:sqs:eu-west-1:111122223333:'],
    ['arn:aws:logs:eu-west-1:111122223333:log-group:a:*', 'arn:aws:logs:eu-west-1:111122223333:log-group:a:*'],
    ['*', '*'],
    ['', ''],
    ['queue', 'queue'],
  ])('%s stands for %s', (pattern, whole) => {
    expect(completeArn(pattern)).toBe(whole);
  });

  it('leaves an element alone that lacks nothing', () => {
    const element = { negated: true, patterns: ['arn:aws:s3:::bucket', '*'] };
    expect(withCompleteArns(element)).toBe(element);
    expect(withCompleteArns({ negated: true, patterns: ['*', 'arn:aws:s3'] })).toEqual({ negated: true, patterns: ['*', 'arn:aws:s3:*:*:*'] });
  });
});
