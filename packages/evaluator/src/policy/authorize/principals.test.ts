import { describe, expect, it } from 'vitest';
import type { PrincipalInput } from './index.ts';
import { account, ana, ask, aws, deny, doc, federated, full, guest, partner, role, root, session, to } from './requests.test-helper.ts';

type Who = string | PrincipalInput;

/** Whether the statement of a resource policy reaches who asks. */
function reached(principal: Who, element: object, more: object = {}): string {
  return (
    ask({ principal, resourcePolicy: doc({ Effect: 'Allow', Action: '*', Resource: '*', ...element, ...more }) }).statements[0]?.match ?? 'unreadable'
  );
}

const pathRole = `arn:aws:iam::${account}:role/ops/eu/deploy`;
const canonical = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const saml = `arn:aws:iam::${account}:saml-provider/idp`;
const everyone: Who[] = [ana, root, role, session, federated, guest, 's3.amazonaws.com', saml, '*'];

describe('Principal', () => {
  it.each(everyone)('"*" and {"AWS": "*"} are everybody: %s', (who) => {
    expect(reached(who, { Principal: '*' })).toBe('yes');
    expect(reached(who, { Principal: { AWS: '*' } })).toBe('yes');
    expect(reached(who, { Principal: aws(partner.replaceAll('4', '9'), '*') })).toBe('yes');
  });

  it.each<[name: string, who: Who, principal: object, match: string]>([
    ['an account by id: its user', ana, aws(account), 'yes'],
    ['an account by id: its role', role, aws(account), 'yes'],
    ['an account by id: its session', session, aws(account), 'yes'],
    ['an account by id: its federated user', federated, aws(account), 'yes'],
    ['an account by id: its root user', root, aws(account), 'yes'],
    ['an account by ARN: its user', ana, aws(root), 'yes'],
    ['an account by ARN: its session', session, aws(root), 'yes'],
    ['an account by ARN of another partition', ana, aws(`arn:aws-cn:iam::${account}:root`), 'yes'],
    ['another account', ana, aws(partner), 'no'],
    ['another account by ARN', ana, aws(`arn:aws:iam::${partner}:root`), 'no'],
    ['an account: a service', 's3.amazonaws.com', aws(account), 'no'],
    ['an account: nobody known', '*', aws(account), 'no'],
    ['an account: an identity provider of it', saml, aws(account), 'no'],
    ['an account id of 11 digits', ana, aws(account.slice(1)), 'no'],
    ['a user', ana, aws(ana), 'yes'],
    ['a user in another case', ana, aws(ana.replace('ana', 'Ana')), 'no'],
    ['a user without its path', ana, aws(`arn:aws:iam::${account}:user/ana`), 'no'],
    ['a user of the same name in another account', ana, aws(ana.replace(account, partner)), 'no'],
    ['a star within an ARN', ana, aws(`arn:aws:iam::${account}:user/*`), 'no'],
    ['one of several', ana, aws(guest, ana), 'yes'],
    ['none of several', ana, aws(guest, role), 'no'],
    ['the root user: a user', root, aws(ana), 'no'],
    ['a role: its session', session, aws(role), 'yes'],
    ['a role: itself', role, aws(role), 'yes'],
    ['a role: another role', `arn:aws:iam::${account}:role/deploy2`, aws(role), 'no'],
    ['a role: a session of another role', session.replace('/deploy/', '/deploy2/'), aws(role), 'no'],
    ['a role: a session in another account', session.replace(account, partner), aws(role), 'no'],
    ['a role with a path: its session', session, aws(pathRole), 'yes'],
    ['a role with a path: its session, role told', { arn: session, roleArn: pathRole }, aws(pathRole), 'yes'],
    ['a role with a path: a session of a role told to have none', { arn: session, roleArn: role }, aws(pathRole), 'no'],
    ['a role with a path: another role of that name', role, aws(pathRole), 'no'],
    ['a role whose name only ends alike', session, aws(`arn:aws:iam::${account}:role/pre-deploy`), 'no'],
    ['a session', session, aws(session), 'yes'],
    ['a session: another of the role', `${session}2`, aws(session), 'no'],
    ['a session: some session of the role', role, aws(session), 'unknown'],
    ['a session: some session of another role', `arn:aws:iam::${account}:role/other`, aws(session), 'no'],
    ['a session: a role of another account', role.replace(account, partner), aws(session), 'no'],
    ['all sessions by a star', session, aws(`arn:aws:sts::${account}:assumed-role/deploy/*`), 'no'],
    ['a user of the name of a role', `arn:aws:iam::${account}:user/deploy`, aws(role), 'no'],
    ['a federated user', federated, aws(federated), 'yes'],
    ['a federated user: another', federated, aws(`${federated}2`), 'no'],
    ['a user: a federated user of it', { arn: federated, federatedBy: ana }, aws(ana), 'yes'],
    ['a user: a federated user of another', { arn: federated, federatedBy: `${ana}2` }, aws(ana), 'no'],
    ['a user: a federated user of nobody knows whom', federated, aws(ana), 'unknown'],
    ['a user: a federated user of another account', federated, aws(guest), 'no'],
    ['a role: a federated user', federated, aws(role), 'no'],
    ['a unique id', { arn: ana, uniqueId: 'AIDAEXAMPLE1' }, aws('AIDAEXAMPLE1'), 'yes'],
    ['another unique id', { arn: ana, uniqueId: 'AIDAEXAMPLE1' }, aws('AIDAEXAMPLE2'), 'no'],
    ['a unique id of somebody gone', ana, aws('AIDAEXAMPLE1'), 'no'],
    ['a unique id of a role: its session', { arn: session, uniqueId: 'AROAEXAMPLE1' }, aws('AROAEXAMPLE1'), 'yes'],
    ['a unique id of a role: another', { arn: session, uniqueId: 'AROAEXAMPLE1' }, aws('AROAEXAMPLE2'), 'no'],
    ['a unique id of a role gone', session, aws('AROAEXAMPLE1'), 'no'],
    ['a unique id of a session', { arn: session, uniqueId: 'AROAEXAMPLE1' }, aws('AROAEXAMPLE1:ci'), 'yes'],
    ['a unique id of another session', { arn: session, uniqueId: 'AROAEXAMPLE1' }, aws('AROAEXAMPLE1:cd'), 'no'],
    ['a service', 's3.amazonaws.com', { Service: 's3.amazonaws.com' }, 'yes'],
    ['a service in another case', 's3.amazonaws.com', { Service: 'S3.amazonaws.com' }, 'yes'],
    ['one of several services', 's3.amazonaws.com', { Service: ['ec2.amazonaws.com', 's3.amazonaws.com'] }, 'yes'],
    ['another service', 's3.amazonaws.com', { Service: 'ec2.amazonaws.com' }, 'no'],
    ['a service of China', 'ec2.amazonaws.com.cn', { Service: 'ec2.amazonaws.com.cn' }, 'yes'],
    ['every service', 's3.amazonaws.com', { Service: '*' }, 'yes'],
    ['every service: a user', ana, { Service: '*' }, 'no'],
    ['a service under AWS', 's3.amazonaws.com', aws('s3.amazonaws.com'), 'yes'],
    ['a service: a user', ana, { Service: 's3.amazonaws.com' }, 'no'],
    ['an identity provider', saml, { Federated: saml }, 'yes'],
    ['another identity provider', saml, { Federated: `${saml}2` }, 'no'],
    ['every identity provider', saml, { Federated: '*' }, 'yes'],
    ['every identity provider: a user', ana, { Federated: '*' }, 'no'],
    ['an identity provider: a role', role, { Federated: saml }, 'no'],
    ['a host', 'token.actions.githubusercontent.com', { Federated: 'token.actions.githubusercontent.com' }, 'yes'],
    ['Login with Amazon', 'www.amazon.com', { Federated: 'www.amazon.com' }, 'yes'],
    ['a canonical user', { arn: ana, canonicalUserId: canonical }, { CanonicalUser: canonical }, 'yes'],
    ['another canonical user', { arn: ana, canonicalUserId: canonical }, { CanonicalUser: canonical.replace('7', '8') }, 'no'],
    ['a canonical user, nobody knows whose', ana, { CanonicalUser: canonical }, 'unknown'],
    ['a canonical user: a service', 's3.amazonaws.com', { CanonicalUser: canonical }, 'no'],
    ['a canonical user: the root user', { arn: root, canonicalUserId: canonical }, { CanonicalUser: canonical }, 'yes'],
    ['several types', ana, { Service: 's3.amazonaws.com', AWS: [guest, ana] }, 'yes'],
    ['an unheard-of type', ana, { Other: ana }, 'no'],
    ['nobody', ana, {}, 'no'],
  ])('%s', (_, who, principal, match) => expect(reached(who, { Principal: principal })).toBe(match));

  it('tells a canonical user’s account apart from the user', () => {
    const principal = { arn: ana, canonicalUserId: canonical };
    const named = { resourcePolicy: doc(to({ CanonicalUser: canonical })) };
    expect(ask({ principal, ...named }).decision).toBe('implicitDeny');
    expect(ask({ principal, ...named, identityPolicies: full }).decision).toBe('allowed');
    expect(ask({ principal: { arn: root, canonicalUserId: canonical }, ...named }).decision).toBe('allowed');
  });
});

