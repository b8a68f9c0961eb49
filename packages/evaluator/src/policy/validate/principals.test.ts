import { describe, expect, it } from 'vitest';
import { one, problemsOf, sharing, trusting, type Expected } from './cases.test-helper.ts';
import type { PolicyKind } from './index.ts';

const at = '/Statement/Principal';
const both = (principal: unknown) => [
  problemsOf(one({ Principal: principal }, trusting), 'trust'),
  problemsOf(one({ Principal: principal }, sharing), 'resource'),
];
const aws = (value: unknown) => ({ AWS: value });

describe('a principal', () => {
  it.each<[unknown]>([
    ['*'],
    [aws('*')],
    [aws('111122223333')],
    [aws(['111122223333', '444455556666'])],
    [aws('arn:aws:iam::111122223333:root')],
    [aws('arn:aws-cn:iam::111122223333:root')],
    [aws('arn:aws:iam::111122223333:user/team/ana')],
    [aws('arn:aws:iam::111122223333:role/deploy')],
    [aws('arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x_1')],
    [aws('arn:aws:sts::111122223333:assumed-role/deploy/session')],
    [aws('arn:aws:sts::111122223333:federated-user/ana')],
    [aws('AROAEXAMPLEEXAMPLE123')],
    [aws('AIDAEXAMPLEEXAMPLE123')],
    [{ Service: 'ec2.amazonaws.com' }],
    [{ Service: ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com', 'ec2.amazonaws.com.cn', 'logs.us-east-1.amazonaws.com'] }],
    [{ Federated: 'arn:aws:iam::111122223333:saml-provider/idp' }],
    [{ Federated: 'cognito-identity.amazonaws.com' }],
    [{ Federated: 'accounts.google.com' }],
    [{ Federated: 'arn:aws-cn:iam::111122223333:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLE' }],
    [{ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' }],
    [{ AWS: '*', Service: 'ec2.amazonaws.com' }],
  ])('%j', (principal) => expect(both(principal)).toEqual([[], []]));

  it.each<[unknown, Expected]>([
    ['111122223333', [`principal-text ${at}`]],
    ['arn:aws:iam::111122223333:root', [`principal-text ${at}`]],
    ['', [`principal-text ${at}`]],
    [7, [`principal-type ${at}`]],
    [null, [`principal-type ${at}`]],
    [['*'], [`principal-type ${at}`]],
    [{}, [`principal-empty ${at}`]],
    [aws([]), [`principal-empty ${at}/AWS`]],
    [aws(''), [`principal-empty ${at}/AWS`]],
    [aws(['']), [`principal-empty ${at}/AWS/0`]],
    [aws(null), [`principal-value ${at}/AWS`]],
    [aws(111122223333), [`principal-value ${at}/AWS`]],
    [aws({}), [`principal-value ${at}/AWS`]],
    [aws(['*', 7]), [`principal-value ${at}/AWS/1`]],
    [{ aws: '*' }, [`principal-key ${at}/aws`]],
    [{ Bad: 'arn:aws:iam::111122223333:root', Worse: 'x' }, [`principal-key ${at}/Bad`, `principal-key ${at}/Worse`]],
    [{ User: 'ana' }, [`principal-key ${at}/User`]],
    [{ 'a/b': 'ana' }, [`principal-key ${at}/a~1b`]],
    [aws('arn:aws:iam::111122223333:role/*'), [`principal-wildcard ${at}/AWS`]],
    [aws('arn:aws:iam::111122223333:user/a?a'), [`principal-wildcard ${at}/AWS`]],
    [aws('arn:aws:iam::*:root'), [`principal-wildcard ${at}/AWS`]],
    [aws('1111*'), [`principal-wildcard ${at}/AWS`]],
    [aws('ana'), [`principal-form ${at}/AWS`]],
    [aws('11112222333'), [`principal-form ${at}/AWS`]],
    [aws('1111-2222-3333'), [`principal-form ${at}/AWS`]],
    [aws('arn:aws::iam::111122223333:root'), [`principal-form ${at}/AWS`]],
    [aws('arn:aws:iam::12345678910:role/x'), [`principal-form ${at}/AWS`]],
    [aws('arn:aws:iam::111122223333:group/admins'), [`principal-form ${at}/AWS`]],
    [aws('arn:aws:iam::111122223333:policy/x'), [`principal-form ${at}/AWS`]],
    [aws('arn:aws:iam::111122223333:role'), [`principal-form ${at}/AWS`]],
    [aws('arn:aws:iam::111122223333:'), [`principal-form ${at}/AWS`]],
    [aws('ec2.amazonaws.com'), [`principal-form ${at}/AWS`]],
  ])('refused: %j', (principal, expected) => expect(both(principal)).toEqual([expected, expected]));

  it.each<[PolicyKind, unknown, Expected]>([
    ['resource', aws('arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1'), [`principal-unusual ${at}/AWS`]],
    ['resource', { '*': '*' }, [`principal-unusual ${at}/*`]],
    ['resource', { Service: 'arn:aws:iam::111122223333:root' }, [`principal-unusual ${at}/Service`]],
    ['resource', aws('arn:aws:quicksight:us-east-1:111122223333:user/default/ana'), [`principal-unusual ${at}/AWS`]],
    ['trust', aws('arn:aws:quicksight:us-east-1:111122223333:user/default/ana'), [`principal-form ${at}/AWS`]],
    ['trust', { Service: '*' }, [`principal-unusual ${at}/Service`]],
    ['trust', { Service: 'ec2' }, [`principal-service ${at}/Service`]],
    ['trust', { Service: ['ec2.amazonaws.com', 'arn:aws:iam::111122223333:root'] }, [`principal-service ${at}/Service/1`]],
    ['resource', { Service: 'ec2' }, [`principal-unusual ${at}/Service`]],
    ['trust', { Federated: 'idp' }, [`principal-federated ${at}/Federated`]],
    ['trust', { Federated: 'arn:aws:iam::111122223333:role/x' }, [`principal-federated ${at}/Federated`]],
    ['resource', { Federated: 'idp' }, [`principal-unusual ${at}/Federated`]],
    ['trust', { Federated: '*' }, [`principal-unusual ${at}/Federated`]],
  ])('odd in a %s policy: %j', (kind, principal, expected) =>
    expect(problemsOf(one({ Principal: principal }, kind === 'trust' ? trusting : sharing), kind)).toEqual(expected),
  );
});

describe('the element', () => {
  it.each<[PolicyKind, Record<string, unknown>, Expected]>([
    ['trust', { Principal: undefined }, ['element-missing /Statement']],
    ['trust', { Effect: 'Deny', Principal: undefined, NotPrincipal: aws('111122223333') }, ['not-principal-trust /Statement/NotPrincipal']],
    [
      'trust',
      { Principal: undefined, NotPrincipal: aws('111122223333') },
      ['not-principal-trust /Statement/NotPrincipal', 'not-principal-allow /Statement/NotPrincipal'],
    ],
    ['trust', { Resource: '*' }, ['element-forbidden /Statement/Resource']],
    ['trust', { NotResource: 'arn:aws:s3:::a' }, ['element-forbidden /Statement/NotResource']],
    ['trust', { Sid: 'Trust EC2' }, ['sid-unusual /Statement/Sid']],
    ['resource', { Principal: undefined }, ['element-missing /Statement']],
    ['resource', { Effect: 'Deny', Principal: undefined, NotPrincipal: aws('111122223333') }, []],
    ['resource', { Principal: undefined, NotPrincipal: aws('111122223333') }, ['not-principal-allow /Statement/NotPrincipal']],
    ['resource', { NotPrincipal: '*' }, ['element-both /Statement']],
    ['resource', { Sid: 'Allow use of the key' }, ['sid-unusual /Statement/Sid']],
    ['resource', { Action: undefined }, ['element-missing /Statement']],
  ])('%s: %j', (kind, members, expected) => expect(problemsOf(one(members, kind === 'trust' ? trusting : sharing), kind)).toEqual(expected));

  it('may share a Sid where a service judges, not where IAM does', () => {
    const twice = (statement: object) => ({
      Version: '2012-10-17',
      Statement: [
        { ...statement, Sid: 'a' },
        { ...statement, Sid: 'a' },
      ],
    });
    expect(problemsOf(twice(sharing), 'resource')).toEqual(['sid-again /Statement/1/Sid']);
    expect(problemsOf(twice(trusting), 'trust')).toEqual(['sid-twice /Statement/1/Sid']);
  });
});
