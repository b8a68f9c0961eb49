import { describe, expect, it } from 'vitest';
import { one, problemsOf, trusting, type Expected } from './cases.test-helper.ts';

const here = (...ids: string[]): Expected => ids.map((id) => `${id} /Statement/Action`);

describe('an action', () => {
  it.each<[string, Expected]>([
    ['*', []],
    ['s3:*', []],
    ['s3:GetObject', []],
    ['s3:getobject', []],
    ['S3:GetObject', []],
    ['s3:??t*', []],
    ['s3:*Object', []],
    ['ec2:Describe*', []],
    ['iam:*AccessKey*', []],
    ['execute-api:Invoke', []],
    ['aws-marketplace:Subscribe', []],
    ['aaaaaadsfdsafsadfsadfaaaaa:ListBucket', here('action-unknown')],
    ['s3-s:ListBucket', here('action-unknown')],
    ['s3.s:ListBucket', here('action-unknown')],
    ['s3:Nothing', here('action-unknown')],
    ['s3:Nothing*', here('action-unknown')],
    ['*:*', here('action-any-service')],
    ['*:GetObject', here('action-any-service')],
    ['iam: asdf safdsf af ', here('action-characters')],
    ['ec2: DescribeAccountAttributes', here('action-characters')],
    ['lambda:ListFunctions ', here('action-characters')],
    ['config:select-resource-config', here('action-characters')],
    ['s3:GetObject,PutObject', here('action-characters')],
    ['', here('action-vendor')],
    ['invalid', here('action-vendor')],
    ['s3', here('action-vendor')],
    ['**', here('action-vendor')],
    ['?', here('action-vendor')],
    ['GetObject', here('action-vendor')],
    [':GetObject', here('action-vendor')],
    [':', here('action-vendor')],
    ['s3:', here('action-name')],
    ['*:', here('action-name')],
    ['s3:Get:Object', here('action-colons')],
    ['s:3s:ListBucket', here('action-colons')],
    ['s3::GetObject', here('action-colons')],
    ['arn:aws:logs:*:*:*', here('action-colons')],
    ['a a:ListBucket', here('action-vendor-characters')],
    [' s3:GetObject', here('action-vendor-characters')],
    ['s*:GetObject', here('action-vendor-characters')],
    ['s?:GetObject', here('action-vendor-characters')],
    ['s3*:*', here('action-vendor-characters')],
    ['s3_s:Get', here('action-vendor-characters')],
    // oxlint-disable-next-line no-template-curly-in-string -- A policy variable.
    ['${aws:username}', here('action-vendor-characters')],
  ])('%s', (action, expected) => {
    expect(problemsOf(one({ Action: action }))).toEqual(expected);
    const listed = expected.map((problem) => `${problem}/1`);
    expect(problemsOf(one({ Action: ['s3:GetObject', action] }))).toEqual(listed);
    const negated = listed.map((problem) => problem.replace('/Action', '/NotAction'));
    expect(problemsOf(one({ Action: undefined, NotAction: ['s3:GetObject', action] }))).toEqual(negated);
  });

  it('tells each, where it stands', () => {
    expect(problemsOf(one({ Action: ['s3', 's3:GetObject', 'a:b:c', ''] }))).toEqual([
      'action-vendor /Statement/Action/0',
      'action-colons /Statement/Action/2',
      'action-vendor /Statement/Action/3',
    ]);
  });
});

describe('an action of a trust policy', () => {
  it.each<[unknown, Expected]>([
    ['sts:AssumeRole', []],
    ['STS:assumerole', []],
    [['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'], []],
    ['sts:AssumeRoleWithSAML', []],
    ['sts:AssumeRoleWithWebIdentity', []],
    ['sts:*', here('action-trust-unusual')],
    ['sts:AssumeRole*', here('action-trust-unusual')],
    ['*', here('action-trust-unusual')],
    ['sts:NewerThanTheData', here('action-trust-unusual')],
    ['*:AssumeRole', here('action-trust-unusual')],
    ['made-up:AssumeRole', here('action-trust')],
    ['sts:GetCallerIdentity', here('action-trust')],
    ['s3:GetObject', here('action-trust')],
    ['iam:PassRole', here('action-trust')],
    ['sts', here('action-vendor')],
    [[], here('element-empty')],
    [undefined, ['element-missing /Statement']],
  ])('%j', (action, expected) => expect(problemsOf(one({ Action: action }, trusting), 'trust')).toEqual(expected));

  it('may be left out by name', () => {
    expect(problemsOf(one({ Action: undefined, NotAction: 'sts:AssumeRole' }, trusting), 'trust')).toEqual([
      'action-trust-unusual /Statement/NotAction',
    ]);
  });
});
