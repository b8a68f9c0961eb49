import type { NotEvaluatedReason } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';
import type { ByUser, Placed } from './by-user.ts';
import { isoOf } from './console.ts';
import { gapOf } from './known.ts';
import type { ReportRow } from './report-row.ts';

/** A long-term credential of a user beside password and access keys. */
export interface OtherCredential {
  /** `undated`: active, with an expiry that cannot be compared for want of a time. */
  status: 'active' | 'inactive' | 'expired' | 'undated' | 'unknown';
  /** Service-specific credentials only: AWS's name of the service. */
  service?: string;
  evidence: readonly string[];
}

/** One kind of credential of a user. */
export interface CredentialList {
  entries: readonly OtherCredential[];
  /** Why it is not known that these are all; `null` when they are. */
  gap: NotEvaluatedReason | null;
}

export interface OtherCredentials {
  serviceSpecific: CredentialList;
  sshKeys: CredentialList;
  signingCertificates: CredentialList;
}

interface Sources {
  snapshot: Snapshot;
  byUser: ByUser;
  asOf: string | null;
}

/** The user's credentials of every other kind. The credential report knows of certificates alone, and only where nobody listed them. */
export function otherCredentialsOf(name: string, { snapshot, byUser, asOf }: Sources, report: ReportRow | undefined): OtherCredentials {
  const serviceSpecific = listOf(
    'serviceSpecificCredentials',
    byUser.serviceSpecific.get(name),
    snapshot,
    ({ status, expirationDate, serviceName }) => ({
      status: stateOf(status, expirationDate, asOf),
      ...(serviceName === undefined ? {} : { service: serviceName }),
    }),
  );
  const plain = ({ status }: { status: string }) => ({ status: stateOf(status, undefined, asOf) });
  const certificates = listOf('signingCertificates', byUser.certificates.get(name), snapshot, plain);
  return {
    serviceSpecific,
    sshKeys: listOf('sshPublicKeys', byUser.sshKeys.get(name), snapshot, plain),
    signingCertificates: certificates.gap !== null && report ? reportedCertificates(report) : certificates,
  };
}

/** How many are active; `null` when the list is not there. */
export function activeCount({ entries, gap }: CredentialList): number | null {
  return gap === null ? entries.filter(({ status }) => status === 'active' || status === 'undated').length : null;
}

/** An answer for one user does not say that others were asked: no entry is known to be none only when the list is whole. */
function listOf<T>(
  part: PartName,
  placed: readonly Placed<T>[] | undefined,
  snapshot: Snapshot,
  read: (entry: T) => Omit<OtherCredential, 'evidence'>,
): CredentialList {
  const entries = (placed ?? []).map(({ entry, index }) => ({ ...read(entry), evidence: [pointer(part, index)] }));
  return { entries, gap: placed ? null : (gapOf(snapshot, part)?.reason ?? null) };
}

/** AWS leaves a key `Active` when its time is over. */
function stateOf(status: string, expires: string | undefined, asOf: string | null): OtherCredential['status'] {
  if (status === 'Inactive') return 'inactive';
  if (status === 'Expired') return 'expired';
  if (status !== 'Active') return 'unknown';
  if (expires === undefined) return 'active';
  if (asOf === null) return 'undated';
  return expires <= asOf ? 'expired' : 'active';
}

function reportedCertificates({ row, at }: ReportRow): CredentialList {
  const slots = [
    { active: row.cert1Active, dated: isoOf(row.cert1LastRotated) !== undefined, evidence: [at('cert1Active')] },
    { active: row.cert2Active, dated: isoOf(row.cert2LastRotated) !== undefined, evidence: [at('cert2Active')] },
  ];
  const known = slots.filter((slot) => typeof slot.active === 'boolean');
  const entries = known
    .filter(({ active, dated }) => active === true || dated)
    .map(({ active, evidence }) => ({ status: active === true ? ('active' as const) : ('inactive' as const), evidence }));
  return { entries, gap: known.length === slots.length ? null : 'missing' };
}
