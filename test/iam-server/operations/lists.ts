import { isValues, type Values } from '../account/look-up.ts';
import type { Served } from '../account/served.ts';
import { invalid, noSuchEntity } from '../error.ts';
import { listing, textParam, type Answer, type Ask, type Handler } from './handler.ts';

const pick = (names: readonly string[]) => (entry: Values) =>
  Object.fromEntries(names.filter((name) => entry[name] !== undefined).map((name) => [name, entry[name]]));
const identity = ['path', 'arn', 'createDate'];

/** What AWS lists of users and roles is less than what it details: no boundary, no tags, no use. */
const listedUser = pick([...identity, 'userName', 'userId', 'passwordLastUsed']);
const listedRole = pick([...identity, 'roleName', 'roleId', 'assumeRolePolicyDocument', 'description', 'maxSessionDuration']);

function underPath({ params }: Ask, entries: readonly Values[]): Values[] {
  const prefix = textParam(params, 'PathPrefix') ?? '/';
  return entries.filter((entry) => String(entry['path'] ?? '/').startsWith(prefix));
}

/** Entries of one user; of the caller, when none is named. */
function ofUser(member: string, entriesOf: (served: Served) => readonly { userName: string }[]): Handler {
  return ({ params, served, caller }) => {
    const name = textParam(params, 'UserName') ?? /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn)?.[1];
    if (name === undefined) throw invalid('Must specify userName when calling with non-User credentials');
    requireUser(served, name);
    return listing(
      member,
      entriesOf(served).filter((entry) => entry.userName === name),
    );
  };
}

function requireUser({ snapshot }: Served, name: string): void {
  if (snapshot.users.every((user) => user.userName !== name)) throw noSuchEntity(`The user with name ${name} cannot be found.`);
}

function serviceSpecificCredentials(ask: Ask): Answer {
  const { params, served } = ask;
  const service = textParam(params, 'ServiceName');
  const fits = (entry: { serviceName?: string | undefined }) => service === undefined || entry.serviceName === service;
  if (params['AllUsers'] !== true)
    return ofUser('ServiceSpecificCredentials', ({ snapshot }) => snapshot.serviceSpecificCredentials.filter(fits))(ask);
  if (params['UserName'] !== undefined) throw invalid('UserName cannot be specified when AllUsers is true');
  return listing('ServiceSpecificCredentials', served.snapshot.serviceSpecificCredentials.filter(fits));
}

function virtualMfaDevices({ params, served }: Ask): Answer {
  const wanted = textParam(params, 'AssignmentStatus') ?? 'Any';
  const devices = served.snapshot.virtualMfaDevices.filter((device) => wanted === 'Any' || (wanted === 'Assigned') === (device.user !== undefined));
  return listing(
    'VirtualMFADevices',
    devices.map((device) => ({ ...device, Base32StringSeed: Buffer.from(mfaSeed), QRCodePNG: Buffer.from(mfaPicture) })),
  );
}

/** AWS shows these when a device is made; whoever lists devices must let them fall. */
export const mfaSeed = 'JBSWY3DPEHPK3PXPSEEDOFATESTDEVICE';
export const mfaPicture = '\u0089PNG picture of the seed of a test device';

function accessKeyLastUsed({ params, served }: Ask): Answer {
  const id = textParam(params, 'AccessKeyId');
  const key = served.snapshot.accessKeys.find((entry) => entry.accessKeyId === id);
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found`);
  const used = usesOf(served, key.userName);
  const at = served.snapshot.accessKeys.filter((entry) => entry.userName === key.userName).indexOf(key);
  return { output: { UserName: key.userName, AccessKeyLastUsed: used[at] ?? { ServiceName: 'N/A', Region: 'N/A' } } };
}

/** AWS names the user, not the key: the entries of a user are those of its keys, in their order. */
function usesOf({ snapshot }: Served, userName: string): Values[] {
  return snapshot.accessKeysLastUsed.filter((entry) => entry.userName === userName).filter(isValues);
}

function openIdConnectProvider({ params, served }: Ask): Answer {
  const arn = textParam(params, 'OpenIDConnectProviderArn');
  const found = served.snapshot.openIdConnectProviders.find((provider) => provider.arn === arn);
  if (!found) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return { output: found };
}

export const listHandlers: Readonly<Record<string, Handler>> = {
  ListUsers: (ask) => listing('Users', underPath(ask, ask.served.snapshot.users).map(listedUser)),
  ListRoles: (ask) => listing('Roles', underPath(ask, ask.served.snapshot.roles).map(listedRole)),
  ListAccountAliases: ({ served }) => listing('AccountAliases', served.snapshot.accountAliases),
  ListSAMLProviders: ({ served }) => listing('SAMLProviderList', served.snapshot.samlProviders),
  ListOpenIDConnectProviders: ({ served }) => listing('OpenIDConnectProviderList', served.snapshot.openIdConnectProviders),
  GetOpenIDConnectProvider: openIdConnectProvider,
  ListServerCertificates: (ask) => listing('ServerCertificateMetadataList', underPath(ask, ask.served.snapshot.serverCertificates)),
  ListDelegationRequests: ({ served }) => listing('DelegationRequests', served.snapshot.delegationRequests ?? []),
  ListVirtualMFADevices: virtualMfaDevices,
  ListMFADevices: ofUser('MFADevices', ({ snapshot }) => snapshot.mfaDevices),
  ListAccessKeys: ofUser('AccessKeyMetadata', ({ snapshot }) => snapshot.accessKeys),
  ListSSHPublicKeys: ofUser('SSHPublicKeys', ({ snapshot }) => snapshot.sshPublicKeys),
  ListSigningCertificates: ofUser('Certificates', ({ snapshot }) => snapshot.signingCertificates.map(withBody)),
  ListServiceSpecificCredentials: serviceSpecificCredentials,
  GetAccessKeyLastUsed: accessKeyLastUsed,
};

function withBody<T extends { userName: string }>(certificate: T) {
  return { ...certificate, certificateBody: '-----BEGIN CERTIFICATE-----\nMIIBtestbody\n-----END CERTIFICATE-----' };
}
