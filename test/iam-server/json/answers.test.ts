import { calls } from '@iam-dossier/core/collector';
import { describe, expect, it } from 'vitest';
import { account, checkAnswers, first, type Case } from '../answers.test-helper.ts';
import { personal } from './personal.ts';

const { id } = account;
const instance = { InstanceArn: 'arn:aws:sso:::instance/ssoins-0123456789abcdef' };
const set = { ...instance, PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef' };
const plain = { ...instance, PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-1123456789abcdef' };
const control = (policyId: string, type: string) => ({
  Id: policyId,
  Arn: `arn:aws:organizations::${id}:policy/o-example/${type.toLowerCase()}/${policyId}`,
  Name: `Limits ${policyId}`,
  Description: 'What no account may do',
  Type: type,
  AwsManaged: false,
});

const table: Case[] = [
  [
    'account:GetContactInformation',
    {},
    ['Example Company', personal.phone],
    (answer) => {
      const { CompanyName, PhoneNumber } = answer['ContactInformation'] as Record<string, unknown>;
      return [CompanyName, PhoneNumber];
    },
  ],
  [
    'account:GetAlternateContact',
    { AlternateContactType: 'SECURITY' },
    {
      AlternateContact: {
        AlternateContactType: 'SECURITY',
        Name: personal.name,
        Title: 'Contact',
        EmailAddress: personal.email,
        PhoneNumber: personal.phone,
      },
    },
  ],
  [
    'organizations:DescribeOrganization',
    {},
    {
      Organization: {
        Id: 'o-example',
        Arn: `arn:aws:organizations::${id}:organization/o-example`,
        FeatureSet: 'ALL',
        MasterAccountArn: `arn:aws:organizations::${id}:account/o-example/${id}`,
        MasterAccountId: id,
        MasterAccountEmail: personal.email,
        AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
      },
    },
  ],
  [
    'organizations:ListAccounts',
    {},
    {
      Id: id,
      Arn: `arn:aws:organizations::${id}:account/o-example/${id}`,
      Email: personal.email,
      Name: 'Account 0',
      Status: 'ACTIVE',
      State: 'ACTIVE',
      JoinedMethod: 'INVITED',
      JoinedTimestamp: new Date('2024-02-01T00:00:00Z'),
    },
    first('Accounts'),
  ],
  [
    'organizations:ListRoots',
    {},
    { Id: 'r-ab12', Name: 'Root' },
    (answer) => {
      const { Id, Name } = first('Roots')(answer) as Record<string, unknown>;
      return { Id, Name };
    },
  ],
  [
    'organizations:ListOrganizationalUnitsForParent',
    { ParentId: 'r-ab12' },
    { Id: 'ou-ab12-11111111', Arn: `arn:aws:organizations::${id}:ou/o-example/ou-ab12-11111111`, Name: 'Workloads' },
    first('OrganizationalUnits'),
  ],
  [
    'organizations:ListAccountsForParent',
    { ParentId: 'ou-ab12-11111111' },
    ['999988887777', personal.email],
    (answer) => {
      const { Id, Email } = first('Accounts')(answer) as Record<string, unknown>;
      return [Id, Email];
    },
  ],
  ['organizations:ListParents', { ChildId: '999988887777' }, { Parents: [{ Id: 'ou-ab12-11111111', Type: 'ORGANIZATIONAL_UNIT' }] }],
  ['organizations:ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' }, { Policies: [control('p-service1', 'SERVICE_CONTROL_POLICY')] }],
  ['organizations:ListPolicies', { Filter: 'RESOURCE_CONTROL_POLICY' }, { Policies: [control('p-resource1', 'RESOURCE_CONTROL_POLICY')] }],
  ['organizations:ListPolicies', { Filter: 'TAG_POLICY' }, { Policies: [] }],
  [
    'organizations:DescribePolicy',
    { PolicyId: 'p-service1' },
    {
      Policy: {
        PolicySummary: control('p-service1', 'SERVICE_CONTROL_POLICY'),
        Content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}',
      },
    },
  ],
  [
    'organizations:ListTargetsForPolicy',
    { PolicyId: 'p-service1' },
    { Targets: [{ TargetId: 'r-ab12', Arn: `arn:aws:organizations::${id}:root/o-example/r-ab12`, Name: 'Root', Type: 'ROOT' }] },
  ],
  [
    'sso-admin:ListInstances',
    {},
    [instance.InstanceArn, new Date('2024-02-01T00:00:00Z')],
    (answer) => {
      const { InstanceArn, CreatedDate } = first('Instances')(answer) as Record<string, unknown>;
      return [InstanceArn, CreatedDate];
    },
  ],
  ['sso-admin:ListPermissionSets', instance, { PermissionSets: [set.PermissionSetArn, plain.PermissionSetArn] }],
  [
    'sso-admin:DescribePermissionSet',
    set,
    {
      PermissionSet: {
        Name: 'Operator',
        PermissionSetArn: set.PermissionSetArn,
        Description: 'Operates the workload',
        CreatedDate: new Date('2024-03-01T00:00:00Z'),
        SessionDuration: 'PT4H',
      },
    },
  ],
  [
    'sso-admin:ListManagedPoliciesInPermissionSet',
    set,
    { AttachedManagedPolicies: [{ Name: 'ReadOnlyAccess', Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] },
  ],
  ['sso-admin:ListCustomerManagedPolicyReferencesInPermissionSet', set, { CustomerManagedPolicyReferences: [{ Name: 'operators', Path: '/' }] }],
  [
    'sso-admin:GetInlinePolicyForPermissionSet',
    set,
    { InlinePolicy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:StartInstances","Resource":"*"}]}' },
  ],
  ['sso-admin:GetInlinePolicyForPermissionSet', plain, { InlinePolicy: '' }],
  ['sso-admin:GetPermissionsBoundaryForPermissionSet', set, { PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' } }],
  ['sso-admin:ListAccountsForProvisionedPermissionSet', set, { AccountIds: [id] }],
  ['sso-admin:ListAccountAssignments', { ...set, AccountId: id }, 2, (answer) => (answer['AccountAssignments'] as unknown[]).length],
  ['sso-admin:ListAccountAssignments', { ...set, AccountId: '999988887777' }, { AccountAssignments: [] }],
  [
    'identitystore:DescribeUser',
    { IdentityStoreId: 'd-1234567890', UserId: 'u-1' },
    ['casey', 'Casey', personal.email],
    (answer) => [answer['UserName'], answer['DisplayName'], (answer['Emails'] as { Value: string }[])[0]?.Value],
  ],
  [
    'identitystore:DescribeGroup',
    { IdentityStoreId: 'd-1234567890', GroupId: 'g-1' },
    { IdentityStoreId: 'd-1234567890', GroupId: 'g-1', DisplayName: 'Operators' },
  ],
];

describe('the real SDK reads of the services with JSON', () => {
  checkAnswers(table);

  it('every call that the collector makes', () => {
    const tested = new Set(table.map(([call]) => call));
    const made = calls.map(({ name }): string => name).filter((name) => !/^(iam|sts):/.test(name));
    expect(made.filter((name) => !tested.has(name))).toEqual([]);
  });
});
