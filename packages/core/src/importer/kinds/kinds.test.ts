import { describe, expect, it } from 'vitest';
import type { PartName, Snapshot } from '../../snapshot/index.ts';
import { ACCOUNT, arnOf, codesOf, details, imported, userDetail } from '../importing.test-helper.ts';

const when = '2026-09-01T10:00:00+00:00';
const time = '2026-09-01T10:00:00Z';
const role = {
  RoleName: 'deploy',
  RoleId: 'AROA1',
  Arn: arnOf('role/deploy'),
  Path: '/',
  CreateDate: when,
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
};

interface Case {
  call: string;
  answer: object;
  part: PartName;
  read: (snapshot: Snapshot) => unknown;
  expected: unknown;
}

const cases: Case[] = [
  { call: 'GetAccountSummary', answer: { SummaryMap: { Users: 3 } }, part: 'accountSummary', read: (s) => s.accountSummary, expected: { Users: 3 } },
  {
    call: 'GetAccountPasswordPolicy',
    answer: { PasswordPolicy: { MinimumPasswordLength: 14, RequireSymbols: true, MaxPasswordAge: null } },
    part: 'passwordPolicy',
    read: (s) => s.passwordPolicy,
    expected: { kind: 'custom', minimumPasswordLength: 14, requireSymbols: true },
  },
  {
    call: 'GetAccountAuthorizationDetails users',
    answer: { UserDetailList: [userDetail('ana')] },
    part: 'userDetails',
    read: (s) => s.users.map((user) => user.userName),
    expected: ['ana'],
  },
  {
    call: 'GetAccountAuthorizationDetails groups',
    answer: { GroupDetailList: [{ GroupName: 'ops', Arn: arnOf('group/ops') }] },
    part: 'groupDetails',
    read: (s) => s.groups,
    expected: [{ groupName: 'ops', arn: arnOf('group/ops') }],
  },
  {
    call: 'GetAccountAuthorizationDetails roles',
    answer: { RoleDetailList: [{ ...role, RoleLastUsed: {} }] },
    part: 'roleDetails',
    read: (s) => s.roles[0]?.roleLastUsed,
    expected: {},
  },
  {
    call: 'GetAccountAuthorizationDetails policies',
    answer: {
      Policies: [{ PolicyName: 'p', Arn: arnOf('policy/p'), PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: when }] }],
    },
    part: 'managedPolicies',
    read: (s) => s.managedPolicies[0]?.policyVersionList,
    expected: [{ versionId: 'v1', isDefaultVersion: true, createDate: time }],
  },
  {
    call: 'ListUsers',
    answer: { Users: [{ UserName: 'ana', Arn: arnOf('user/ana'), PasswordLastUsed: when }] },
    part: 'users',
    read: (s) => s.users[0]?.passwordLastUsed,
    expected: time,
  },
  { call: 'GetUser', answer: { User: { UserName: 'ana', Arn: arnOf('user/ana') } }, part: 'users', read: (s) => s.users.length, expected: 1 },
  {
    call: 'ListRoles',
    answer: { Roles: [{ ...role, MaxSessionDuration: 3600 }] },
    part: 'roles',
    read: (s) => s.roles[0]?.maxSessionDuration,
    expected: 3600,
  },
  { call: 'GetRole', answer: { Role: role }, part: 'roles', read: (s) => s.roles[0]?.roleName, expected: 'deploy' },
  {
    call: 'ListVirtualMFADevices',
    answer: { VirtualMFADevices: [{ SerialNumber: arnOf('mfa/x'), EnableDate: when, User: { Arn: arnOf('root'), UserId: ACCOUNT } }] },
    part: 'virtualMfaDevices',
    read: (s) => s.virtualMfaDevices,
    expected: [{ serialNumber: arnOf('mfa/x'), enableDate: time, user: { arn: arnOf('root'), userId: ACCOUNT } }],
  },
  {
    call: 'ListMFADevices',
    answer: { MFADevices: [{ UserName: 'ana', SerialNumber: arnOf('mfa/ana'), EnableDate: when }] },
    part: 'mfaDevices',
    read: (s) => s.mfaDevices,
    expected: [{ userName: 'ana', serialNumber: arnOf('mfa/ana'), enableDate: time }],
  },
  {
    call: 'ListSAMLProviders',
    answer: { SAMLProviderList: [{ Arn: arnOf('saml-provider/idp'), ValidUntil: when }] },
    part: 'samlProviders',
    read: (s) => s.samlProviders,
    expected: [{ arn: arnOf('saml-provider/idp'), validUntil: time }],
  },
  {
    call: 'ListOpenIDConnectProviders',
    answer: { OpenIDConnectProviderList: [{ Arn: arnOf('oidc-provider/x') }] },
    part: 'openIdConnectProviders',
    read: (s) => s.openIdConnectProviders,
    expected: [{ arn: arnOf('oidc-provider/x') }],
  },
  { call: 'ListAccountAliases', answer: { AccountAliases: ['shop'] }, part: 'accountAliases', read: (s) => s.accountAliases, expected: ['shop'] },
  {
    call: 'ListAccessKeys',
    answer: { AccessKeyMetadata: [{ UserName: 'ana', AccessKeyId: 'AKIA1', Status: 'Inactive', CreateDate: when }] },
    part: 'accessKeys',
    read: (s) => s.accessKeys,
    expected: [{ userName: 'ana', accessKeyId: 'AKIA1', status: 'Inactive', createDate: time }],
  },
  {
    call: 'GetAccessKeyLastUsed',
    answer: { UserName: 'ana', AccessKeyLastUsed: { LastUsedDate: null, ServiceName: 'N/A', Region: 'N/A' } },
    part: 'accessKeysLastUsed',
    read: (s) => s.accessKeysLastUsed,
    expected: [{ userName: 'ana', serviceName: 'N/A', region: 'N/A' }],
  },
  {
    call: 'ListServiceSpecificCredentials',
    answer: {
      ServiceSpecificCredentials: [
        { UserName: 'ana', ServiceSpecificCredentialId: 'ACCA1', Status: 'Active', ServiceName: 'bedrock.amazonaws.com', ExpirationDate: when },
      ],
    },
    part: 'serviceSpecificCredentials',
    read: (s) => s.serviceSpecificCredentials[0]?.expirationDate,
    expected: time,
  },
  {
    call: 'ListSSHPublicKeys',
    answer: { SSHPublicKeys: [{ UserName: 'ana', SSHPublicKeyId: 'APKA1', Status: 'Active' }] },
    part: 'sshPublicKeys',
    read: (s) => s.sshPublicKeys.length,
    expected: 1,
  },
  {
    call: 'ListSigningCertificates',
    answer: { Certificates: [{ UserName: 'ana', CertificateId: 'TA1', Status: 'Active', CertificateBody: 'x' }] },
    part: 'signingCertificates',
    read: (s) => s.signingCertificates,
    expected: [{ userName: 'ana', certificateId: 'TA1', status: 'Active' }],
  },
  {
    call: 'ListServerCertificates',
    answer: { ServerCertificateMetadataList: [{ ServerCertificateName: 'web', Arn: arnOf('server-certificate/web'), Expiration: when }] },
    part: 'serverCertificates',
    read: (s) => s.serverCertificates[0]?.expiration,
    expected: time,
  },
  {
    call: 'GetServiceLastAccessedDetails',
    answer: {
      JobStatus: 'COMPLETED',
      JobCreationDate: when,
      JobCompletionDate: when,
      IsTruncated: false,
      ServicesLastAccessed: [{ ServiceName: 'IAM', ServiceNamespace: 'iam', TotalAuthenticatedEntities: 0 }],
    },
    part: 'servicesLastAccessed',
    read: (s) => s.servicesLastAccessed[0]?.servicesLastAccessed,
    expected: [{ serviceName: 'IAM', serviceNamespace: 'iam', totalAuthenticatedEntities: 0 }],
  },
  {
    call: 'ListOrganizationsFeatures',
    answer: { OrganizationId: 'o-1', EnabledFeatures: ['RootSessions'] },
    part: 'organizationsFeatures',
    read: (s) => s.organizationsFeatures,
    expected: { organizationId: 'o-1', enabledFeatures: ['RootSessions'] },
  },
  {
    call: 'GetContactInformation',
    answer: { ContactInformation: { FullName: 'A B', CompanyName: 'Shop Ltd', PhoneNumber: '+1' } },
    part: 'contactInformation',
    read: (s) => s.contactInformation,
    expected: { companyName: 'Shop Ltd' },
  },
  {
    call: 'GetAlternateContact',
    answer: { AlternateContact: { AlternateContactType: 'SECURITY', Name: 'A' } },
    part: 'alternateContacts',
    read: (s) => s.alternateContacts,
    expected: [{ alternateContactType: 'SECURITY' }],
  },
];

