import { calls } from '@iam-dossier/core/collector';
import { describe, expect, it } from 'vitest';
import { account, checkAnswers, first, type Case } from './answers.test-helper.ts';
import { mfaPicture, mfaSeed } from './index.ts';

const { id } = account;
const [user, , , third] = account.users;
const [role] = account.roles;
const [group] = account.groups;
const policy = account.policies.find((one) => !one.Arn.includes(':aws:policy'));
const iamArn = (rest: string) => `arn:aws:iam::${id}:${rest}`;
const created = new Date('2026-03-01T08:00:00Z');
const encoded = (document: unknown) => encodeURIComponent(JSON.stringify(document)).replaceAll('*', '%2A');

const table: Case[] = [
  ['sts:GetCallerIdentity', {}, { UserId: 'AIDAEXAMPLE', Account: id, Arn: iamArn('user/auditor') }],
  ['iam:GetAccountSummary', {}, 12, (answer) => (answer['SummaryMap'] as Record<string, number>)['Users']],
  [
    'iam:GetAccountPasswordPolicy',
    {},
    { PasswordPolicy: { MinimumPasswordLength: 14, RequireSymbols: true, ExpirePasswords: false, AllowUsersToChangePassword: false } },
  ],
  [
    'iam:GetAccountAuthorizationDetails',
    { Filter: ['User'] },
    {
      ...user,
      CreateDate: new Date(user?.CreateDate ?? ''),
      UserPolicyList: user?.UserPolicyList?.map((one) => ({ ...one, PolicyDocument: encoded(one.PolicyDocument) })),
    },
    first('UserDetailList'),
  ],
  [
    'iam:GetAccountAuthorizationDetails',
    { Filter: ['Group'] },
    {
      ...group,
      CreateDate: new Date(group?.CreateDate ?? ''),
      GroupPolicyList: group?.GroupPolicyList.map((one) => ({ ...one, PolicyDocument: encoded(one.PolicyDocument) })),
    },
    first('GroupDetailList'),
  ],
  [
    'iam:GetAccountAuthorizationDetails',
    { Filter: ['Role'] },
    {
      ...role,
      CreateDate: new Date(role?.CreateDate ?? ''),
      AssumeRolePolicyDocument: encoded(role?.AssumeRolePolicyDocument),
      RolePolicyList: role?.RolePolicyList.map((one) => ({ ...one, PolicyDocument: encoded(one.PolicyDocument) })),
      RoleLastUsed:
        role?.RoleLastUsed.LastUsedDate === undefined ? {} : { ...role.RoleLastUsed, LastUsedDate: new Date(role.RoleLastUsed.LastUsedDate) },
    },
    first('RoleDetailList'),
  ],
  [
    'iam:GetAccountAuthorizationDetails',
    { Filter: ['LocalManagedPolicy'] },
    policy?.Arn,
    (answer) => (first('Policies')(answer) as { Arn: string }).Arn,
  ],
  ['iam:GenerateCredentialReport', {}, { State: 'COMPLETE' }],
  ['iam:GetCredentialReport', {}, 'text/csv', (answer) => answer['ReportFormat']],
  [
    'iam:ListUsers',
    {},
    { Path: '/', UserName: user?.UserName, UserId: user?.UserId, Arn: user?.Arn, CreateDate: new Date(user?.CreateDate ?? '') },
    first('Users'),
  ],
  [
    'iam:ListRoles',
    {},
    [`Role ${role?.RoleName}`, 3600],
    (answer) => {
      const { Description, MaxSessionDuration } = first('Roles')(answer) as Record<string, unknown>;
      return [Description, MaxSessionDuration];
    },
  ],
  [
    'iam:ListVirtualMFADevices',
    { AssignmentStatus: 'Unassigned' },
    {
      IsTruncated: false,
      VirtualMFADevices: [{ SerialNumber: iamArn('mfa/unassigned'), Base32StringSeed: bytes(mfaSeed), QRCodePNG: bytes(mfaPicture) }],
    },
  ],
  [
    'iam:ListVirtualMFADevices',
    { AssignmentStatus: 'Assigned' },
    user?.Arn,
    (answer) => (first('VirtualMFADevices')(answer) as { User: { Arn: string } }).User.Arn,
  ],
  [
    'iam:ListMFADevices',
    { UserName: user?.UserName },
    { IsTruncated: false, MFADevices: [{ UserName: user?.UserName, SerialNumber: iamArn(`mfa/${user?.UserName}`), EnableDate: created }] },
  ],
  [
    'iam:ListSAMLProviders',
    {},
    { SAMLProviderList: [{ Arn: iamArn('saml-provider/Example'), ValidUntil: new Date('2126-01-01T00:00:00Z'), CreateDate: created }] },
  ],
  ['iam:ListOpenIDConnectProviders', {}, { OpenIDConnectProviderList: [{ Arn: iamArn('oidc-provider/token.actions.example.com') }] }],
  [
    'iam:GetOpenIDConnectProvider',
    { OpenIDConnectProviderArn: iamArn('oidc-provider/token.actions.example.com') },
    { Url: 'token.actions.example.com', ClientIDList: ['sts.amazonaws.com'], ThumbprintList: ['0'.repeat(40)], CreateDate: created },
  ],
  ['iam:ListAccountAliases', {}, { AccountAliases: ['made-up'], IsTruncated: false }],
  [
    'iam:ListAccessKeys',
    { UserName: third?.UserName },
    {
      IsTruncated: false,
      AccessKeyMetadata: [{ UserName: third?.UserName, AccessKeyId: 'AKIATEST000000000001', Status: 'Active', CreateDate: created }],
    },
  ],
  [
    'iam:GetAccessKeyLastUsed',
    { AccessKeyId: 'AKIATEST000000000001' },
    { UserName: third?.UserName, AccessKeyLastUsed: { LastUsedDate: new Date('2026-09-20T10:00:00Z'), ServiceName: 's3', Region: 'us-east-1' } },
  ],
  [
    'iam:GetAccessKeyLastUsed',
    { AccessKeyId: 'AKIATEST000000000000' },
    { UserName: user?.UserName, AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' } },
  ],
  ['iam:ListServiceSpecificCredentials', { AllUsers: true }, 4, (answer) => (answer['ServiceSpecificCredentials'] as unknown[]).length],
  [
    'iam:ListServiceSpecificCredentials',
    { UserName: user?.UserName },
    {
      IsTruncated: false,
      ServiceSpecificCredentials: [
        {
          UserName: user?.UserName,
          ServiceSpecificCredentialId: 'ACCATEST000000000000',
          ServiceName: 'bedrock.amazonaws.com',
          ServiceUserName: `${user?.UserName}-at-${id}`,
          Status: 'Active',
          CreateDate: created,
          ExpirationDate: new Date('2027-03-01T08:00:00Z'),
        },
      ],
    },
  ],
  [
    'iam:ListSSHPublicKeys',
    { UserName: user?.UserName },
    { UserName: user?.UserName, SSHPublicKeyId: 'APKATEST000000000000', Status: 'Active', UploadDate: created },
    first('SSHPublicKeys'),
  ],
  [
    'iam:ListSigningCertificates',
    { UserName: user?.UserName },
    'CERTTEST000000000000',
    (answer) => (first('Certificates')(answer) as { CertificateId: string }).CertificateId,
  ],
  [
    'iam:ListServerCertificates',
    { PathPrefix: '/web/' },
    {
      Path: '/web/',
      ServerCertificateName: 'site',
      ServerCertificateId: 'ASCATEST000000000001',
      Arn: iamArn('server-certificate/web/site'),
      UploadDate: created,
      Expiration: new Date('2027-01-01T00:00:00Z'),
    },
    first('ServerCertificateMetadataList'),
  ],
  ['iam:ListServerCertificates', { PathPrefix: '/elsewhere/' }, undefined, first('ServerCertificateMetadataList')],
  ['iam:ListOrganizationsFeatures', {}, { OrganizationId: 'o-example', EnabledFeatures: ['RootCredentialsManagement', 'RootSessions'] }],
  [
    'iam:ListDelegationRequests',
    {},
    {
      DelegationRequestId: 'dr-1',
      OwnerAccountId: id,
      Description: 'Set up a product',
      State: 'ASSIGNED',
      CreateDate: new Date('2026-09-01T00:00:00Z'),
      SessionDuration: 3600,
    },
    first('DelegationRequests'),
  ],
];

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text));
}

describe('the real SDK reads of IAM', () => {
  checkAnswers(table);

  it('every call that the collector makes', () => {
    const tested = new Set([...table.map(([call]) => call), 'iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails']);
    const made = calls.map(({ name }): string => name).filter((name) => /^(iam|sts):/.test(name));
    expect(made.filter((name) => !tested.has(name))).toEqual([]);
  });
});
