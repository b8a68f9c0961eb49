import { tagsMember } from '../decode/entities.ts';
import { decodeOne, isMembers, type Members, type Shape } from '../decode/members.ts';
import { text, time } from '../decode/values.ts';
import { isList, keyOf, listKind, readEntries, type Kind } from './kind.ts';

const dated = (name: string, to: string) => ({ [name]: [to, time] as const });
const named = { UserName: ['userName', text] as const, Status: ['status', text] as const };

/** The user of a device. For the root user it is the one place that tells times. */
const deviceUser = decodeOne({
  members: {
    Arn: ['arn', text],
    UserName: ['userName', text],
    UserId: ['userId', text],
    Path: ['path', text],
    ...dated('CreateDate', 'createDate'),
    ...dated('PasswordLastUsed', 'passwordLastUsed'),
  },
});

const virtualMfaDevice: Shape = {
  members: {
    SerialNumber: ['serialNumber', text],
    ...dated('EnableDate', 'enableDate'),
    User: [
      'user',
      (value, draft) => {
        const user = deviceUser(value, draft);
        return typeof (user as { arn?: unknown } | undefined)?.arn === 'string' ? user : undefined;
      },
    ],
    Tags: ['tags', tagsMember],
  },
};
const sshKey: Shape = {
  members: { ...named, SSHPublicKeyId: ['sshPublicKeyId', text], ...dated('UploadDate', 'uploadDate') },
};
const serviceCredential: Shape = {
  members: {
    ...named,
    ServiceSpecificCredentialId: ['serviceSpecificCredentialId', text],
    ServiceName: ['serviceName', text],
    ServiceUserName: ['serviceUserName', text],
    ...dated('CreateDate', 'createDate'),
    ...dated('ExpirationDate', 'expirationDate'),
  },
};
const serverCertificate: Shape = {
  members: {
    Arn: ['arn', text],
    Path: ['path', text],
    ServerCertificateName: ['serverCertificateName', text],
    ServerCertificateId: ['serverCertificateId', text],
    ...dated('UploadDate', 'uploadDate'),
    ...dated('Expiration', 'expiration'),
  },
};
const accessKey: Shape = {
  members: { ...named, AccessKeyId: ['accessKeyId', text], ...dated('CreateDate', 'createDate') },
};
const mfaDevice: Shape = {
  members: { UserName: ['userName', text], SerialNumber: ['serialNumber', text], ...dated('EnableDate', 'enableDate') },
};
const signingCertificate: Shape = {
  members: { ...named, CertificateId: ['certificateId', text], ...dated('UploadDate', 'uploadDate') },
};

const owned = (...names: string[]) => keyOf('userName', ...names, 'status');

export const credentials: Kind[] = [
  listKind({
    call: 'iam:ListVirtualMFADevices',
    member: 'VirtualMFADevices',
    part: 'virtualMfaDevices',
    shape: virtualMfaDevice,
    key: keyOf('serialNumber'),
  }),
  listKind({
    call: 'iam:ListMFADevices',
    member: 'MFADevices',
    part: 'mfaDevices',
    shape: mfaDevice,
    key: keyOf('userName', 'serialNumber'),
    perPrincipal: true,
  }),
  {
    call: 'iam:GetMFADevice',
    matches: ({ SerialNumber: serial, UserName: user }) => typeof serial === 'string' && typeof user === 'string',
    read: (value, draft) => {
      draft.open('mfaDevices', 'one');
      readEntries([value], { call: 'iam:GetMFADevice', part: 'mfaDevices', shape: mfaDevice, key: keyOf('userName', 'serialNumber') }, draft);
    },
  },
  listKind({
    call: 'iam:ListAccessKeys',
    member: 'AccessKeyMetadata',
    part: 'accessKeys',
    shape: accessKey,
    key: owned('accessKeyId'),
    perPrincipal: true,
  }),
  listKind({
    call: 'iam:ListServiceSpecificCredentials',
    member: 'ServiceSpecificCredentials',
    part: 'serviceSpecificCredentials',
    shape: serviceCredential,
    key: owned('serviceSpecificCredentialId'),
    perPrincipal: true,
  }),
  listKind({
    call: 'iam:CreateServiceSpecificCredential',
    member: 'ServiceSpecificCredential',
    part: 'serviceSpecificCredentials',
    shape: serviceCredential,
    key: owned('serviceSpecificCredentialId'),
    single: true,
  }),
  listKind({
    call: 'iam:ListSSHPublicKeys',
    member: 'SSHPublicKeys',
    part: 'sshPublicKeys',
    shape: sshKey,
    key: owned('sshPublicKeyId'),
    perPrincipal: true,
  }),
  listKind({ call: 'iam:GetSSHPublicKey', member: 'SSHPublicKey', part: 'sshPublicKeys', shape: sshKey, key: owned('sshPublicKeyId'), single: true }),
  listKind({
    call: 'iam:ListSigningCertificates',
    member: 'Certificates',
    part: 'signingCertificates',
    shape: signingCertificate,
    key: owned('certificateId'),
    perPrincipal: true,
    // Other services list certificates of their own.
    matches: ({ Certificates: list }) => isList(list) && list.every((entry) => isMembers(entry) && typeof entry['CertificateId'] === 'string'),
  }),
  listKind({
    call: 'iam:ListServerCertificates',
    member: 'ServerCertificateMetadataList',
    part: 'serverCertificates',
    shape: serverCertificate,
    key: keyOf('arn', 'serverCertificateName'),
  }),
  {
    call: 'iam:GetServerCertificate',
    matches: ({ ServerCertificate: certificate }) => isMembers(certificate) && isMembers(certificate['ServerCertificateMetadata']),
    read: ({ ServerCertificate: certificate }, draft) => {
      draft.open('serverCertificates', 'one');
      const entries = [(certificate as Members)['ServerCertificateMetadata']];
      const key = keyOf('arn', 'serverCertificateName');
      readEntries(entries, { call: 'iam:GetServerCertificate', part: 'serverCertificates', shape: serverCertificate, key }, draft);
    },
  },
];
