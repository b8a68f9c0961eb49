import { describe, expect, it } from 'vitest';
import type { AuthorizationRequest } from './index.ts';
import {
  account,
  allow,
  ana,
  aws,
  decide,
  deny,
  doc,
  full,
  guest,
  key,
  nothing,
  partner,
  role,
  root,
  session,
  to,
  trust,
} from './requests.test-helper.ts';

type Case = [name: string, request: Partial<AuthorizationRequest>, decision: string];
const roleArn = `arn:aws:iam::${account}:role/target`;
const assume = { action: 'sts:AssumeRole', resource: roleArn };
const decrypt = { action: 'kms:Decrypt', resource: key };

describe('trust policies', () => {
  const named = (name: unknown, more = {}) => ({ ...assume, resourcePolicy: doc(trust(name, more)) });
  it.each<Case>([
    ['must allow: an identity policy alone', { ...assume, identityPolicies: full }, 'implicitDeny'],
    ['of somebody else', { ...named(aws(guest)), identityPolicies: full }, 'implicitDeny'],
    ['naming the user: no identity policy is needed', named(aws(ana)), 'allowed'],
    ['naming the user: a boundary that is silent does not limit', { ...named(aws(ana)), permissionsBoundary: nothing }, 'allowed'],
    ['naming the user: an explicit deny holds', { ...named(aws(ana)), identityPolicies: doc(deny('sts:*')) }, 'explicitDeny'],
    ['naming the account: an identity policy is needed', named(aws(root)), 'implicitDeny'],
    ['naming the account by id: an identity policy is needed', named(aws(account)), 'implicitDeny'],
    ['naming the account: with identity policy', { ...named(aws(root)), identityPolicies: doc(allow('sts:AssumeRole', roleArn)) }, 'allowed'],
    [
      'naming the account: the identity policy is for another role',
      { ...named(aws(root)), identityPolicies: doc(allow('sts:AssumeRole', role)) },
      'implicitDeny',
    ],
    ['naming the account: the boundary must allow', { ...named(aws(root)), identityPolicies: full, permissionsBoundary: nothing }, 'implicitDeny'],
    ['naming the role of a session', { ...named(aws(role)), principal: session }, 'allowed'],
    [
      'naming the role of a session: within its session policy',
      { ...named(aws(role)), principal: session, sessionPolicies: nothing },
      'implicitDeny',
    ],
    ['naming the session', { ...named(aws(session)), principal: session, sessionPolicies: nothing }, 'allowed'],
    ['naming everybody', named('*'), 'allowed'],
    [
      'denying',
      { ...named(aws(root)), identityPolicies: full, resourcePolicy: doc(trust(aws(root)), trust(aws(ana), { Effect: 'Deny' })) },
      'explicitDeny',
    ],
    ['of another account, naming the user: both must allow', { ...named(aws(guest)), principal: guest }, 'implicitDeny'],
    ['of another account, naming the user, with identity policy', { ...named(aws(guest)), principal: guest, identityPolicies: full }, 'allowed'],
    ['of another account, naming the account, with identity policy', { ...named(aws(partner)), principal: guest, identityPolicies: full }, 'allowed'],
    ['of another account, silent', { ...named(aws(root)), principal: guest, identityPolicies: full }, 'implicitDeny'],
    ['for a service', { ...named({ Service: 'ec2.amazonaws.com' }), principal: 'ec2.amazonaws.com' }, 'allowed'],
    ['for another service', { ...named({ Service: 'ec2.amazonaws.com' }), principal: 'lambda.amazonaws.com' }, 'implicitDeny'],
    [
      'for a web identity',
      {
        ...named({ Federated: 'accounts.google.com' }, { Action: 'sts:AssumeRoleWithWebIdentity' }),
        action: 'sts:AssumeRoleWithWebIdentity',
        principal: 'accounts.google.com',
      },
      'allowed',
    ],
    [
      'for a web identity of Cognito',
      {
        ...named({ Federated: 'cognito-identity.amazonaws.com' }, { Action: 'sts:AssumeRoleWithWebIdentity' }),
        action: 'sts:AssumeRoleWithWebIdentity',
        principal: 'cognito-identity.amazonaws.com',
      },
      'allowed',
    ],
    [
      'for SAML',
      {
        ...named({ Federated: `arn:aws:iam::${account}:saml-provider/idp` }, { Action: 'sts:AssumeRoleWithSAML' }),
        action: 'sts:AssumeRoleWithSAML',
        principal: `arn:aws:iam::${account}:saml-provider/idp`,
      },
      'allowed',
    ],
    ['tagging a session must be allowed by the trust policy too', { ...assume, action: 'sts:TagSession', identityPolicies: full }, 'implicitDeny'],
    ['the root user assumes no role', { ...named(aws(root)), principal: root }, 'implicitDeny'],
    ['passing a role asks no trust policy', { action: 'iam:PassRole', resource: roleArn, identityPolicies: full }, 'allowed'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});

describe('key policies', () => {
  const named = (name: unknown, more = {}) => ({ ...decrypt, resourcePolicy: doc(to(name, more)) });
  it.each<Case>([
    ['must allow: an identity policy alone', { ...decrypt, identityPolicies: full }, 'implicitDeny'],
    ['naming the account, with identity policy', { ...named(aws(root)), identityPolicies: full }, 'allowed'],
    ['naming the account alone', named(aws(root)), 'implicitDeny'],
    ['naming the user alone', named(aws(ana)), 'allowed'],
    ['naming the role, boundary silent', { ...named(aws(role)), principal: role, permissionsBoundary: nothing }, 'implicitDeny'],
    ['not allowing the action', { ...named(aws(root), { Action: 'kms:Encrypt' }), identityPolicies: full }, 'implicitDeny'],
    ['of a key in another account, naming it', { ...named(aws(partner)), principal: guest, identityPolicies: full }, 'allowed'],
    ['of a key in another account, identity policy silent', { ...named(aws(guest)), principal: guest }, 'implicitDeny'],
    ['must allow the root user as well', { ...decrypt, principal: root }, 'implicitDeny'],
    ['naming the root user', { ...named(aws(root)), principal: root }, 'allowed'],
    ['are not asked for actions without a key', { action: 'kms:ListKeys', resource: '*', identityPolicies: full }, 'allowed'],
    ['are not asked by other services', { action: 'ec2:CreateVolume', resource: key, identityPolicies: full }, 'allowed'],
    [
      'are asked where one is given',
      { action: 'kms:Decrypt', resource: '*', resourcePolicy: doc(to(aws(guest))), identityPolicies: full },
      'implicitDeny',
    ],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});
