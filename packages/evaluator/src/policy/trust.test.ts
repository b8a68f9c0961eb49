import { parsePolicyDocument, type PolicyDocument } from '@iam-dossier/core/policy-document';
import { describe, expect, it } from 'vitest';
import { waysInOf } from './trust.ts';

type Members = Record<string, unknown>;
const partner = 'arn:aws:iam::444455556666:root';
const account = '111122223333';

/** A trust policy's ways in as `kind from marks`; marks are m (MFA), e (external id), c (conditional), p (proof of an individual). */
function ways(...statements: Members[]): string[] {
  const parsed = parsePolicyDocument({ Version: '2012-10-17', Statement: statements } as PolicyDocument);
  if (!parsed.ok) throw new Error(parsed.problem);
  return waysInOf(parsed.statements).map((way) => {
    const marks = `${way.mfaRequired ? 'm' : ''}${way.externalIdRequired ? 'e' : ''}${way.conditional ? 'c' : ''}${way.proof.length > 0 ? 'p' : ''}`;
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

describe('an unconditional deny with NotPrincipal', () => {
  const ana = 'arn:aws:iam::444455556666:user/ana';
  const ben = 'arn:aws:iam::444455556666:user/ben';
  const deploy = 'arn:aws:iam::444455556666:role/tools/deploy';
  const not = (NotPrincipal: unknown) => ({ Effect: 'Deny', NotPrincipal, Action: 'sts:AssumeRole' });

  it.each<[string, unknown, unknown, string[]]>([
    ['spares a user named with its account', { AWS: [partner, ana] }, { AWS: ana }, [`principal ${ana}`]],
    ['stops another user of it', { AWS: [partner, ana] }, { AWS: ben }, []],
    ['leaves of the account only whom it names', { AWS: [partner, ana] }, { AWS: partner }, [`principal ${ana}`]],
    ['spares an account named alone', { AWS: partner }, { AWS: partner }, ['account 444455556666']],
    ['spares the users of an account named alone', { AWS: partner }, { AWS: ana }, [`principal ${ana}`]],
    ['stops an account that it does not name', { AWS: partner }, { AWS: '777788889999' }, []],
    ['stops a service that it does not name', { AWS: partner }, { Service: 'ec2.amazonaws.com' }, []],
    ['spares a service that it names', { Service: 'ec2.amazonaws.com' }, { Service: 'ec2.amazonaws.com' }, ['service ec2.amazonaws.com']],
    ['leaves of everybody whom it names', { AWS: [partner, ana, '777788889999'] }, '*', [`principal ${ana}`, 'account 777788889999']],
    ['spares everybody by a star', '*', '*', ['anyone *']],
    [
      'spares a role by its session',
      { AWS: [partner, deploy.replace(':iam:', ':sts:').replace('role/tools/', 'assumed-role/') + '/run'] },
      { AWS: deploy },
      [`principal ${deploy}`],
    ],
    ['stops nobody of whom nothing can be said', { AWS: partner }, { CanonicalUser: '79a5' }, ['canonicalUser 79a5']],
  ])('%s', (_, named, allowed, expected) => expect(ways(trust(allowed), not(named))).toEqual(expected));

  it('is a guard under a condition, and nothing where it speaks of another call', () => {
    expect(ways(trust({ AWS: ana }), { ...not({ AWS: partner }), Condition: { Bool: { 'aws:SecureTransport': 'false' } } })).toHaveLength(1);
    expect(ways(trust({ AWS: '777788889999' }), { ...not({ AWS: partner }), Action: 'sts:AssumeRoleWithSAML' })).toHaveLength(1);
  });
});

describe('calls by which callers come in', () => {
  const saml = { Federated: `arn:aws:iam::${account}:saml-provider/corp` };

  it.each<[string, unknown, unknown, number]>([
    ['a SAML provider by its own call', saml, 'sts:AssumeRoleWithSAML', 1],
    ['a SAML provider by another', saml, 'sts:AssumeRole', 0],
    ['an account by the call of providers', { AWS: partner }, 'sts:AssumeRoleWithSAML', 0],
    ['a pipeline by its own call', { Federated: github }, web, 1],
    ['a pipeline by the call of roles', { Federated: github }, 'sts:AssumeRole', 0],
    ['a service by its own call', { Service: 'ec2.amazonaws.com' }, ['sts:TagSession', 'sts:AssumeRole'], 1],
  ])('%s', (_, principal, action, count) => expect(ways(trust(principal, undefined, action))).toHaveLength(count));

  it('are left by a deny of others', () => {
    expect(ways(trust({ AWS: partner }), trust('*', undefined, 'sts:AssumeRoleWithSAML', 'Deny'))).toHaveLength(1);
    expect(ways(trust({ AWS: partner }), { Effect: 'Deny', Principal: '*', NotAction: 'sts:AssumeRole' })).toHaveLength(1);
    expect(ways(trust({ AWS: partner }), { Effect: 'Deny', Principal: '*', NotAction: 'sts:TagSession' })).toHaveLength(0);
  });
});

describe('proof of an individual', () => {
  it.each<[string, Members, string]>([
    ['the session named after the user', { StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, ' cp'],
    ['a session name that all share', { StringEquals: { 'sts:RoleSessionName': 'partner' } }, ' c'],
    ['a source identity that must be there', { Null: { 'sts:SourceIdentity': ['false'] } }, ' cp'],
    ['a source identity that must not', { Null: { 'sts:SourceIdentity': ['true'] } }, ' c'],
    ['a tag', { StringEquals: { 'aws:PrincipalTag/team': 'shop' } }, ' cp'],
    ['any tag', { StringLike: { 'aws:PrincipalTag/team': '*' } }, ' c'],
    ['all tags but one', { StringNotEquals: { 'aws:PrincipalTag/team': 'shop' } }, ' c'],
    ['one ARN', { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/ana' } }, ' cp'],
    ['every user', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/*' } }, ' c'],
    ['the whole account', { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:*' } }, ' c'],
    ['MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, ' mc'],
  ])('%s', (_, condition, marks) => expect(ways(trust({ AWS: partner }, condition))).toEqual([`account 444455556666${marks}`]));

  it.each<[string, Members, string]>([
    ['all but one ARN', { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:user/ana' } }, ' p'],
    ['those without a source identity', { Null: { 'sts:SourceIdentity': 'true' } }, ' p'],
    ['all but one ARN, at night', { ArnNotEquals: { 'aws:PrincipalArn': 'arn:x:user/ana' }, DateLessThan: { 'aws:CurrentTime': '2026-01-01' } }, ''],
    ['those without the external id', { StringNotEquals: { 'sts:ExternalId': 'f81d' } }, ' e'],
    ['those of one external id', { StringEquals: { 'sts:ExternalId': 'f81d' } }, ''],
    ['those whose MFA is old or absent', { NumericGreaterThanIfExists: { 'aws:MultiFactorAuthAge': '3600' } }, ' m'],
    ['those whose MFA is old', { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' } }, ''],
  ])('by a deny of %s', (_, condition, marks) => {
    expect(ways(trust({ AWS: partner }), trust({ AWS: partner }, condition, 'sts:AssumeRole', 'Deny'))).toEqual([`account 444455556666${marks}`]);
  });
});

describe('providers', () => {
  it.each([
    ['gitlab.com', 'ciOpenIdConnect'],
    ['token.actions.octo.ghe.com', 'ciOpenIdConnect'],
    ['git.example.com/_services/token', 'ciOpenIdConnect'],
    ['api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc', 'ciOpenIdConnect'],
    ['app.terraform.io', 'ciOpenIdConnect'],
    ['oidc.circleci.com/org/1', 'ciOpenIdConnect'],
    ['vstoken.dev.azure.com/1', 'ciOpenIdConnect'],
    ['shop.app.spacelift.io', 'ciOpenIdConnect'],
    ['agent.buildkite.com', 'ciOpenIdConnect'],
    ['notgitlab.com', 'openIdConnect'],
    ['gitlab.com.example.net', 'openIdConnect'],
    ['accounts.google.com', 'openIdConnect'],
    ['sts.windows.net/1/', 'openIdConnect'],
    ['oidc.eks.eu-west-1.amazonaws.com/id/AB', 'podIdentity'],
    ['oidc-eks.eu-west-1.api.aws/id/AB', 'podIdentity'],
    ['cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AB', 'cognito'],
  ])('%s is %s', (host, kind) => {
    const [way] = ways(trust({ Federated: `arn:aws:iam::${account}:oidc-provider/${host}` }, undefined, web));
    expect(way?.split(' ')[0]).toBe(kind);
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
