import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { importSources } from '@iam-dossier/core/importer';
import { explainAccess, findPrincipal, type AccessQuestion } from './index.ts';

const account = '111122223333';
const arn = (rest: string) => `arn:aws:iam::${account}:${rest}`;
const full = { Version: '2012-10-17', Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }] };
const ec2 = {
  Version: '2012-10-17',
  Statement: { Sid: 'Machines', Effect: 'Allow', Action: ['ec2:Describe*', 'ec2:StartInstances'], Resource: '*' },
};
const trust = (AWS: string) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }] });
const managed = (name: string, Document: unknown) => ({
  PolicyName: name,
  Arn: arn(`policy/${name}`),
  DefaultVersionId: 'v2',
  PolicyVersionList: [
    { VersionId: 'v1', IsDefaultVersion: false, Document: full },
    { VersionId: 'v2', IsDefaultVersion: true, Document },
  ],
});
const attached = (...names: string[]) => names.map((name) => ({ PolicyName: name, PolicyArn: arn(`policy/${name}`) }));

const details = {
  UserDetailList: [
    {
      UserName: 'ana',
      UserId: 'AIDAANA',
      Arn: arn('user/team/ana'),
      Path: '/team/',
      GroupList: ['operators'],
      AttachedManagedPolicies: [],
      Tags: [{ Key: 'team', Value: 'blue' }],
    },
    {
      UserName: 'bob',
      UserId: 'AIDABOB',
      Arn: arn('user/bob'),
      Path: '/',
      GroupList: [],
      AttachedManagedPolicies: attached('Everything'),
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/Machines') },
    },
    { UserName: 'eve', UserId: 'AIDAEVE', Arn: arn('user/eve'), Path: '/', GroupList: ['gone'], AttachedManagedPolicies: attached('Machines') },
    {
      UserName: 'tom',
      UserId: 'AIDATOM',
      Arn: arn('user/tom'),
      Path: '/',
      GroupList: [],
      AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
    },
    {
      UserName: 'shared',
      UserId: 'AIDASHARED',
      Arn: arn('user/shared'),
      Path: '/',
      GroupList: [],
      AttachedManagedPolicies: [],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: full }],
    },
  ],
  GroupDetailList: [
    {
      GroupName: 'operators',
      GroupId: 'AGPAOPS',
      Arn: arn('group/operators'),
      Path: '/',
      GroupPolicyList: [],
      AttachedManagedPolicies: attached('Machines'),
    },
  ],
  RoleDetailList: [
    {
      RoleName: 'deploy',
      RoleId: 'AROADEPLOY',
      Arn: arn('role/ops/deploy'),
      Path: '/ops/',
      AssumeRolePolicyDocument: trust(arn('root')),
      AttachedManagedPolicies: [],
      RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: ec2 }],
    },
    {
      RoleName: 'shared',
      RoleId: 'AROASHARED',
      Arn: arn('role/shared'),
      Path: '/',
      AssumeRolePolicyDocument: trust(arn('user/team/ana')),
      AttachedManagedPolicies: [],
    },
  ],
  Policies: [managed('Machines', ec2), managed('Everything', full)],
};

function snapshotOf(value: unknown = details): Snapshot {
  const bytes = Buffer.from(JSON.stringify(value));
  const identity = Buffer.from(JSON.stringify({ UserId: 'A', Account: account, Arn: arn('root') }));
  return importSources([
    { name: 'details.json', bytes },
    { name: 'identity.json', bytes: identity },
  ]);
}

const snapshot = snapshotOf();
const none = { serviceControlPolicies: 'none', resourceControlPolicies: 'none', sessionPolicies: 'none' };
const ask = (principal: string, action: string, more: Partial<AccessQuestion> = {}) =>
  explainAccess(snapshot, { principal, action, ...none, ...more });

describe('findPrincipal', () => {
  it.each([
    ['ana', arn('user/team/ana')],
    [arn('user/team/ana'), arn('user/team/ana')],
    ['deploy', arn('role/ops/deploy')],
    [arn('role/ops/deploy'), arn('role/ops/deploy')],
    [`arn:aws:sts::${account}:assumed-role/deploy/ci`, `arn:aws:sts::${account}:assumed-role/deploy/ci`],
    ['root', arn('root')],
    ['ec2.amazonaws.com', 'ec2.amazonaws.com'],
    ['*', '*'],
    ['arn:aws:iam::444455556666:user/guest', 'arn:aws:iam::444455556666:user/guest'],
  ])('%s', (text, wanted) => {
    const found = findPrincipal(snapshot, text);
    expect(found.state === 'found' ? found.principal.input.arn : found.state).toBe(wanted);
  });

  it('refuses a name that two bear, and one that nobody bears', () => {
    expect(findPrincipal(snapshot, 'shared').state).toBe('ambiguous');
    expect(findPrincipal(snapshot, 'nobody').state).toBe('absent');
    expect(() => ask('shared', 'ec2:RunInstances')).toThrow(/names a user and a role: give the ARN, arn:.*user\/shared or arn:.*role\/shared/);
    expect(() => ask('nobody.known', 'ec2:RunInstances')).toThrow(/no user and no role named "nobody.known"/);
  });

  it('hands over unique ids and the tags of users', () => {
    const find = (text: string) => {
      const found = findPrincipal(snapshot, text);
      return found.state === 'found' ? found.principal.input : undefined;
    };
    expect(find('ana')).toEqual({ arn: arn('user/team/ana'), uniqueId: 'AIDAANA', tags: { team: 'blue' } });
    expect(find(`arn:aws:sts::${account}:assumed-role/deploy/ci`)).toEqual({
      arn: `arn:aws:sts::${account}:assumed-role/deploy/ci`,
      roleArn: arn('role/ops/deploy'),
      uniqueId: 'AROADEPLOY',
    });
  });
});

