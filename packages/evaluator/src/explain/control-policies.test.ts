import { importSources } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { explainAccess, type AccessQuestion } from './index.ts';

const account = '111122223333';
const manager = '999900001111';
const arn = (rest: string) => `arn:aws:iam::${account}:${rest}`;
const scp = 'SERVICE_CONTROL_POLICY';
const rcp = 'RESOURCE_CONTROL_POLICY';
const statement = (Effect: string, Action: string, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: `${Effect}${Action.length}`, Effect, Action, Resource: '*', ...more }],
});
const full = statement('Allow', '*');

const user = {
  UserDetailList: [
    {
      UserName: 'ana',
      Arn: arn('user/ana'),
      GroupList: [],
      AttachedManagedPolicies: [],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: full }],
    },
  ],
};
const callerOf = (id: string) => ({ Account: id, Arn: `arn:aws:iam::${id}:user/x` });
const organization = { Organization: { Id: 'o-shop', FeatureSet: 'ALL', MasterAccountId: manager } };
const accounts = { Accounts: [{ Id: account, Name: 'shop' }, { Id: manager }] };
const roots = { Roots: [{ Id: 'r-abcd', Name: 'Root', PolicyTypes: [{ Type: scp, Status: 'ENABLED' }] }] };
const parents = [
  { ChildId: account, Parents: [{ Id: 'ou-abcd-11111111' }] },
  { ChildId: manager, Parents: [{ Id: 'r-abcd' }] },
];
const units = { ParentId: 'r-abcd', OrganizationalUnits: [{ Id: 'ou-abcd-11111111', Name: 'Shops' }] };
const tree = [organization, accounts, roots, units, ...parents];

const policy = (Id: string, document: unknown, targets: string[], Type = scp) => ({ Id, document, targets, Type });
type Policy = ReturnType<typeof policy>;
const allowed = policy('p-full', full, ['r-abcd', 'ou-abcd-11111111', account]);
const answersOf = (Type: string, policies: readonly Policy[]) => [
  { Filter: Type, Policies: policies.map(({ Id }) => ({ Id, Name: Id, Type })) },
  ...policies.flatMap(({ Id, document, targets }) => [
    { Policy: { PolicySummary: { Id, Name: Id, Type }, Content: JSON.stringify(document) } },
    { PolicyId: Id, Targets: targets.map((TargetId) => ({ TargetId })) },
  ]),
];

const snapshotOf = (id: string, ...contents: unknown[]): Snapshot =>
  importSources(
    [callerOf(id), ...contents].map((content, index) => ({
      name: `f${index}`,
      bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    })),
  );
const ask = (snapshot: Snapshot, more: Partial<AccessQuestion> = {}) =>
  explainAccess(snapshot, {
    principal: 'ana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::shop/x',
    sessionPolicies: 'none',
    resourcePolicy: 'none',
    ...more,
  });
const own = (...contents: unknown[]) => snapshotOf(account, user, ...contents);

