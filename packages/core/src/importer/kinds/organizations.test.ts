import { describe, expect, it } from 'vitest';
import { ACCOUNT, codesOf, imported } from '../importing.test-helper.ts';

const scp = 'SERVICE_CONTROL_POLICY';
const arn = (rest: string) => `arn:aws:organizations::999900001111:${rest}`;
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

const organization = {
  Organization: {
    Id: 'o-shop',
    Arn: arn('organization/o-shop'),
    FeatureSet: 'ALL',
    MasterAccountId: '999900001111',
    MasterAccountEmail: 'owner@shop.example',
    AvailablePolicyTypes: [{ Type: scp, Status: 'ENABLED' }],
  },
};
const account = { Id: ACCOUNT, Arn: arn(`account/o-shop/${ACCOUNT}`), Email: 'root@shop.example', Name: 'shop', State: 'ACTIVE' };
const accounts = { Accounts: [{ ...account, JoinedTimestamp: 1700000000.5 }] };
const roots = { Roots: [{ Id: 'r-abcd', Arn: arn('root/o-shop/r-abcd'), Name: 'Root', PolicyTypes: [{ Type: scp, Status: 'ENABLED' }] }] };
const units = { ParentId: 'r-abcd', OrganizationalUnits: [{ Id: 'ou-abcd-11111111', Arn: arn('ou/o-shop/ou-abcd-11111111'), Name: 'Shops' }] };
const parents = { ChildId: ACCOUNT, Parents: [{ Id: 'ou-abcd-11111111', Type: 'ORGANIZATIONAL_UNIT' }] };
const whole = [organization, accounts, roots, units, parents];

const summary = { Id: 'p-1', Arn: arn('policy/o-shop/service_control_policy/p-1'), Name: 'guard', Type: scp, AwsManaged: false };
const listed = { Filter: scp, Policies: [summary] };
const described = { Policy: { PolicySummary: summary, Content: JSON.stringify(document) } };
const targets = { PolicyId: 'p-1', Targets: [{ TargetId: 'r-abcd', Arn: arn('root/o-shop/r-abcd'), Name: 'Root', Type: 'ROOT' }] };
const policy = { id: 'p-1', arn: summary.Arn, name: 'guard', type: scp, awsManaged: false };

describe('an organization', () => {
  it('is read from its calls, without addresses of people', () => {
    const snapshot = imported(whole);
    expect(snapshot.organization).toEqual({
      id: 'o-shop',
      arn: arn('organization/o-shop'),
      featureSet: 'ALL',
      masterAccountId: '999900001111',
      availablePolicyTypes: [{ type: scp, status: 'ENABLED' }],
      accounts: [{ id: ACCOUNT, arn: account.Arn, name: 'shop', state: 'ACTIVE', joinedTimestamp: '2023-11-14T22:13:20.500Z' }],
      roots: [{ id: 'r-abcd', arn: arn('root/o-shop/r-abcd'), name: 'Root', policyTypes: [{ type: scp, status: 'ENABLED' }] }],
      organizationalUnits: [{ id: 'ou-abcd-11111111', arn: arn('ou/o-shop/ou-abcd-11111111'), name: 'Shops' }],
      parents: [
        { childId: ACCOUNT, id: 'ou-abcd-11111111', type: 'ORGANIZATIONAL_UNIT' },
        { childId: 'ou-abcd-11111111', id: 'r-abcd', type: 'ROOT' },
      ],
    });
    expect(snapshot.parts.organization).toMatchObject({ status: 'complete', count: 1, sources: [{}, {}, {}, {}, {}] });
    expect(JSON.stringify(snapshot)).not.toContain('@shop.example');
    expect([snapshot.notes, snapshot.unknownMembers]).toEqual([[], 0]);
  });

  it('may speak of any number of accounts without being of two', () => {
    const others = { Accounts: [account, { ...account, Id: '444455556666', Arn: arn('account/o-shop/444455556666') }] };
    expect(imported([others]).account.id).toBe(ACCOUNT);
  });

  it.each([
    ['description', organization, 'the organization itself is not described'],
    ['list of accounts', accounts, 'nothing says that all accounts are listed'],
    ['root', roots, 'the root is not listed'],
    ['parent of an account', parents, '1 account is without its way to the root'],
    ['parent of a unit', units, '1 account is without its way to the root'],
  ])('without the %s is partial', (_, without, reason) => {
    expect(imported(whole.filter((answer) => answer !== without)).parts.organization).toMatchObject({ status: 'partial', reason });
  });

  it('needs no parents where accounts tell their paths', () => {
    const told = { Accounts: [{ ...account, Paths: [`o-shop/r-abcd/ou-abcd-11111111/${ACCOUNT}/`] }] };
    expect(imported([organization, told, roots]).parts.organization.status).toBe('complete');
  });

  it.each([
    ['a page of accounts that is not the last', { ...accounts, NextToken: 'more' }],
    ['the accounts of one parent', { ...accounts, ParentId: 'r-abcd' }],
    ['one account', { Account: account }],
  ])('has not all accounts from %s', (_, answer) => {
    const { parts, organization: found } = imported([organization, roots, answer]);
    expect(found?.accounts?.map(({ id }) => id)).toEqual([ACCOUNT]);
    expect(parts.organization.reason).toContain('nothing says that all accounts are listed');
  });
});

