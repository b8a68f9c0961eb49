import { parsePolicyDocument, type PolicyDocument } from '@iam-dossier/core/policy-document';
import { describe, expect, it } from 'vitest';
import { waysInOf } from './trust.ts';

type Members = Record<string, unknown>;
const partner = 'arn:aws:iam::444455556666:root';
const account = '111122223333';

/** A trust policy's ways in as `kind from marks`; marks are m (MFA), e (external id), c (conditional). */
function ways(...statements: Members[]): string[] {
  const parsed = parsePolicyDocument({ Version: '2012-10-17', Statement: statements } as PolicyDocument);
  if (!parsed.ok) throw new Error(parsed.problem);
  return waysInOf(parsed.statements).map((way) => {
    const marks = `${way.mfaRequired ? 'm' : ''}${way.externalIdRequired ? 'e' : ''}${way.conditional ? 'c' : ''}`;
    return [way.kind, way.from, marks].filter((part) => part !== '').join(' ');
  });
}

const trust = (Principal: unknown, Condition?: Members, Action: unknown = 'sts:AssumeRole', Effect = 'Allow') => ({
  Effect,
  Principal,
  Action,
  ...(Condition ? { Condition } : {}),
});
const github = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
const web = 'sts:AssumeRoleWithWebIdentity';

