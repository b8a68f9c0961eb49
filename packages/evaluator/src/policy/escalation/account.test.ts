import { describe, expect, it } from 'vitest';
import {
  awsAccount,
  wholeAccount,
  type Answer,
  type DetailLists,
  type Holdings,
  type RawStatement as AccountStatement,
} from '../../testing/aws.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../../testing/report.test-helper.ts';
import { allow, deny, document, stateOf, type RawStatement } from './escalation.test-helper.ts';
import { findEscalations, type EscalationInput } from './find.ts';

const aws = awsAccount();
const admin = aws.policy('AdministratorAccess', [{ Action: '*' }]);
const service = (name: string, Condition?: object): AccountStatement[] => [
  { Principal: { Service: `${name}.amazonaws.com` }, ...(Condition ? { Condition } : {}) },
];
const account = (Condition?: object): AccountStatement[] => [
  { Principal: { AWS: 'arn:aws:iam::111122223333:root' }, ...(Condition ? { Condition } : {}) },
];
const asAdmin: Holdings = { attached: ['AdministratorAccess'] };
const ana = { type: 'user', arn: aws.arn('user', '/ana') } as const;

function judged(statements: RawStatement[], lists: DetailLists, others: Partial<EscalationInput> = {}, report: Answer[] = []) {
  const users = [aws.user('ana'), ...(lists.users ?? [])];
  const snapshot = aws.snapshot([...wholeAccount({ policies: [admin], ...lists, users }), ...report]);
  return findEscalations({ identityPolicies: [document(...statements)], principal: ana, account: snapshot, ...others });
}
const state = (id: string, ...input: Parameters<typeof judged>) => stateOf(judged(...input), id);
const lacks = (id: string, ...input: Parameters<typeof judged>) =>
  judged(...input)
    .find((entry) => entry.id === id)
    ?.missing.map((entry) => entry.id);