describe('control policies of the snapshot', () => {
  it('allow when every level on the way from the root does', () => {
    const found = ask(own(...tree, ...answersOf(scp, [allowed])));
    expect([found.answer.decision, found.unknownControls]).toEqual(['allowed', {}]);
  });

  it('deny, and say which policy at which level', () => {
    const guard = policy('p-guard', statement('Deny', 's3:*'), ['ou-abcd-11111111']);
    const { answer, deciding } = ask(own(...tree, ...answersOf(scp, [allowed, guard])));
    expect(answer.decision).toBe('explicitDeny');
    expect(deciding).toMatchObject([
      { layer: 'serviceControlPolicies', level: 1, levelName: 'Shops (ou-abcd-11111111)', source: { policyName: 'p-guard' }, text: { Sid: 'Deny4' } },
    ]);
  });

  it('of units that the account is not in play no part', () => {
    const guard = policy('p-guard', statement('Deny', 's3:*'), ['ou-abcd-22222222', manager]);
    expect(ask(own(...tree, ...answersOf(scp, [allowed, guard]))).answer.decision).toBe('allowed');
  });

  it('of resources deny as well, where their type is in use', () => {
    const guard = policy('p-data', statement('Deny', 's3:GetObject', { Principal: '*' }), ['r-abcd'], rcp);
    const both = { Roots: [{ ...roots.Roots[0], PolicyTypes: [scp, rcp].map((Type) => ({ Type, Status: 'ENABLED' })) }] };
    const answers = [...answersOf(scp, [allowed]), ...answersOf(rcp, [guard])];
    const others = tree.filter((answer) => answer !== roots);
    expect(ask(own(...others, both, ...answers)).deciding).toMatchObject([{ layer: 'resourceControlPolicies', source: { policyName: 'p-data' } }]);
    expect(ask(own(...tree, ...answers)).answer.decision).toBe('allowed');
  });

  it('that are given stand, whatever the snapshot holds', () => {
    const guard = policy('p-guard', statement('Deny', 's3:*'), ['r-abcd']);
    expect(ask(own(...tree, ...answersOf(scp, [allowed, guard])), { serviceControlPolicies: 'none' }).answer.decision).toBe('allowed');
  });

  it('may stand in the snapshot of the management account, and do not bind it', () => {
    const guard = policy('p-guard', statement('Deny', 's3:*'), ['r-abcd']);
    const holder = snapshotOf(manager, ...tree, ...answersOf(scp, [allowed, guard]));
    const { answer, deciding } = ask(own(), { organization: holder });
    expect([answer.decision, deciding[0]?.text]).toEqual(['explicitDeny', expect.objectContaining({ Sid: 'Deny4' })]);
    const root = ask(holder, { principal: 'root' });
    expect(root.answer.decision).not.toBe('explicitDeny');
  });

  it('are none in an account that is in no organization, or in one for bills alone', () => {
    const alone = 'An error occurred (AWSOrganizationsNotInUseException) when calling the DescribeOrganization operation: none';
    expect(ask(own(alone)).answer.decision).toBe('allowed');
    const bills = { Organization: { ...organization.Organization, FeatureSet: 'CONSOLIDATED_BILLING' } };
    expect(ask(own(bills, ...tree.slice(1))).answer.decision).toBe('allowed');
  });

  const controls = answersOf(scp, [allowed]);
  it.each([
    ['organization', [], 'organization'],
    ['way of the account', [...tree.filter((answer) => answer !== parents[0]), ...controls], 'account'],
    ['way of the unit', [...tree.filter((answer) => answer !== units), ...controls], 'account'],
    ['types in use', [...tree.filter((answer) => answer !== roots), ...controls], 'type'],
    ['list of policies', [...tree, ...controls.slice(1)], 'policies'],
    ['targets of a policy', [...tree, ...controls.slice(0, 2)], 'policies'],
    ['policy on the account', [...tree, ...answersOf(scp, [policy('p-full', full, ['r-abcd', 'ou-abcd-11111111'])])], 'policies'],
  ])('are unknown without the %s', (_, answers, why) => {
    const found = ask(own(...answers));
    expect([found.answer.decision, found.unknownControls.serviceControlPolicies]).toEqual(['indeterminate', why]);
  });

  it('are unknown with the document of a policy on the way, and it is named', () => {
    const told = answersOf(scp, [allowed]).filter((answer) => !('Policy' in answer));
    const attached = [account, 'ou-abcd-11111111', 'r-abcd'].map((TargetId) => ({
      TargetId,
      Policies: [{ Id: 'p-full', Name: 'p-full', Type: scp }],
    }));
    const found = ask(own(...tree, ...told, ...attached));
    expect(found.answer.decision).toBe('indeterminate');
    expect(found.unresolved).toMatchObject([{ policyName: 'p-full', at: null }, {}, {}]);
  });

  it('follow the path that an account tells', () => {
    const paths = { Accounts: [{ ...accounts.Accounts[0], Paths: [`o-shop/r-abcd/ou-abcd-11111111/${account}/`] }] };
    expect(ask(own(organization, paths, roots, ...controls)).answer.decision).toBe('allowed');
  });

  it('never climb in a circle', () => {
    const circle = [
      { ChildId: account, Parents: [{ Id: 'ou-abcd-11111111' }] },
      { ChildId: 'ou-abcd-11111111', Parents: [{ Id: 'ou-abcd-22222222' }] },
      { ChildId: 'ou-abcd-22222222', Parents: [{ Id: 'ou-abcd-11111111' }] },
    ];
    expect(ask(own(organization, accounts, roots, ...circle, ...controls)).unknownControls.serviceControlPolicies).toBe('account');
  });
});
