import type { Snapshot } from '@iam-dossier/core/snapshot';

type Credentials = Pick<
  Snapshot,
  | 'accessKeys'
  | 'accessKeysLastUsed'
  | 'mfaDevices'
  | 'virtualMfaDevices'
  | 'serviceSpecificCredentials'
  | 'sshPublicKeys'
  | 'signingCertificates'
  | 'serverCertificates'
  | 'servicesLastAccessed'
  | 'samlProviders'
  | 'openIdConnectProviders'
>;

const created = '2026-03-01T08:00:00Z';

/** Keys, devices and providers for a made-up account: each third user has some. */
export function credentialsOf({ account, users, roles }: Snapshot): Credentials {
  const names = users.map((user) => user.userName).filter((_, index) => index % 3 === 0);
  const arn = (rest: string) => `arn:${account.partition}:iam::${account.id}:${rest}`;
  const id = (prefix: string, index: number) => `${prefix}TEST${String(index).padStart(12, '0')}`;
  return {
    accessKeys: names.map((userName, index) => ({
      userName,
      accessKeyId: id('AKIA', index),
      status: index % 2 ? 'Active' : 'Inactive',
      createDate: created,
    })),
    accessKeysLastUsed: names.map((userName, index) =>
      index % 2
        ? { userName, lastUsedDate: '2026-09-20T10:00:00Z', serviceName: 's3', region: 'us-east-1' }
        : { userName, serviceName: 'N/A', region: 'N/A' },
    ),
    mfaDevices: names.map((userName) => ({ userName, serialNumber: arn(`mfa/${userName}`), enableDate: created })),
    virtualMfaDevices: [
      ...users
        .filter((_, index) => index % 3 === 0)
        .map(({ arn: own, userName, userId, path, createDate }) => ({
          serialNumber: arn(`mfa/${userName}`),
          enableDate: created,
          user: { arn: own, userName, userId, path, createDate },
        })),
      { serialNumber: arn('mfa/unassigned') },
    ],
    serviceSpecificCredentials: names.map((userName, index) => ({
      userName,
      serviceSpecificCredentialId: id('ACCA', index),
      serviceName: 'bedrock.amazonaws.com',
      serviceUserName: `${userName}-at-${account.id}`,
      status: 'Active',
      createDate: created,
      expirationDate: '2027-03-01T08:00:00Z',
    })),
    sshPublicKeys: names.map((userName, index) => ({ userName, sshPublicKeyId: id('APKA', index), status: 'Active', uploadDate: created })),
    signingCertificates: names.map((userName, index) => ({ userName, certificateId: id('CERT', index), status: 'Inactive', uploadDate: created })),
    serverCertificates: [
      {
        arn: arn('server-certificate/web/site'),
        path: '/web/',
        serverCertificateName: 'site',
        serverCertificateId: id('ASCA', 1),
        uploadDate: created,
        expiration: '2027-01-01T00:00:00Z',
      },
    ],
    servicesLastAccessed: [...users.slice(0, 2), ...roles.slice(0, 2)].map((principal) => ({
      arn: principal.arn,
      jobType: 'SERVICE_LEVEL',
      jobCreationDate: '2026-10-01T08:59:00Z',
      jobCompletionDate: '2026-10-01T08:59:05Z',
      servicesLastAccessed: [
        {
          serviceName: 'Amazon S3',
          serviceNamespace: 's3',
          lastAuthenticated: '2026-09-20T10:00:00Z',
          lastAuthenticatedEntity: principal.arn,
          lastAuthenticatedRegion: 'us-east-1',
          totalAuthenticatedEntities: 1,
        },
        { serviceName: 'AWS IAM', serviceNamespace: 'iam', totalAuthenticatedEntities: 0 },
      ],
    })),
    samlProviders: [{ arn: arn('saml-provider/Example'), validUntil: '2126-01-01T00:00:00Z', createDate: created }],
    openIdConnectProviders: [
      {
        arn: arn('oidc-provider/token.actions.example.com'),
        url: 'token.actions.example.com',
        clientIdList: ['sts.amazonaws.com'],
        thumbprintList: ['0'.repeat(40)],
        createDate: created,
      },
    ],
  };
}