describe('control policies', () => {
  it('have their document and their targets', () => {
    const snapshot = imported([listed, described, targets]);
    const target = { targetId: 'r-abcd', arn: arn('root/o-shop/r-abcd'), name: 'Root', type: 'ROOT' };
    expect(snapshot.serviceControlPolicies).toEqual([{ ...policy, content: document, targets: [target] }]);
    expect(snapshot.parts.serviceControlPolicies).toMatchObject({ status: 'complete', count: 1 });
    expect(snapshot.parts.resourceControlPolicies.status).toBe('missing');
    expect(snapshot.notes).toEqual([]);
  });

  it.each([
    ['every page of the list', [{ ...listed, NextToken: 'more' }, described, targets], 'nothing says that all policies are listed'],
    ['a list', [described, targets], 'nothing says that all policies are listed'],
    ['a document', [listed, targets], '1 policy is without its document'],
    ['targets', [listed, described], '1 policy is without its targets'],
    ['every page of targets', [listed, described, { ...targets, NextToken: 'more' }], '1 policy is without its targets'],
  ])('without %s are partial', (_, answers, reason) => {
    const { parts, serviceControlPolicies } = imported(answers);
    expect(parts.serviceControlPolicies).toMatchObject({ status: 'partial', reason });
    expect(serviceControlPolicies).toHaveLength(1);
  });

  it('of an empty list are none, and of the type that was asked for', () => {
    const snapshot = imported([{ Filter: 'RESOURCE_CONTROL_POLICY', Policies: [] }]);
    expect([snapshot.resourceControlPolicies, snapshot.serviceControlPolicies]).toEqual([[], undefined]);
    expect(snapshot.parts.resourceControlPolicies).toMatchObject({ status: 'complete', count: 0 });
  });

  it('in an answer that does not say what it was asked for are kept, and their list is not whole', () => {
    const snapshot = imported([{ Policies: [summary] }, described, targets]);
    expect(codesOf(snapshot)).toEqual(['unasked']);
    expect(snapshot.parts.serviceControlPolicies).toMatchObject({ status: 'partial', reason: 'nothing says that all policies are listed' });
  });

  it('of targets that do not say whose they are are told and not used', () => {
    const snapshot = imported([listed, described, { Targets: targets.Targets }]);
    expect(snapshot.notes).toMatchObject([{ level: 'refused', code: 'unasked', message: expect.stringContaining('PolicyId') as string }]);
    expect(snapshot.serviceControlPolicies?.[0]).not.toHaveProperty('targets');
  });

  it('attached to one target stand with the organization', () => {
    const snapshot = imported([{ TargetId: ACCOUNT, Policies: [summary] }]);
    expect(snapshot.organization?.attachedPolicies).toEqual([{ targetId: ACCOUNT, filter: scp, policyIds: ['p-1'] }]);
    expect(snapshot.serviceControlPolicies).toEqual([policy]);
  });

  it('that cannot be read keep their text', () => {
    const broken = { Policy: { PolicySummary: summary, Content: '{"Version":' } };
    expect(imported([listed, broken, targets]).serviceControlPolicies?.[0]?.content).toBe('{"Version":');
  });

  it('of another type, and targets of policies that are not here, are told', () => {
    const tags = { Filter: 'TAG_POLICY', Policies: [{ ...summary, Id: 'p-2', Type: 'TAG_POLICY' }] };
    const snapshot = imported([tags, { ...targets, PolicyId: 'p-9' }]);
    expect(snapshot.serviceControlPolicies).toBeUndefined();
    expect(snapshot.notes.map(({ message }) => message)).toEqual([
      '1 policy of the organization of another type than control policies',
      'targets of 1 policy that no list describes',
    ]);
  });

  it('keep members that have no name here, and count them', () => {
    const snapshot = imported([{ ...listed, Policies: [{ ...summary, Colour: 'red' }] }]);
    expect([snapshot.serviceControlPolicies?.[0]?.extra, snapshot.unknownMembers]).toEqual([{ Colour: 'red' }, 1]);
  });
});