describe('answers known by their shape', () => {
  it.each(cases)('$call', ({ answer, part, read, expected }) => {
    const snapshot = imported([answer]);
    expect(read(snapshot)).toEqual(expected);
    expect(snapshot.parts[part]).toMatchObject({ count: 1, sources: [{ kind: 'file', name: 'f1' }] });
    expect(snapshot.notes).toEqual([]);
    expect(snapshot.unknownMembers).toBe(0);
  });

  it('leaves every part that no file holds missing, with the reason', () => {
    const { parts } = imported([]);
    const others = Object.entries(parts).filter(([name]) => name !== 'callerIdentity');
    for (const [, part] of others) expect(part).toEqual({ status: 'missing', reason: 'no file holds it', sources: [] });
  });

  it.each<[string, object, string]>([
    ['one group', { Group: { GroupName: 'ops' }, Users: [{ UserName: 'ana', Arn: arnOf('user/ana') }] }, 'get-account-authorization-details'],
    ['a list of policies', { Policies: [] }, 'get-account-authorization-details'],
    ['one policy version that does not say of which policy', { PolicyVersion: { VersionId: 'v1' } }, '"PolicyArn"'],
    ['a list of attached policies that does not say to whom', { AttachedPolicies: [] }, 'get-account-authorization-details'],
    ['one inline policy', { UserName: 'ana', PolicyName: 'p', PolicyDocument: {} }, 'get-account-authorization-details'],
    ['one login profile', { LoginProfile: { UserName: 'ana' } }, 'get-credential-report'],
    ['one SAML provider, without its ARN', { SAMLMetadataDocument: '<x/>' }, 'list-saml-providers'],
    ['the state of the credential report', { State: 'COMPLETE' }, 'get-credential-report'],
    ['the start of a job', { JobId: 'x' }, 'get-service-last-accessed-details'],
  ])('tells an answer it cannot use apart, and what to hand in: %s', (what, answer, instead) => {
    const snapshot = imported([answer]);
    const message = expect.stringMatching(new RegExp(`^it is ${what}; .*${instead}`)) as string;
    expect(snapshot.notes).toEqual([{ level: 'ignored', code: 'not-used', file: 'f1', message }]);
    expect(snapshot.users).toEqual([]);
  });

  it.each<[string, object]>([
    ['users of Transfer', { ServerId: 's-1', Users: [{ Arn: `arn:aws:transfer:eu-west-1:${ACCOUNT}:user/s-1/ana`, UserName: 'ana' }] }],
    ['users of Cognito', { Users: [{ Username: 'ana', Enabled: true }] }],
    ['a user of a broker', { User: { Username: 'ana' } }],
    ['roles of another service', { Roles: [{ RoleName: 'r' }] }],
    [
      'certificates of a database',
      { Certificates: [{ CertificateIdentifier: 'rds-ca-2019', CertificateArn: 'arn:aws:rds:eu-west-1::cert:rds-ca-2019' }] },
    ],
  ])("never takes %s for IAM's", (_, answer) => {
    const snapshot = imported([answer]);
    expect([snapshot.users, snapshot.roles, snapshot.signingCertificates]).toEqual([[], [], []]);
    expect([codesOf(snapshot), snapshot.parts.users.status, snapshot.parts.signingCertificates.status]).toEqual([['foreign'], 'missing', 'missing']);
  });

  it('reads the device and the certificate that an answer about one holds', () => {
    const serial = `arn:aws:iam::${ACCOUNT}:u2f/user/ana/key`;
    const certificate = { ServerCertificateMetadata: { ServerCertificateName: 'web', Arn: arnOf('server-certificate/web') }, CertificateBody: 'x' };
    const snapshot = imported([{ UserName: 'ana', SerialNumber: serial, EnableDate: when }, { ServerCertificate: certificate }]);
    expect(snapshot.mfaDevices).toEqual([{ userName: 'ana', serialNumber: serial, enableDate: time }]);
    expect(snapshot.serverCertificates).toEqual([{ arn: arnOf('server-certificate/web'), serverCertificateName: 'web' }]);
    expect([snapshot.parts.mfaDevices.status, snapshot.parts.serverCertificates.status]).toEqual(['partial', 'partial']);
  });

  it('keeps members it has no name for verbatim, and counts them', () => {
    const snapshot = imported([details([userDetail('ana', { Shoe: { Size: [42] } })])]);
    expect(snapshot.users[0]?.extra).toEqual({ Shoe: { Size: [42] } });
    expect(snapshot.unknownMembers).toBe(1);
  });

  it('tells entries without the members that name them, and marks the part partial', () => {
    const snapshot = imported([{ UserDetailList: [userDetail('ana'), { UserName: 'no-arn' }, 'text'] }]);
    expect(snapshot.users).toHaveLength(1);
    expect(snapshot.parts.userDetails.status).toBe('partial');
    expect(codesOf(snapshot)).toEqual(['unusable-entry']);
  });

  it('tells a member that cannot be read and keeps it', () => {
    const snapshot = imported([details([userDetail('ana', { CreateDate: '12/05/2026', GroupList: 'ops' })])]);
    expect(snapshot.users[0]).toMatchObject({ extra: { CreateDate: '12/05/2026', GroupList: 'ops' } });
    expect(snapshot.users[0]).not.toHaveProperty('groupList');
    expect(codesOf(snapshot)).toEqual(['unreadable-member', 'unreadable-member']);
  });
});
