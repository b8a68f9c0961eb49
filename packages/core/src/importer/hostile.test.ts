import { describe, expect, it } from 'vitest';
import { documentJson } from '../json/index.ts';
import { readSnapshot } from '../snapshot/index.ts';
import { arnOf, details, imported, userDetail } from './importing.test-helper.ts';

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  '\u001b[31mred',
  '=cmd|x',
  '../../etc/passwd',
  '\u202eevil',
  '\ud800',
  'x'.repeat(100_000),
];

describe('hostile names', () => {
  it.each(names)('of entities stay what they are: %.40j', (name) => {
    const snapshot = imported([details([userDetail('a', { UserName: name, Tags: [{ Key: name, Value: name }], GroupList: [name] })])]);
    expect(snapshot.users[0]).toMatchObject({ userName: name, tags: [{ key: name, value: name }], groupList: [name] });
    expect(readSnapshot(JSON.parse(documentJson(snapshot)))).toEqual(snapshot);
  });

  it.each(names)('of members are kept in the entity and counted: %.40j', (name) => {
    const raw = JSON.parse(`{"UserDetailList":[{"Arn":"${arnOf('user/a')}",${JSON.stringify(name)}:{"x":1}}]}`) as object;
    const snapshot = imported([JSON.stringify(raw)]);
    expect(snapshot.unknownMembers).toBe(1);
    expect(Object.values(snapshot.users[0]?.extra ?? {})).toEqual([{ x: 1 }]);
    expect(readSnapshot(JSON.parse(documentJson(snapshot)))).toEqual(snapshot);
  });

  it('of summary keys change nothing of an object', () => {
    const snapshot = imported(['{"SummaryMap":{"Users":1,"__proto__":2,"constructor":3}}']);
    expect(Object.getPrototypeOf(snapshot.accountSummary)).toBe(Object.prototype);
    expect(snapshot.accountSummary).toMatchObject({ Users: 1 });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('nested thousands deep are told or read, never a crash', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const attempt = () => imported([`{"UserDetailList":[{"Arn":"${arnOf('user/a')}","Deep":${deep}}]}`]);
    expect(() => documentJson(attempt())).not.toThrow(RangeError);
  });
});

/** Marks a secret: no byte of it may leave the importer. */
const SECRET = 'S3cr3t-do-not-keep';
const secretNames = [
  'Base32StringSeed',
  'QRCodePNG',
  'ServicePassword',
  'ServiceCredentialSecret',
  'SecretAccessKey',
  'SSHPublicKeyBody',
  'CertificateBody',
  'CertificateChain',
];
const secrets = Object.fromEntries(secretNames.map((name) => [name, SECRET]));

describe('secrets', () => {
  it.each<[string, object]>([
    ['list-virtual-mfa-devices', { VirtualMFADevices: [{ SerialNumber: arnOf('mfa/x'), ...secrets, User: { Arn: arnOf('user/a'), ...secrets } }] }],
    ['create-virtual-mfa-device', { VirtualMFADevice: { SerialNumber: arnOf('mfa/x'), ...secrets } }],
    ['list-mfa-devices', { MFADevices: [{ UserName: 'a', SerialNumber: arnOf('mfa/x'), ...secrets }] }],
    ['create-access-key', { AccessKey: { UserName: 'a', AccessKeyId: 'AKIA1', Status: 'Active', ...secrets } }],
    ['list-access-keys', { AccessKeyMetadata: [{ UserName: 'a', AccessKeyId: 'AKIA1', Status: 'Active', ...secrets }] }],
    [
      'create-service-specific-credential',
      { ServiceSpecificCredential: { UserName: 'a', ServiceSpecificCredentialId: 'ACCA1', Status: 'Active', ...secrets } },
    ],
    [
      'list-service-specific-credentials',
      { ServiceSpecificCredentials: [{ UserName: 'a', ServiceSpecificCredentialId: 'ACCA1', Status: 'Active', ...secrets }] },
    ],
    ['get-ssh-public-key', { SSHPublicKey: { UserName: 'a', SSHPublicKeyId: 'APKA1', Status: 'Active', ...secrets } }],
    ['list-signing-certificates', { Certificates: [{ UserName: 'a', CertificateId: 'T', Status: 'Active', ...secrets }] }],
    ['list-server-certificates', { ServerCertificateMetadataList: [{ ServerCertificateName: 's', Arn: arnOf('server-certificate/s'), ...secrets }] }],
    ['authorization details with more than AWS gives', details([userDetail('a', { ...secrets, Nested: { AccessKey: secrets } })])],
    ['a role', { RoleDetailList: [{ RoleName: 'r', Arn: arnOf('role/r'), ...secrets, RoleLastUsed: { ...secrets } }] }],
    ['temporary credentials', { Credentials: { AccessKeyId: 'ASIA1', SecretAccessKey: SECRET, SessionToken: SECRET } }],
  ])('never enter a snapshot: %s', (_, answer) => {
    expect(documentJson(imported([answer]))).not.toContain(SECRET);
  });

  it.each([
    `{"SecretAccessKey": ${SECRET}}`,
    `{"AccessKey": {"SecretAccessKey": "${SECRET}"`,
    `aws_secret_access_key = ${SECRET}`,
    `Unable to locate credentials\naws_secret_access_key = ${SECRET}`,
    `User name,Access key ID,Secret access key\na,AKIA1,${SECRET}`,
  ])('of broken and foreign files are not quoted: %s', (text) => {
    expect(documentJson(imported([text]))).not.toContain(SECRET);
  });
});