describe('who may assume a role', () => {
  it.each<[string, Members, string[]]>([
    ['a service', trust({ Service: 'ec2.amazonaws.com' }), ['service ec2.amazonaws.com']],
    [
      'several services',
      trust({ Service: ['ec2.amazonaws.com', 'pods.eks.amazonaws.com'] }),
      ['service ec2.amazonaws.com', 'podIdentity pods.eks.amazonaws.com'],
    ],
    ['people by account access manager', trust({ Service: 'account-access.amazonaws.com' }), ['accountAccessManager account-access.amazonaws.com']],
    ['Roles Anywhere', trust({ Service: 'rolesanywhere.amazonaws.com' }), ['rolesAnywhere rolesanywhere.amazonaws.com']],
    ['an account by number', trust({ AWS: '444455556666' }), ['account 444455556666']],
    ['an account by ARN', trust({ AWS: partner }), ['account 444455556666']],
    ['an account of another partition', trust({ AWS: 'arn:aws-cn:iam::444455556666:root' }), ['account 444455556666']],
    ['a user', trust({ AWS: 'arn:aws:iam::444455556666:user/ana' }), ['principal arn:aws:iam::444455556666:user/ana']],
    ['somebody deleted since', trust({ AWS: 'AIDAEXAMPLEEXAMPLE' }), ['principal AIDAEXAMPLEEXAMPLE']],
    ['anyone', trust('*'), ['anyone *']],
    ['anyone of an organization', trust({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }), ['anyone * c']],
    ['everyone but', { Effect: 'Allow', NotPrincipal: { AWS: partner }, Action: 'sts:AssumeRole' }, ['anyone *']],
    ['a canonical user', trust({ CanonicalUser: '79a5' }), ['canonicalUser 79a5']],
    [
      'SAML',
      trust({ Federated: `arn:aws:iam::${account}:saml-provider/corp` }, undefined, 'sts:AssumeRoleWithSAML'),
      [`saml arn:aws:iam::${account}:saml-provider/corp`],
    ],
    [
      'Identity Center',
      trust({ Federated: `arn:aws:iam::${account}:saml-provider/AWSSSO_0f_DO_NOT_DELETE` }, { StringEquals: { 'SAML:aud': 'x' } }, [
        'sts:AssumeRoleWithSAML',
        'sts:TagSession',
      ]),
      [`identityCenter arn:aws:iam::${account}:saml-provider/AWSSSO_0f_DO_NOT_DELETE c`],
    ],
    [
      'a pipeline, any repository',
      trust({ Federated: github }, { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }, web),
      [`ciOpenIdConnect ${github}`],
    ],
    [
      'a pipeline, one repository',
      trust({ Federated: github }, { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:shop/infra:*' } }, web),
      [`ciOpenIdConnect ${github} c`],
    ],
    [
      'a pipeline, a subject that fits all',
      trust({ Federated: github }, { StringLike: { 'token.actions.githubusercontent.com:sub': '*' } }, web),
      [`ciOpenIdConnect ${github}`],
    ],
    [
      'a pipeline, every subject but one',
      trust({ Federated: github }, { StringNotEquals: { 'token.actions.githubusercontent.com:sub': 'repo:x' } }, web),
      [`ciOpenIdConnect ${github}`],
    ],
    [
      'a pod',
      trust({ Federated: `arn:aws:iam::${account}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB` }, undefined, web),
      [`podIdentity arn:aws:iam::${account}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB`],
    ],
    [
      'Cognito',
      trust({ Federated: 'cognito-identity.amazonaws.com' }, { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' } }, web),
      ['cognito cognito-identity.amazonaws.com c'],
    ],
    [
      'another provider',
      trust({ Federated: `arn:aws:iam::${account}:oidc-provider/login.example.com` }, undefined, web),
      [`openIdConnect arn:aws:iam::${account}:oidc-provider/login.example.com`],
    ],
    ['by a wildcard action', trust({ AWS: partner }, undefined, 'sts:*'), ['account 444455556666']],
    ['nobody: the action is another', trust({ AWS: partner }, undefined, 'sts:TagSession'), []],
  ])('%s', (_, statement, expected) => expect(ways(statement)).toEqual(expected));
});

describe('MFA and external ids', () => {
  it.each<[string, Members, string]>([
    ['MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, ' mc'],
    ['MFA as a bare boolean', { Bool: { 'aws:MultiFactorAuthPresent': true } }, ' mc'],
    ['MFA of some age', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, ' mc'],
    ['MFA if it is told', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, ' c'],
    ['MFA of some age if it is told', { NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } }, ' c'],
    ['no MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, ' c'],
    ['temporary credentials', { Null: { 'aws:MultiFactorAuthPresent': 'false' } }, ' c'],
    ['an external id', { StringEquals: { 'sts:ExternalId': 'f81d' } }, ' ec'],
    ['any external id', { StringLike: { 'sts:ExternalId': '*' } }, ' c'],
    ['an external id if it is told', { StringEqualsIfExists: { 'sts:ExternalId': 'f81d' } }, ' c'],
  ])('%s', (_, condition, marks) => expect(ways(trust({ AWS: partner }, condition))).toEqual([`account 444455556666${marks}`]));

  it.each<[string, Members, string]>([
    ['without MFA, and without word of it', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, ' m'],
    ['without MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, ''],
    [
      'without MFA from some place',
      { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' }, NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
      '',
    ],
    ['without an MFA age', { Null: { 'aws:MultiFactorAuthAge': 'true' } }, ' m'],
  ])('a deny of those %s', (_, condition, marks) => {
    expect(ways(trust({ AWS: partner }), trust('*', condition, 'sts:AssumeRole', 'Deny'))).toEqual([`account 444455556666${marks}`]);
  });
});

describe('an unconditional deny', () => {
  const user = 'arn:aws:iam::444455556666:user/ana';

  it.each<[string, unknown, string[]]>([
    ['of everyone', '*', []],
    ['of the account', { AWS: partner }, []],
    ['of the user', { AWS: user }, ['account 444455556666']],
    ['of another', { AWS: '777788889999' }, ['account 444455556666', `principal ${user}`]],
  ])('%s', (_, denied, expected) => {
    expect(ways(trust({ AWS: [partner, user] }), trust(denied, undefined, 'sts:*', 'Deny'))).toEqual(expected);
  });
});

it('lists the keys of conditions as written, each once', () => {
  const parsed = parsePolicyDocument({
    Version: '2012-10-17',
    Statement: trust(
      { AWS: partner },
      {
        StringLike: { 'sts:RoleSessionName': '${aws:username}' },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        Null: { 'sts:RoleSessionName': 'false' },
      },
    ),
  } as unknown as PolicyDocument);
  expect(parsed.ok && waysInOf(parsed.statements).map((way) => way.conditionKeys)).toEqual([['aws:MultiFactorAuthPresent', 'sts:RoleSessionName']]);
});
