import { describe, expect, it } from 'vitest';
import { authorize, layerNames, type AuthorizationRequest } from './index.ts';
import {
  account,
  allow,
  ana,
  ask,
  aws,
  bucket,
  decide,
  deny,
  doc,
  federated,
  full,
  guest,
  nothing,
  object,
  partner,
  role,
  root,
  session,
  to,
} from './requests.test-helper.ts';

type Case = [name: string, request: Partial<AuthorizationRequest>, decision: string];

describe('in one account', () => {
  it.each<Case>([
    ['nothing allows', {}, 'implicitDeny'],
    ['an identity policy allows', { identityPolicies: full }, 'allowed'],
    ['one of several identity policies allows', { identityPolicies: [nothing, full] }, 'allowed'],
    ['an identity policy denies what it allows', { identityPolicies: doc(allow(), deny()) }, 'explicitDeny'],
    ['another identity policy denies', { identityPolicies: [full, doc(deny('s3:GetObject'))] }, 'explicitDeny'],
    ['a Deny for something else', { identityPolicies: doc(allow(), deny('s3:PutObject')) }, 'allowed'],
    ['the boundary allows too', { identityPolicies: full, permissionsBoundary: full }, 'allowed'],
    ['the boundary does not allow', { identityPolicies: full, permissionsBoundary: nothing }, 'implicitDeny'],
    ['the boundary alone grants nothing', { permissionsBoundary: full }, 'implicitDeny'],
    ['the boundary denies', { identityPolicies: full, permissionsBoundary: doc(allow(), deny()) }, 'explicitDeny'],
    ['the session policy allows too', { principal: session, identityPolicies: full, sessionPolicies: full }, 'allowed'],
    ['the session policy does not allow', { principal: session, identityPolicies: full, sessionPolicies: nothing }, 'implicitDeny'],
    ['one of the session policies allows', { principal: session, identityPolicies: full, sessionPolicies: [nothing, full] }, 'allowed'],
    ['the session policy alone grants nothing', { principal: session, sessionPolicies: full }, 'implicitDeny'],
    ['the session policy denies', { principal: session, identityPolicies: full, sessionPolicies: doc(allow(), deny()) }, 'explicitDeny'],
    ['every SCP allows', { identityPolicies: full, serviceControlPolicies: [[full], [full], [full]] }, 'allowed'],
    ['the SCP of the root does not allow', { identityPolicies: full, serviceControlPolicies: [[nothing], [full], [full]] }, 'implicitDeny'],
    ['the SCP of the unit does not allow', { identityPolicies: full, serviceControlPolicies: [[full], [nothing], [full]] }, 'implicitDeny'],
    ['the SCP of the account does not allow', { identityPolicies: full, serviceControlPolicies: [[full], [full], [nothing]] }, 'implicitDeny'],
    [
      'one SCP of each level allows',
      {
        identityPolicies: full,
        serviceControlPolicies: [
          [nothing, full],
          [full, nothing],
        ],
      },
      'allowed',
    ],
    ['a level without an SCP', { identityPolicies: full, serviceControlPolicies: [[full], []] }, 'implicitDeny'],
    ['a list of SCPs is one level', { identityPolicies: full, serviceControlPolicies: [full, nothing] }, 'allowed'],
    ['one SCP is one level', { identityPolicies: full, serviceControlPolicies: nothing }, 'implicitDeny'],
    [
      'levels with names',
      {
        identityPolicies: full,
        serviceControlPolicies: [
          { name: 'root', policies: full },
          { name: 'account', policies: [nothing] },
        ],
      },
      'implicitDeny',
    ],
    ['an SCP beside a level is a level', { identityPolicies: full, serviceControlPolicies: [[full], nothing] }, 'implicitDeny'],
    ['an SCP grants nothing', { serviceControlPolicies: [[full]] }, 'implicitDeny'],
    ['an SCP denies at any level', { identityPolicies: full, serviceControlPolicies: [[full], [full, doc(deny())]] }, 'explicitDeny'],
    ['an SCP limits what a resource policy grants', { resourcePolicy: doc(to(aws(ana))), serviceControlPolicies: [[nothing]] }, 'implicitDeny'],
    ['an RCP that denies nothing', { identityPolicies: full, resourceControlPolicies: [[full]] }, 'allowed'],
    [
      'an RCP without the Allow that AWS attaches',
      { identityPolicies: full, resourceControlPolicies: [[doc(to('*', { Effect: 'Deny', Action: 's3:Put*' }))]] },
      'allowed',
    ],
    ['an RCP denies', { identityPolicies: full, resourceControlPolicies: [[full], [doc(to('*', { Effect: 'Deny' }))]] }, 'explicitDeny'],
    ['an RCP denies what a resource policy grants', { resourcePolicy: doc(to(aws(ana))), resourceControlPolicies: [doc(deny())] }, 'explicitDeny'],
    ['an RCP grants nothing', { resourceControlPolicies: [doc(to('*'))] }, 'implicitDeny'],
    ['a resource policy alone', { resourcePolicy: doc(to(aws(ana))) }, 'allowed'],
    ['a resource policy denies', { identityPolicies: full, resourcePolicy: doc(to('*', { Effect: 'Deny' })) }, 'explicitDeny'],
    ['a resource policy for somebody else', { resourcePolicy: doc(to(aws(guest))) }, 'implicitDeny'],
    ['a resource policy for the account hands on', { resourcePolicy: doc(to(aws(root))) }, 'implicitDeny'],
    ['a resource policy for the account, and an identity policy', { resourcePolicy: doc(to(aws(account))), identityPolicies: full }, 'allowed'],
    ['a resource policy for the account is not needed', { resourcePolicy: doc(to(aws(guest))), identityPolicies: full }, 'allowed'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});

describe('a resource policy in the same account and implicit denies elsewhere', () => {
  const limits = { permissionsBoundary: nothing, sessionPolicies: nothing };
  const named = (name: unknown) => ({ resourcePolicy: doc(to(name)) });
  it.each<Case>([
    ['user by ARN, identity policy silent', { ...named(aws(ana)), identityPolicies: nothing }, 'allowed'],
    ['user by ARN, boundary silent', { ...named(aws(ana)), permissionsBoundary: nothing }, 'allowed'],
    ['user by ARN, session policy silent', { ...named(aws(ana)), sessionPolicies: nothing }, 'allowed'],
    ['user by ARN, boundary denies', { ...named(aws(ana)), permissionsBoundary: doc(deny()) }, 'explicitDeny'],
    ['user by ARN, identity policy denies', { ...named(aws(ana)), identityPolicies: doc(deny()) }, 'explicitDeny'],
    ['role by ARN, nothing limits', { principal: session, ...named(aws(role)) }, 'allowed'],
    ['role by ARN, identity policy silent', { principal: session, ...named(aws(role)), identityPolicies: nothing }, 'allowed'],
    ['role by ARN, boundary silent', { principal: session, ...named(aws(role)), permissionsBoundary: nothing }, 'implicitDeny'],
    ['role by ARN, boundary allows', { principal: session, ...named(aws(role)), permissionsBoundary: full }, 'allowed'],
    ['role by ARN, session policy silent', { principal: session, ...named(aws(role)), sessionPolicies: nothing }, 'implicitDeny'],
    ['role by ARN, session policy allows', { principal: session, ...named(aws(role)), sessionPolicies: full }, 'allowed'],
    [
      'role by ARN, one of both silent',
      { principal: session, ...named(aws(role)), permissionsBoundary: full, sessionPolicies: nothing },
      'implicitDeny',
    ],
    ['role by ARN, asked for the role itself', { principal: role, ...named(aws(role)), permissionsBoundary: nothing }, 'implicitDeny'],
    ['session by ARN, boundary silent', { principal: session, ...named(aws(session)), permissionsBoundary: nothing }, 'allowed'],
    ['session by ARN, session policy silent', { principal: session, ...named(aws(session)), sessionPolicies: nothing }, 'allowed'],
    ['session by ARN, both silent', { principal: session, ...named(aws(session)), ...limits }, 'allowed'],
    ['session by ARN, boundary denies', { principal: session, ...named(aws(session)), permissionsBoundary: doc(deny()) }, 'explicitDeny'],
    ['session by ARN, session policy denies', { principal: session, ...named(aws(session)), sessionPolicies: doc(deny()) }, 'explicitDeny'],
    ['session and role by ARN, both silent', { principal: session, ...named(aws(role, session)), ...limits }, 'allowed'],
    ['another session by ARN', { principal: session, ...named(aws(`${session}2`)) }, 'implicitDeny'],
    ['federated user by ARN, both silent', { principal: federated, ...named(aws(federated)), ...limits }, 'allowed'],
    [
      'federated user by the ARN of its user, session policy silent',
      { principal: { arn: federated, federatedBy: ana }, ...named(aws(ana)), sessionPolicies: nothing },
      'implicitDeny',
    ],
    [
      'federated user by the ARN of its user, session policy allows',
      { principal: { arn: federated, federatedBy: ana }, ...named(aws(ana)), sessionPolicies: full },
      'allowed',
    ],
    [
      'federated user by the ARN of its user, boundary silent',
      { principal: { arn: federated, federatedBy: ana }, ...named(aws(ana)), sessionPolicies: full, permissionsBoundary: nothing },
      'implicitDeny',
    ],
    [
      'federated user by the ARN of another user',
      { principal: { arn: federated, federatedBy: ana }, ...named(aws(guest)), sessionPolicies: full },
      'implicitDeny',
    ],
    ['everybody, both silent', { principal: session, ...named('*'), ...limits }, 'allowed'],
    ['everybody, a user', { ...named('*'), permissionsBoundary: nothing }, 'allowed'],
    ['the account, boundary silent', { ...named(aws(root)), identityPolicies: full, permissionsBoundary: nothing }, 'implicitDeny'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});

describe('federated users', () => {
  const principal = federated;
  it.each<Case>([
    ['without session policy may do nothing', { principal, identityPolicies: full }, 'implicitDeny'],
    ['with session policy', { principal, identityPolicies: full, sessionPolicies: full }, 'allowed'],
    ['with session policy, user may not', { principal, identityPolicies: nothing, sessionPolicies: full }, 'implicitDeny'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));

  it('says why', () => expect(ask({ principal, identityPolicies: full }).builtIn).toEqual(['federated-user-needs-session-policy']));
});

describe('between two accounts', () => {
  const base = { principal: guest, resourceAccount: account };
  it.each<Case>([
    ['both allow', { ...base, identityPolicies: full, resourcePolicy: doc(to(aws(guest))) }, 'allowed'],
    ['both allow, the account is named', { ...base, identityPolicies: full, resourcePolicy: doc(to(aws(partner))) }, 'allowed'],
    ['both allow, everybody is named', { ...base, identityPolicies: full, resourcePolicy: doc(to('*')) }, 'allowed'],
    ['identity policy alone', { ...base, identityPolicies: full }, 'implicitDeny'],
    ['resource policy alone', { ...base, resourcePolicy: doc(to(aws(guest))) }, 'implicitDeny'],
    [
      'the boundary limits, whoever is named',
      { ...base, identityPolicies: full, permissionsBoundary: nothing, resourcePolicy: doc(to(aws(guest))) },
      'implicitDeny',
    ],
    [
      'the SCPs of the caller limit',
      { ...base, identityPolicies: full, serviceControlPolicies: [[nothing]], resourcePolicy: doc(to(aws(guest))) },
      'implicitDeny',
    ],
    [
      'the RCPs of the resource deny',
      { ...base, identityPolicies: full, resourceControlPolicies: [doc(deny())], resourcePolicy: doc(to(aws(guest))) },
      'explicitDeny',
    ],
    [
      'the resource policy denies',
      { ...base, identityPolicies: full, resourcePolicy: doc(to(aws(guest)), to('*', { Effect: 'Deny' })) },
      'explicitDeny',
    ],
    [
      'a session named, session policy silent',
      { principal: session, resourceAccount: partner, identityPolicies: full, sessionPolicies: nothing, resourcePolicy: doc(to(aws(session))) },
      'implicitDeny',
    ],
    [
      'the root user of the other account',
      { principal: `arn:aws:iam::${partner}:root`, resourceAccount: account, resourcePolicy: doc(to(aws(partner))) },
      'allowed',
    ],
    ['the root user of the other account, nobody named', { principal: `arn:aws:iam::${partner}:root`, resourceAccount: account }, 'implicitDeny'],
    [
      'told by the ARN',
      { principal: guest, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${account}:q`, identityPolicies: full },
      'implicitDeny',
    ],
    ['told by the context', { principal: guest, context: { 'aws:ResourceAccount': account }, identityPolicies: full }, 'implicitDeny'],
    ['a bucket is taken for the caller’s own', { principal: guest, identityPolicies: full }, 'allowed'],
    [
      'a policy of AWS is nobody else’s',
      { action: 'iam:GetPolicy', resource: 'arn:aws:iam::aws:policy/ReadOnlyAccess', identityPolicies: full },
      'allowed',
    ],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));

  it('says so', () => {
    expect(ask(base).crossAccount).toBe(true);
    expect(ask({}).crossAccount).toBe(false);
    expect(ask({ resourceAccount: 'unknown' }).crossAccount).toBeNull();
  });
});

describe('whom control policies do not bind', () => {
  const scp = { identityPolicies: full, serviceControlPolicies: [[doc(deny())]] };
  const rcp = { identityPolicies: full, resourceControlPolicies: [[doc(deny())]] };
  const linked = `arn:aws:iam::${account}:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport`;
  const linkedSession = `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForSupport/x`;
  it.each<Case>([
    ['an SCP binds a member account', scp, 'explicitDeny'],
    ['an SCP binds the root user of a member account', { ...scp, principal: root }, 'explicitDeny'],
    ['an SCP that is silent binds the root user', { principal: root, serviceControlPolicies: [[nothing]] }, 'implicitDeny'],
    ['an SCP binds no management account', { ...scp, managementAccount: account }, 'allowed'],
    ['an SCP binds no management account told by the context', { ...scp, context: { 'aws:PrincipalOrgMasterAccountId': account } }, 'allowed'],
    ['an SCP binds members told by the context', { ...scp, context: { 'aws:PrincipalOrgMasterAccountId': partner } }, 'explicitDeny'],
    ['an SCP binds members when another is the management account', { ...scp, managementAccount: partner }, 'explicitDeny'],
    ['an SCP binds no service-linked role', { ...scp, principal: linked }, 'allowed'],
    ['an SCP binds no session of a service-linked role', { ...scp, principal: linkedSession }, 'allowed'],
    ['an SCP binds no session whose role is service-linked', { ...scp, principal: { arn: linkedSession, roleArn: linked } }, 'allowed'],
    [
      'an SCP binds a role that only bears such a name',
      { ...scp, principal: { arn: linkedSession, roleArn: `arn:aws:iam::${account}:role/AWSServiceRoleForSupport` } },
      'explicitDeny',
    ],
    ['an SCP binds no service', { ...scp, principal: 's3.amazonaws.com', resourcePolicy: doc(to('*')) }, 'allowed'],
    ['an SCP binds no anonymous request', { ...scp, principal: '*', resourcePolicy: doc(to('*')) }, 'allowed'],
    ['an RCP binds resources of a member account', rcp, 'explicitDeny'],
    ['an RCP binds no resource of the management account', { ...rcp, managementAccount: account }, 'allowed'],
    [
      'an RCP binds a caller from the management account',
      { ...rcp, managementAccount: account, resourceAccount: partner, resourcePolicy: doc(to(aws(ana))) },
      'explicitDeny',
    ],
    ['an RCP binds no service-linked role', { ...rcp, principal: linked }, 'allowed'],
    ['an RCP binds services', { ...rcp, principal: 's3.amazonaws.com', resourcePolicy: doc(to('*')) }, 'explicitDeny'],
    ['an RCP binds anonymous requests', { ...rcp, principal: '*', resourcePolicy: doc(to('*')) }, 'explicitDeny'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));

  it('says so', () => {
    expect(ask({ ...scp, managementAccount: account }).builtIn).toEqual(['management-account-is-not-bound']);
    expect(ask({ ...scp, principal: linked }).builtIn).toEqual(['service-linked-role-is-not-bound']);
    expect(ask({ ...scp, managementAccount: account }).layers.map(({ state }) => state)).toEqual([
      'notApplicable',
      'notApplicable',
      'none',
      'documents',
      'none',
      'notApplicable',
    ]);
  });
});

describe('the root user', () => {
  it.each<Case>([
    ['needs no policy', { principal: root }, 'allowed'],
    ['is told by the account id too', { principal: account }, 'allowed'],
    ['is denied by a resource policy', { principal: root, resourcePolicy: doc(to('*', { Effect: 'Deny' })) }, 'explicitDeny'],
    ['has no identity policy', { principal: root, identityPolicies: doc(deny()) }, 'allowed'],
    ['has no boundary', { principal: root, permissionsBoundary: doc(deny()) }, 'allowed'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});

describe('who has no policies of its own', () => {
  it.each<Case>([
    ['anonymous, everybody named', { principal: '*', resourcePolicy: doc(to('*')) }, 'allowed'],
    ['anonymous by word', { principal: 'anonymous', resourcePolicy: doc(to('*')) }, 'allowed'],
    ['anonymous, an account named', { principal: '*', resourcePolicy: doc(to(aws(account))) }, 'implicitDeny'],
    ['anonymous, no policy', { principal: '*' }, 'implicitDeny'],
    ['a service named', { principal: 'sns.amazonaws.com', resourcePolicy: doc(to({ Service: 'sns.amazonaws.com' })) }, 'allowed'],
    ['a service, everybody named', { principal: 'sns.amazonaws.com', resourcePolicy: doc(to('*')) }, 'allowed'],
    ['a service, identity policies are nothing to it', { principal: 'sns.amazonaws.com', identityPolicies: full }, 'implicitDeny'],
    [
      'a service, identity policies that deny are nothing to it',
      { principal: 'sns.amazonaws.com', identityPolicies: doc(deny()), resourcePolicy: doc(to('*')) },
      'allowed',
    ],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});

describe('sts:GetCallerIdentity', () => {
  const whoami = { action: 'sts:GetCallerIdentity', resource: '*' };
  it.each<Case>([
    ['needs no permission', whoami, 'allowed'],
    ['cannot be denied', { ...whoami, identityPolicies: doc(deny()) }, 'allowed'],
    ['is not for anonymous requests', { ...whoami, principal: '*' }, 'implicitDeny'],
  ])('%s', (_, request, decision) => expect(decide(request)).toBe(decision));
});

it('is told whose bucket it is', () => expect(ask({ principal: guest, resource: bucket, resourceAccount: account }).crossAccount).toBe(true));

it('asks without a resource for an action that takes none', () => {
  const request = { principal: ana, action: 'ec2:DescribeInstances', ...Object.fromEntries(layerNames.map((name) => [name, 'none'])) };
  expect(authorize({ ...request, identityPolicies: doc(allow('ec2:Describe*')) }).decision).toBe('allowed');
  expect(authorize({ ...request, identityPolicies: doc(allow('*', object)) }).decision).toBe('implicitDeny');
});