describe('explainAccess', () => {
  it.each<[name: string, principal: string, action: string, more: Partial<AccessQuestion>, decision: string]>([
    ['a policy by a group', 'ana', 'ec2:DescribeInstances', {}, 'allowed'],
    ['a policy by a group that does not allow', 'ana', 'ec2:RunInstances', { resourcePolicy: 'none' }, 'implicitDeny'],
    ['a version that is not in force', 'ana', 'iam:CreateUser', {}, 'implicitDeny'],
    ['the boundary', 'bob', 'iam:CreateUser', {}, 'implicitDeny'],
    ['policy and boundary', 'bob', 'ec2:DescribeInstances', {}, 'allowed'],
    ['a group that is not there', 'eve', 'ec2:DescribeInstances', {}, 'indeterminate'],
    ['a policy that is not there', 'tom', 'iam:ListUsers', {}, 'indeterminate'],
    ['an inline policy', arn('user/shared'), 'iam:ListUsers', {}, 'allowed'],
    ['a role', 'deploy', 'ec2:DescribeInstances', {}, 'allowed'],
    ['a role whose session policy nobody knows', 'deploy', 'ec2:DescribeInstances', { sessionPolicies: 'unknown' }, 'indeterminate'],
    ['a session', `arn:aws:sts::${account}:assumed-role/deploy/ci`, 'ec2:DescribeInstances', {}, 'allowed'],
    ['assuming a role that trusts the account', 'ana', 'sts:AssumeRole', { resource: arn('role/ops/deploy') }, 'implicitDeny'],
    [
      'assuming a role that trusts the account, with permission',
      arn('user/shared'),
      'sts:AssumeRole',
      { resource: arn('role/ops/deploy') },
      'allowed',
    ],
    ['assuming a role that trusts the user', 'ana', 'sts:AssumeRole', { resource: arn('role/shared') }, 'allowed'],
    ['assuming a role that trusts another user', 'bob', 'sts:AssumeRole', { resource: arn('role/shared') }, 'implicitDeny'],
    ['assuming a role that is not there', arn('user/shared'), 'sts:AssumeRole', { resource: arn('role/absent') }, 'indeterminate'],
    ['a bucket policy that nobody knows', arn('user/shared'), 's3:GetObject', { resource: 'arn:aws:s3:::b/k' }, 'indeterminate'],
    ['a bucket policy that is none', arn('user/shared'), 's3:GetObject', { resource: 'arn:aws:s3:::b/k', resourcePolicy: 'none' }, 'allowed'],
    [
      'a bucket policy that is given',
      'ana',
      's3:GetObject',
      {
        resource: 'arn:aws:s3:::b/k',
        resourcePolicy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: arn('user/team/ana') }, Action: 's3:*', Resource: '*' }],
        },
      },
      'allowed',
    ],
    ['an action without resource has no resource policy', arn('user/shared'), 's3:ListAllMyBuckets', {}, 'allowed'],
    ['a user of another account', 'arn:aws:iam::444455556666:user/guest', 'iam:ListUsers', {}, 'indeterminate'],
    ['the root user', 'root', 'iam:ListUsers', {}, 'allowed'],
    ['control policies that nobody knows', arn('user/shared'), 'iam:ListUsers', { serviceControlPolicies: 'unknown' }, 'indeterminate'],
    ['control policies that are given', arn('user/shared'), 'iam:ListUsers', { serviceControlPolicies: [[ec2]] }, 'implicitDeny'],
  ])('%s', (_, principal, action, more, decision) => expect(ask(principal, action, more).answer.decision).toBe(decision));

  it('says what decided, where it stands and what it says', () => {
    const { deciding, principal, unresolved } = ask('ana', 'ec2:DescribeInstances');
    expect(principal).toEqual({ arn: arn('user/team/ana'), inSnapshot: true });
    expect(unresolved).toEqual([]);
    expect(deciding).toMatchObject([
      {
        layer: 'identityPolicies',
        name: 'Machines',
        sid: 'Machines',
        path: '/Statement',
        source: {
          policyName: 'Machines',
          policyArn: arn('policy/Machines'),
          groups: ['operators'],
          at: '/managedPolicies/1/policyVersionList/1/document',
        },
        text: ec2.Statement,
      },
    ]);
  });

  it('tells when a resource was left out', () => {
    expect(ask('ana', 's3:GetObject').resourceLeftOut).toBe(true);
    expect(ask('ana', 's3:GetObject', { resource: 'arn:aws:s3:::b/k' }).resourceLeftOut).toBe(false);
    expect(ask('ana', 's3:ListAllMyBuckets').resourceLeftOut).toBe(false);
    expect(ask('ana', 'madeup:Thing').resourceLeftOut).toBe(false);
  });

  it('says what a trust policy decided', () => {
    const { deciding } = ask('ana', 'sts:AssumeRole', { resource: arn('role/shared') });
    expect(deciding).toMatchObject([
      {
        layer: 'resourcePolicy',
        source: { policyName: 'AssumeRolePolicyDocument', at: '/roles/1/assumeRolePolicyDocument' },
        text: { Action: 'sts:AssumeRole' },
      },
    ]);
  });

  it('tells what holds within the snapshot when layers outside it are unknown', () => {
    const { answer, withinSnapshot, deciding } = explainAccess(snapshot, {
      principal: arn('user/shared'),
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
    });
    expect(answer).toMatchObject({
      decision: 'indeterminate',
      missingLayers: ['serviceControlPolicies', 'resourceControlPolicies', 'resourcePolicy'],
    });
    expect(withinSnapshot.decision).toBe('allowed');
    expect(deciding).toMatchObject([{ source: { policyName: 'own' } }]);
  });

  it('names what is not in the snapshot', () => {
    expect(ask('tom', 'iam:ListUsers').unresolved).toEqual([
      { policyName: 'ReadOnlyAccess', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', groups: [], at: null },
    ]);
    expect(ask('eve', 'iam:ListUsers').unresolved).toEqual([{ policyName: '', groups: ['gone'], at: null }]);
    expect(ask('tom', 'iam:ListUsers').withinSnapshot.decision).toBe('indeterminate');
  });

  it('lists near misses, those that fail by least first', () => {
    const statement = (more: object) => ({ Effect: 'Allow', Action: 's3:*', Resource: '*', ...more });
    const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const document = {
      Version: '2012-10-17',
      Statement: [
        statement({ Resource: 'arn:aws:s3:::other', Condition: { StringEquals: { 'aws:SourceVpc': 'v' } } }),
        statement({ Resource: 'arn:aws:s3:::other' }),
        statement({ Condition: mfa }),
        statement({ Action: 'ec2:*' }),
      ],
    };
    const changed = snapshotOf({
      ...details,
      UserDetailList: [{ ...details.UserDetailList[4], UserPolicyList: [{ PolicyName: 'own', PolicyDocument: document }] }],
    });
    const { nearMisses } = explainAccess(changed, {
      principal: arn('user/shared'),
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      context: { 'aws:SourceVpc': 'w' },
    });
    expect(nearMisses.map(({ statement: place, match, mismatches, source }) => [place, match, mismatches.length, source?.policyName])).toEqual([
      [2, 'unknown', 1, 'own'],
      [1, 'no', 1, 'own'],
      [0, 'no', 2, 'own'],
    ]);
  });

  it('uses the tags of a user, and not those of a role, to which a session may add', () => {
    const tagged = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }],
    };
    const changed = snapshotOf({
      ...details,
      UserDetailList: [{ ...details.UserDetailList[0], UserPolicyList: [{ PolicyName: 'own', PolicyDocument: tagged }] }],
      RoleDetailList: [
        { ...details.RoleDetailList[0], Tags: [{ Key: 'team', Value: 'blue' }], RolePolicyList: [{ PolicyName: 'own', PolicyDocument: tagged }] },
      ],
    });
    const decide = (principal: string) => explainAccess(changed, { principal, action: 'iam:ListUsers', ...none }).answer;
    expect(decide('ana').decision).toBe('allowed');
    expect(decide('deploy')).toMatchObject({ decision: 'indeterminate', missingKeys: ['aws:PrincipalTag/team'] });
  });

  it('knows no policies and no boundary of a user that only a list names', () => {
    const listed = snapshotOf({
      Users: [{ UserName: 'ana', UserId: 'AIDAANA', Arn: arn('user/ana'), Path: '/', CreateDate: '2026-01-01T00:00:00Z' }],
    });
    expect(explainAccess(listed, { principal: 'ana', action: 'iam:ListUsers', ...none }).answer).toMatchObject({
      decision: 'indeterminate',
      missingLayers: ['identityPolicies', 'permissionsBoundary'],
    });
  });

  it('takes an unreadable document for unknown, and says so', () => {
    const changed = snapshotOf({
      ...details,
      UserDetailList: [{ ...details.UserDetailList[4], UserPolicyList: [{ PolicyName: 'own', PolicyDocument: '{' }] }],
    });
    const { answer } = explainAccess(changed, { principal: arn('user/shared'), action: 'iam:ListUsers', ...none });
    expect(answer).toMatchObject({ decision: 'indeterminate', missingLayers: ['identityPolicies'], unreadable: [{ name: 'own' }] });
  });
});