describe('NotPrincipal with Deny', () => {
  const denied = (who: Who, list: object, more: object = {}) =>
    ask({ principal: who, identityPolicies: full, resourcePolicy: doc({ ...deny(), NotPrincipal: list }), ...more }).decision;
  const own = [root, role, session];
  it.each<[name: string, who: Who, list: object, decision: string]>([
    ['a user with its account is spared', ana, aws(ana, root), 'allowed'],
    ['a user with its account by id is spared', ana, aws(ana, account), 'allowed'],
    ['a user without its account is not', ana, aws(ana), 'explicitDeny'],
    ['an account without its user is not', ana, aws(root), 'explicitDeny'],
    ['a user with another account is not', ana, aws(ana, partner), 'explicitDeny'],
    ['somebody else', ana, aws(guest, partner), 'explicitDeny'],
    ['a session with role and account is spared', session, aws(...own), 'allowed'],
    ['a session without its role is not', session, aws(root, session), 'explicitDeny'],
    ['a session without its account is not', session, aws(role, session), 'explicitDeny'],
    ['a role without the session is not', session, aws(root, role), 'explicitDeny'],
    ['another session is not', `${session}2`, aws(...own), 'explicitDeny'],
    ['some session of the role: it depends', role, aws(...own), 'indeterminate'],
    ['some session of the role, none named', role, aws(root, role), 'explicitDeny'],
    ['a federated user with its account is spared', { arn: federated, federatedBy: ana }, aws(federated, root), 'implicitDeny'],
    ['a federated user without it is not', federated, aws(federated), 'explicitDeny'],
    ['the root user is spared by its account', root, aws(root), 'allowed'],
    ['the root user is not by a user', root, aws(ana), 'explicitDeny'],
    ['everybody is spared', ana, aws('*'), 'allowed'],
    ['every session is spared', session, aws('*'), 'allowed'],
    ['nobody is spared', ana, {}, 'explicitDeny'],
  ])('%s', (_, who, list, decision) => expect(denied(who, list)).toBe(decision));

  it('spares nobody who has a permissions boundary', () => {
    expect(denied(ana, aws(ana, root), { permissionsBoundary: full })).toBe('explicitDeny');
    expect(denied(session, aws(...own), { permissionsBoundary: full })).toBe('explicitDeny');
    expect(denied(ana, aws('*'), { permissionsBoundary: full })).toBe('explicitDeny');
    expect(denied(root, aws(root), { permissionsBoundary: full })).toBe('allowed');
  });

  it('depends on a boundary that nobody knows', () => {
    const answer = ask({ identityPolicies: full, permissionsBoundary: 'unknown', resourcePolicy: doc({ ...deny(), NotPrincipal: aws(ana, root) }) });
    expect(answer).toMatchObject({ decision: 'indeterminate', missingLayers: ['permissionsBoundary'], missingKeys: [] });
  });

  it.each<[Who, object, string]>([
    ['s3.amazonaws.com', { Service: 's3.amazonaws.com' }, 'no'],
    ['s3.amazonaws.com', { Service: 'ec2.amazonaws.com' }, 'yes'],
    ['s3.amazonaws.com', { AWS: account }, 'yes'],
    ['*', { AWS: account }, 'yes'],
    [saml, { Federated: saml }, 'no'],
  ])('%s, spared: %j', (who, list, match) => expect(reached(who, { Effect: 'Deny', NotPrincipal: list })).toBe(match));
});