describe('a role for a service', () => {
  const launch = [allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'])];
  const role = (trust: AccountStatement[] | string, holdings: Holdings = asAdmin) => ({ roles: [aws.role('worker', trust, holdings)] });

  it('is reachable when one that is more privileged trusts the service', () => {
    const [found] = judged(launch, role(service('lambda')));
    expect([found?.state, found?.target, found?.path.data['target']]).toEqual(['reachable', aws.arn('role', '/worker'), 'worker']);
  });

  it.each<[string, DetailLists, string]>([
    ['no role trusts the service', role(service('ec2')), 'no-role-for-service'],
    ['none that does may do more', role(service('lambda'), { inline: { log: [{ Action: 'logs:PutLogEvents' }] } }), 'not-privileged-role'],
    [
      'only a service-linked role does',
      { roles: [aws.role('x', service('lambda'), { ...asAdmin, path: '/aws-service-role/lambda.amazonaws.com/' })] },
      'no-role-for-service',
    ],
  ])('is latent when %s', (_, lists, lack) => {
    expect([state('lambda-001', launch, lists), lacks('lambda-001', launch, lists)]).toEqual(['latent', [lack]]);
  });

  it('is no more than what may be passed', () => {
    const within = (resource: string) => [allow('iam:PassRole', resource), allow('lambda:*')];
    expect(state('lambda-001', within(aws.arn('role', '/w*')), role(service('lambda')))).toBe('reachable');
    expect(state('lambda-001', within(aws.arn('role', '/worker')), role(service('lambda')))).toBe('reachable');
    expect(lacks('lambda-001', within(aws.arn('role', '/other')), role(service('lambda')))).toEqual(['out-of-scope-role']);
    expect(
      state('lambda-001', [{ Action: 'iam:PassRole', NotResource: aws.arn('role', '/worker') }, allow('lambda:*')], role(service('lambda'))),
    ).toBe('latent');
  });

  it('is guarded by a condition on the service, and not there for another', () => {
    const to = (name: string) => [
      allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': `${name}.amazonaws.com` } }),
      allow(['lambda:*']),
    ];
    expect(state('lambda-001', to('lambda'), role(service('lambda')))).toBe('unverified');
    expect(state('lambda-001', to('ec2'), role(service('lambda')))).toBe('latent');
  });

  it('counts only those services that its trust lets in unconditionally', () => {
    expect(state('lambda-001', launch, role(service('lambda', { StringEquals: { 'aws:SourceAccount': aws.id } })))).toBe('reachable');
    expect(
      state('lambda-001', launch, role(service('lambda', { ArnEquals: { 'aws:SourceArn': 'arn:aws:lambda:us-east-1:111122223333:function:one' } }))),
    ).toBe('unverified');
    expect(state('lambda-001', launch, role('{'))).toBe('unverified');
  });

  it('is unverified when what the role may do is not in the data, or when roles are missing', () => {
    expect(state('lambda-001', launch, role(service('lambda'), { attached: ['arn:aws:iam::111122223333:policy/gone'] }))).toBe('unverified');
    const snapshot = aws.snapshot([{ UserDetailList: [aws.user('ana')] }]);
    expect(stateOf(findEscalations({ identityPolicies: [document(...launch)], account: snapshot }), 'lambda-001')).toBe('unverified');
  });

  it('needs an instance profile on EC2, or the right to make one', () => {
    const run = [allow(['iam:PassRole', 'ec2:RunInstances'])];
    expect(lacks('ec2-001', run, role(service('ec2')))).toEqual(['need-instanceProfile']);
    const profile = {
      ...aws.role('worker', service('ec2'), asAdmin),
      InstanceProfileList: [{ InstanceProfileName: 'p', Arn: aws.arn('instance-profile', '/p'), Path: '/', Roles: [] }],
    };
    expect(state('ec2-001', run, { roles: [profile] })).toBe('reachable');
    const [found] = judged([...run, allow(['iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile'])], role(service('ec2')));
    expect([found?.id, found?.via, found?.state]).toEqual(['ec2-001', 'pmapper-ec2-profile', 'reachable']);
  });

  it('is unverified where something must stand already, and latent where no role trusts the service', () => {
    expect(state('ssm-001', [allow('ssm:StartSession')], role(service('ec2')))).toBe('unverified');
    expect(state('ssm-001', [allow('ssm:StartSession')], role(service('lambda')))).toBe('latent');
  });

  it('is marked where AWS offers the service to few', () => {
    const pipeline = [allow(['iam:PassRole', 'datapipeline:CreatePipeline'])];
    expect([state('dp-min', pipeline, role(service('ec2'))), lacks('dp-min', pipeline, role(service('ec2')))]).toEqual([
      'unverified',
      ['retired-closed'],
    ]);
    expect(lacks('dp-min', pipeline, role(service('lambda')))).toEqual(['no-role-for-service', 'retired-closed']);
  });

  it('is none of more than a principal that holds as much', () => {
    expect(state('lambda-001', [...launch, allow('s3:*')], role(service('lambda'), { inline: { s3: [{ Action: 's3:*' }] } }))).toBe('latent');
    expect(state('lambda-001', launch, role(service('lambda'), { inline: { s3: [{ Action: 's3:*' }] } }))).toBe('reachable');
  });
});

describe('another user', () => {
  const key = [allow('iam:CreateAccessKey')];
  const others = (...users: object[]) => ({ users });
  const bob = aws.user('bob', asAdmin);

  it('is reachable with room for a key, and by deleting one without', () => {
    expect(state('iam-002', key, others(bob), {}, [reportOf({ bob: {} })])).toBe('reachable');
    const full = reportOf({ bob: { ...keyCells, access_key_2_active: 'false', access_key_2_last_rotated: '2026-09-01T10:00:00+00:00' } });
    expect(lacks('iam-002', key, others(bob), {}, [full])).toEqual(['need-spareKey']);
    const [found] = judged([...key, allow('iam:DeleteAccessKey')], others(bob), {}, [full]);
    expect([found?.via, found?.state]).toEqual(['iam-003', 'reachable']);
  });

  it('is reachable by its password, new or changed', () => {
    const [create, change] = [[allow('iam:CreateLoginProfile')], [allow('iam:UpdateLoginProfile')]];
    const report = (cells: object) => [reportOf({ bob: cells })];
    expect([state('iam-004', create, others(bob), {}, report({})), state('iam-006', change, others(bob), {}, report({}))]).toEqual([
      'reachable',
      'latent',
    ]);
    const password = report(consoleCells);
    expect([state('iam-004', create, others(bob), {}, password), state('iam-006', change, others(bob), {}, password)]).toEqual([
      'latent',
      'reachable',
    ]);
  });

  it.each<[string, object[], string]>([
    ['there is none', [], 'no-user'],
    ['none may do more', [aws.user('bob')], 'not-privileged-user'],
  ])('is latent when %s', (_, users, lack) => {
    expect(lacks('iam-002', key, { users })).toEqual([lack]);
  });

  it('is unverified when its keys are not in the data', () => {
    expect([state('iam-002', key, others(bob)), lacks('iam-002', key, others(bob))]).toEqual(['unverified', ['unknown-spareKey']]);
    expect(lacks('iam-004', [allow('iam:CreateLoginProfile')], others(bob))).toEqual(['unknown-noPassword']);
  });

  it('is out of reach where the scope leaves it out', () => {
    const scoped = (resource: string) => [allow('iam:CreateAccessKey', resource)];
    expect(lacks('iam-002', scoped(aws.arn('user', '/c*')), others(bob), {}, [reportOf({ bob: {} })])).toEqual(['out-of-scope-user']);
    expect(judged(scoped('arn:aws:iam::*:user/${aws:username}'), others(bob), {}, [reportOf({ bob: {} })])).toEqual([]);
    expect(state('iam-002', [...key, deny('iam:CreateAccessKey', aws.arn('user', '/bob'))], others(bob), {}, [reportOf({ bob: {} })])).toBe(
      'unverified',
    );
  });

  it('may be given everything before it is taken', () => {
    const both = [allow(['iam:AttachUserPolicy', 'iam:CreateAccessKey'], aws.arn('user', '/bob'))];
    const [found] = judged(both, others(aws.user('bob')), {}, [reportOf({ bob: {} })]);
    expect([found?.id, found?.via, found?.state]).toEqual(['iam-008', 'iam-015', 'reachable']);
  });
});

describe('another role', () => {
  const assume = [allow('sts:AssumeRole')];
  const role = (trust: AccountStatement[], holdings: Holdings = asAdmin) => ({ roles: [aws.role('ops', trust, holdings)] });

  it.each<[string, AccountStatement[], string]>([
    ['the account', account(), 'reachable'],
    ['the user itself', [{ Principal: { AWS: ana.arn } }], 'reachable'],
    ['the account, with MFA', account({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), 'unverified'],
    ['another user', [{ Principal: { AWS: aws.arn('user', '/bob') } }], 'latent'],
    ['another account', [{ Principal: { AWS: '444455556666' } }], 'latent'],
    ['a service', service('ec2'), 'latent'],
  ])('that trusts %s', (_, trust, expected) => expect(state('sts-001', assume, role(trust))).toBe(expected));

  it('of another account is judged there', () => {
    expect(lacks('sts-001', [allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/ops')], role(account()))).toEqual(['other-account']);
    expect(lacks('sts-001', [allow('sts:AssumeRole', aws.arn('role', '/x'))], role(account()))).toEqual(['out-of-scope-role']);
  });

  it('lets in by a new trust policy, but for those of AWS', () => {
    const edit = [allow('iam:UpdateAssumeRolePolicy')];
    expect(state('iam-012', edit, role(service('ec2')))).toBe('reachable');
    expect(lacks('iam-012', edit, { roles: [aws.role('x', account(), { ...asAdmin, path: '/aws-reserved/sso.amazonaws.com/' })] })).toEqual([
      'no-role',
    ]);
  });

  it('may be given everything before it is assumed', () => {
    const both = [allow(['iam:AttachRolePolicy', 'sts:AssumeRole'])];
    expect(state('iam-014', both, role(account(), {}))).toBe('reachable');
    expect(state('iam-014', both, role(service('ec2'), {}))).toBe('latent');
    expect(state('iam-019', [allow(['iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'])], role(service('ec2'), {}))).toBe('reachable');
  });

  it('may get more by a new version of its policy', () => {
    const own = aws.arn('policy', '/ops');
    const lists = { roles: [aws.role('ops', account(), { attached: [own] })], policies: [aws.policy(own, [{ Action: 'sqs:*' }])] };
    const both = [allow(['iam:CreatePolicyVersion', 'sts:AssumeRole'])];
    expect(state('iam-016', both, lists)).toBe('reachable');
    expect(state('iam-016', [allow('iam:CreatePolicyVersion', aws.arn('policy', '/other')), allow('sts:AssumeRole')], lists)).toBe('latent');
  });

  it('is held by its boundary until that is taken away', () => {
    const both = [allow(['iam:DeleteRolePermissionsBoundary', 'sts:AssumeRole'])];
    const limit = aws.arn('policy', '/limit');
    const bounded = {
      roles: [aws.role('ops', account(), { ...asAdmin, boundary: limit })],
      policies: [admin, aws.policy(limit, [{ Action: 's3:*' }])],
    };
    expect(state('iam-023', both, bounded)).toBe('reachable');
    expect(state('iam-023', both, role(account()))).toBe('latent');
  });
});

describe('a principal itself', () => {
  const own = aws.arn('policy', '/own');
  const versions = (...documents: object[]) => ({
    ...aws.policy(own, [{ Action: 'sqs:SendMessage' }]),
    PolicyVersionList: [document(allow('sqs:SendMessage')), ...documents].map((Document, index) => ({
      VersionId: `v${index + 1}`,
      IsDefaultVersion: index === 0,
      Document,
    })),
  });
  const holding = (policy: object) => ({ users: [], policies: [policy] });
  const caller = { principal: { ...ana, ownPolicyArns: [own] } };
  const choose = [allow('iam:SetDefaultPolicyVersion')];

  it('may go back to a wider version of its policy, where there is one', () => {
    expect(state('rhino-02', choose, holding(versions(document(allow('*')))), caller)).toBe('reachable');
    expect(state('rhino-02', choose, holding(versions(document(allow('sqs:ReceiveQueue')))), caller)).toBe('latent');
    expect(state('rhino-02', choose, holding(versions()), caller)).toBe('latent');
  });

  it('may join a group that does more, but for its own, and no role may', () => {
    const join = [allow('iam:AddUserToGroup')];
    const lists = { groups: [aws.group('admins', asAdmin)] };
    expect(lacks('iam-013', join, lists, { principal: { arn: aws.arn('role', '/deploy') } })).toEqual(['caller-is-not-user']);
    expect(judged(join, lists)[0]).toMatchObject({ state: 'reachable', target: aws.arn('group', '/admins') });
    expect(state('iam-013', join, lists, { principal: { ...ana, groupArns: [aws.arn('group', '/admins')] } })).toBe('latent');
    expect(state('iam-013', [allow('iam:AddUserToGroup', aws.arn('group', '/readers'))], lists)).toBe('latent');
  });

  it('may take away its boundary, or what denies', () => {
    const boundary = { permissionsBoundary: document(allow('*')) };
    expect(state('iam-022', [allow('iam:DeleteUserPermissionsBoundary')], {}, boundary)).toBe('reachable');
    expect(state('iam-022', [allow('iam:DeleteUserPermissionsBoundary')], {}, { permissionsBoundary: document(allow('s3:*')) })).toBe('none');
    expect(state('iam-026', [allow('iam:DeleteUserPolicy'), deny('s3:*')], {})).toBe('reachable');
    expect(state('iam-026', [allow('iam:DeleteUserPolicy')], {})).toBe('latent');
  });

  it('is told what the account says of it', () => {
    const lists = { users: [aws.user('eve', { attached: [own], groups: ['team'] })], groups: [aws.group('team')], policies: [aws.policy(own, [])] };
    const eve = { principal: { arn: aws.arn('user', '/eve') } };
    expect(state('iam-001', [allow('iam:CreatePolicyVersion')], lists, eve)).toBe('reachable');
    expect(state('iam-010', [allow('iam:AttachGroupPolicy')], lists, eve)).toBe('reachable');
    expect(lacks('iam-001', [allow('iam:CreatePolicyVersion')], lists)).toEqual(['no-own-policy']);
  });
});
