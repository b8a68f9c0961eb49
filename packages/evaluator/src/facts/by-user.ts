import type { AccessKey, MfaDevice, ServiceSpecificCredential, Snapshot, VirtualMfaDevice } from '@iam-dossier/core/snapshot';

/** An entry with its place in the snapshot's list. */
export interface Placed<T> {
  entry: T;
  index: number;
}

/** Lists of the snapshot by the user they are about, so that each user is looked up once. */
export interface ByUser {
  accessKeys: ReadonlyMap<string, Placed<AccessKey>[]>;
  mfaDevices: ReadonlyMap<string, Placed<MfaDevice>[]>;
  /** By user ARN. */
  virtualMfaDevices: ReadonlyMap<string, Placed<VirtualMfaDevice>[]>;
  serviceSpecific: ReadonlyMap<string, Placed<ServiceSpecificCredential>[]>;
  sshKeys: ReadonlyMap<string, Placed<Snapshot['sshPublicKeys'][number]>[]>;
  certificates: ReadonlyMap<string, Placed<Snapshot['signingCertificates'][number]>[]>;
}

export function groupByUser(snapshot: Snapshot): ByUser {
  const named = (entry: { userName: string }) => entry.userName;
  return {
    accessKeys: placedBy(snapshot.accessKeys, named),
    mfaDevices: placedBy(snapshot.mfaDevices, named),
    virtualMfaDevices: placedBy(snapshot.virtualMfaDevices, (device) => device.user?.arn),
    serviceSpecific: placedBy(snapshot.serviceSpecificCredentials, named),
    sshKeys: placedBy(snapshot.sshPublicKeys, named),
    certificates: placedBy(snapshot.signingCertificates, named),
  };
}

function placedBy<T>(list: readonly T[], key: (entry: T) => string | undefined): Map<string, Placed<T>[]> {
  const groups = new Map<string, Placed<T>[]>();
  for (const [index, entry] of list.entries()) {
    const name = key(entry);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push({ entry, index });
    else groups.set(name, [{ entry, index }]);
  }
  return groups;
}