describe('NotPrincipal with Allow', () => {
  it.each<[Who, object, string]>([
    [ana, aws(ana), 'no'],
    [ana, aws(root), 'no'],
    [ana, aws(guest), 'yes'],
    [session, aws(role), 'no'],
    ['*', aws(ana), 'yes'],
    ['s3.amazonaws.com', aws(ana), 'yes'],
    [ana, {}, 'yes'],
  ])('%s, left out: %j', (who, list, match) => expect(reached(who, { NotPrincipal: list })).toBe(match));
});

describe('who asks', () => {
  it.each<[Who, string]>([
    ['arn:aws:iam::111122223333:group/staff', 'implicitDeny'],
    ['somebody', 'implicitDeny'],
    ['', 'implicitDeny'],
    ['arn:aws:iam::111122223333:user', 'implicitDeny'],
  ])('%s is nobody AWS knows', (principal, decision) => {
    expect(ask({ principal, resourcePolicy: doc(to(aws(ana))) }).decision).toBe(decision);
    expect(ask({ principal, identityPolicies: full }).decision).toBe('allowed');
  });

  it('is a role without session where the ARN names none', () => {
    const principal = `arn:aws:sts::${account}:assumed-role/deploy`;
    expect(reached(principal, { Principal: aws(role) })).toBe('yes');
    expect(reached(principal, { Principal: aws(session) })).toBe('unknown');
  });
});
