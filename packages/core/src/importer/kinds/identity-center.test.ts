import { describe, expect, it } from 'vitest';
import { ACCOUNT, codesOf, details, imported, userDetail } from '../importing.test-helper.ts';

const InstanceArn = 'arn:aws:sso:::instance/ssoins-1111222233334444';
const PermissionSetArn = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-1';
const IdentityStoreId = 'd-1111111111';
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }] };

const instances = { Instances: [{ InstanceArn, IdentityStoreId, OwnerAccountId: '999900001111', Status: 'ACTIVE' }] };
const sets = { InstanceArn, PermissionSets: [PermissionSetArn] };
const asked = { InstanceArn, PermissionSetArn };
const set = { PermissionSet: { PermissionSetArn, Name: 'Operator', SessionDuration: 'PT4H', CreatedDate: '2026-01-02T03:04:05+00:00' } };
const managed = { ...asked, AttachedManagedPolicies: [{ Name: 'ReadOnlyAccess', Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] };
const references = { ...asked, CustomerManagedPolicyReferences: [{ Name: 'b', Path: '/' }, { Name: 'a' }] };
const inline = { ...asked, InlinePolicy: JSON.stringify(document) };
const boundary = { ...asked, PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' } };
const accounts = { ...asked, AccountIds: [ACCOUNT] };
const assignment = { AccountId: ACCOUNT, PermissionSetArn, PrincipalType: 'GROUP', PrincipalId: 'g-1' };
const assignments = { ...asked, AccountId: ACCOUNT, AccountAssignments: [assignment, { ...assignment, PrincipalType: 'USER', PrincipalId: 'u-1' }] };
const whole = [instances, sets, set, managed, references, inline, boundary, accounts, assignments];

const permissionSet = {
  permissionSetArn: PermissionSetArn,
  name: 'Operator',
  sessionDuration: 'PT4H',
  createdDate: '2026-01-02T03:04:05Z',
  attachedManagedPolicies: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  customerManagedPolicyReferences: [{ name: 'a' }, { name: 'b', path: '/' }],
  inlinePolicy: document,
  permissionsBoundary: { managedPolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
  accountIds: [ACCOUNT],
};

describe('Identity Center', () => {
  it('is read from its calls', () => {
    const snapshot = imported(whole);
    expect(snapshot.identityCenter).toEqual({
      instances: [{ instanceArn: InstanceArn, identityStoreId: IdentityStoreId, ownerAccountId: '999900001111', status: 'ACTIVE' }],
      permissionSets: [permissionSet],
      accountAssignments: [
        { accountId: ACCOUNT, permissionSetArn: PermissionSetArn, principalType: 'GROUP', principalId: 'g-1' },
        { accountId: ACCOUNT, permissionSetArn: PermissionSetArn, principalType: 'USER', principalId: 'u-1' },
      ],
    });
    expect(snapshot.parts.identityCenter).toMatchObject({ status: 'complete', count: 1 });
    expect(snapshot.parts.identityCenter.sources).toHaveLength(whole.length);
    expect([snapshot.notes, snapshot.unknownMembers]).toEqual([[], 0]);
  });

  it('tells a permission set that has nothing from one that was not asked about', () => {
    const empty = [
      { ...inline, InlinePolicy: '' },
      { ...boundary, PermissionsBoundary: {} },
      { ...managed, AttachedManagedPolicies: [] },
    ];
    expect(imported([...empty, set]).identityCenter?.permissionSets?.[0]).toMatchObject({
      inlinePolicy: null,
      permissionsBoundary: null,
      attachedManagedPolicies: [],
    });
    const bare = imported([set]).identityCenter?.permissionSets?.[0];
    expect(Object.keys(bare ?? {}).sort()).toEqual(['createdDate', 'name', 'permissionSetArn', 'sessionDuration']);
  });

  it.each([
    ['instances', instances, 'the instances are not listed'],
    ['permission sets', sets, '1 instance is without a list of its permission sets'],
    ['a description', set, '1 permission set is without its description'],
    ['managed policies', managed, '1 permission set is without its managed policies'],
    ['references', references, '1 permission set is without its customer managed policies'],
    ['an inline policy', inline, '1 permission set is without its inline policy'],
    ['a boundary', boundary, '1 permission set is without its permissions boundary'],
    ['accounts', accounts, '1 permission set is without its accounts'],
    ['assignments', assignments, '1 account is without the assignments of a permission set'],
  ])('without %s is partial', (_, without, reason) => {
    expect(imported(whole.filter((answer) => answer !== without)).parts.identityCenter).toMatchObject({ status: 'partial', reason });
  });

  it.each([
    ['managed policies', managed, 'PermissionSetArn'],
    ['references', references, 'PermissionSetArn'],
    ['an inline policy', inline, 'PermissionSetArn'],
    ['a boundary', boundary, 'PermissionSetArn'],
    ['accounts', accounts, 'PermissionSetArn'],
  ])('does not guess whose %s an answer holds', (_, { InstanceArn: __, PermissionSetArn: ___, ...answer }, name) => {
    const snapshot = imported([set, answer]);
    expect(snapshot.notes).toMatchObject([{ level: 'refused', code: 'unasked', message: expect.stringContaining(name) as string }]);
    expect(snapshot.identityCenter?.permissionSets).toHaveLength(1);
  });

  it('keeps what says itself what it is, though nobody says what was asked for', () => {
    const snapshot = imported([{ PermissionSets: [PermissionSetArn] }, { AccountAssignments: assignments.AccountAssignments }]);
    expect(codesOf(snapshot)).toEqual(['unasked', 'unasked']);
    expect(snapshot.parts.identityCenter.status).toBe('partial');
    expect([snapshot.identityCenter?.permissionSets?.length, snapshot.identityCenter?.accountAssignments?.length]).toEqual([1, 2]);
  });

  it('joins pages, and is not whole until the last', () => {
    const other = PermissionSetArn.replace('ps-1', 'ps-2');
    const first = { ...sets, NextToken: 'more' };
    const reasonOf = (...answers: object[]) => imported([instances, ...answers]).parts.identityCenter.reason;
    expect(reasonOf(first)).toContain('1 instance is without a list');
    expect(reasonOf(first, { ...sets, PermissionSets: [other] })).not.toContain('without a list');
    expect(imported([first, { ...sets, PermissionSets: [other] }]).identityCenter?.permissionSets).toHaveLength(2);
  });

  it('takes an empty list of instances for one of a region, not for none at all', () => {
    const { status, reason } = imported([{ Instances: [] }]).parts.identityCenter;
    expect([status, reason]).toEqual(['partial', 'no instance answered: Identity Center may be in another region, or be managed by another account']);
  });

  it('passes over permission sets of one account, and is not the machines of another service', () => {
    const snapshot = imported([{ ...sets, AccountId: ACCOUNT }, { Instances: [{ InstanceId: 'i-1' }] }]);
    expect(snapshot.identityCenter).toBeUndefined();
    expect(snapshot.notes.map(({ level }) => level)).toEqual(['ignored', 'ignored']);
  });

  it('may speak of other accounts', () => {
    const elsewhere = { ...assignments, AccountId: '444455556666', AccountAssignments: [{ ...assignment, AccountId: '444455556666' }] };
    expect(imported([elsewhere]).account.id).toBe(ACCOUNT);
  });
});

const ana = {
  UserId: 'u-1',
  UserName: 'ana',
  DisplayName: 'Ana Souza',
  IdentityStoreId,
  Name: { GivenName: 'Ana', FamilyName: 'Souza' },
  Emails: [{ Value: 'ana@shop.example', Primary: true }],
  Addresses: [{ StreetAddress: '1 High Street' }],
  PhoneNumbers: [{ Value: '+1-555-0101' }],
};
const ops = { GroupId: 'g-1', DisplayName: 'Operators', IdentityStoreId };
const people = { users: [{ userId: 'u-1', identityStoreId: IdentityStoreId, userName: 'ana', displayName: 'Ana Souza' }], groups: [] };

describe('the Identity Store', () => {
  it.each([
    ['lists', [{ Users: [ana] }, { IdentityStoreId, Groups: [ops] }]],
    ['descriptions', [ana, ops]],
    ['both', [{ Users: [ana] }, { Groups: [ops] }, ana, ops]],
  ])('is read from %s by ids and names alone', (_, answers) => {
    const snapshot = imported([assignments, ...answers]);
    const groups = [{ groupId: 'g-1', identityStoreId: IdentityStoreId, displayName: 'Operators' }];
    expect(snapshot.identityStore).toEqual({ ...people, groups });
    expect(snapshot.parts.identityStore).toMatchObject({ status: 'complete', count: 2 });
    expect(JSON.stringify(snapshot)).not.toMatch(/@shop|High Street|555-0101/);
    expect([snapshot.notes, snapshot.users]).toEqual([[], []]);
  });

  it('keeps nobody without an assignment, and says how many', () => {
    const snapshot = imported([assignments, { Users: [ana, { ...ana, UserId: 'u-2', UserName: 'ben' }] }]);
    expect(snapshot.identityStore).toEqual(people);
    expect(snapshot.notes).toMatchObject([{ code: 'not-assigned', message: expect.stringMatching(/^1 user or group /) as string }]);
    expect(snapshot.parts.identityStore).toMatchObject({ status: 'partial', reason: '1 group with an assignment is not here' });
    expect(imported([{ Users: [ana] }]).identityStore).toEqual({ users: [], groups: [] });
  });

  it('keeps no name that is an e-mail address, and no member that nobody knows', () => {
    const snapshot = imported([assignments, { Users: [{ ...ana, UserName: 'ana@shop.example', Nickname2: 'annie' }] }]);
    expect(snapshot.identityStore?.users[0]).not.toHaveProperty('userName');
    expect(codesOf(snapshot)).toEqual(['personal', 'personal']);
    expect(JSON.stringify(snapshot)).not.toMatch(/annie|@shop/);
  });

  it('is not taken for the users of IAM, nor they for it', () => {
    const iam = { Users: [{ UserName: 'ana', UserId: 'AIDA1', Arn: `arn:aws:iam::${ACCOUNT}:user/ana`, Path: '/' }] };
    const snapshot = imported([details([userDetail('ben')]), iam, { Users: [] }]);
    expect([snapshot.parts.users.status === 'missing', snapshot.parts.identityStore.status]).toEqual([false, 'missing']);
    expect(imported([{ IdentityStoreId, Users: [] }]).parts.users.status).toBe('missing');
  });
});
