import type { NotEvaluatedReason } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';
import type { ByUser, Placed } from './by-user.ts';
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

/** Looks up the credentials of every other kind that a user holds. */
export function otherCredentialsIn(snapshot: Snapshot, byUser: ByUser, asOf: string | null) {
  const none = (part: PartName): CredentialList => ({ entries: [], gap: gapOf(snapshot, part)?.reason ?? null });
  const unlisted = {
    serviceSpecific: none('serviceSpecificCredentials'),
    sshKeys: none('sshPublicKeys'),
    signingCertificates: none('signingCertificates'),
  };
  const stateAt = (entry: Dated) => stateOf(entry, asOf);
  return (name: string, report: ReportRow | undefined): OtherCredentials => {
    const serviceSpecific = byUser.serviceSpecific.get(name);
    const sshKeys = byUser.sshKeys.get(name);
    const certificates = byUser.certificates.get(name);
    return {
      serviceSpecific: serviceSpecific ? listed('serviceSpecificCredentials', serviceSpecific, stateAt) : unlisted.serviceSpecific,
      sshKeys: sshKeys ? listed('sshPublicKeys', sshKeys, stateAt) : unlisted.sshKeys,
      signingCertificates: certificates
        ? listed('signingCertificates', certificates, stateAt)
        : unlisted.signingCertificates.gap !== null && report
          ? reportedCertificates(report)
          : unlisted.signingCertificates,
    };
  };
}

/** How many are active; `null` when the list is not there. */
export function activeCount({ entries, gap }: CredentialList): number | null {
  return gap === null ? entries.filter(({ status }) => status === 'active' || status === 'undated').length : null;
}

interface Dated {
  status: string;
  expirationDate?: string | undefined;
  serviceName?: string | undefined;
}

/** An answer for one user does not say that others were asked: only who has an entry was surely asked. */
function listed(part: PartName, placed: readonly Placed<Dated>[], stateAt: (entry: Dated) => OtherCredential['status']): CredentialList {
  const entries = placed.map(({ entry, index }) => ({
    status: stateAt(entry),
    ...(entry.serviceName === undefined ? {} : { service: entry.serviceName }),
    evidence: [pointer(part, index)],
  }));
  return { entries, gap: null };
}

/** AWS leaves a key `Active` when its time is over. */
function stateOf({ status, expirationDate: expires }: Dated, asOf: string | null): OtherCredential['status'] {
  if (status === 'Inactive') return 'inactive';
  if (status === 'Expired') return 'expired';
  if (status !== 'Active') return 'unknown';
  if (expires === undefined) return 'active';
  if (asOf === null) return 'undated';
  return expires <= asOf ? 'expired' : 'active';
}

const noCertificates: CredentialList = { entries: [], gap: null };

/** An inactive certificate opens nothing, though its date stays in the report. */
function reportedCertificates({ row, at }: ReportRow): CredentialList {
  if (row.cert1Active === false && row.cert2Active === false) return noCertificates;
  const slots = [
    { active: row.cert1Active, evidence: at('cert1Active') },
    { active: row.cert2Active, evidence: at('cert2Active') },
  ];
  const known = slots.filter(({ active }) => typeof active === 'boolean');
  const entries = known.filter(({ active }) => active === true).map(({ evidence }) => ({ status: 'active' as const, evidence: [evidence] }));
  return { entries, gap: known.length === slots.length ? null : 'missing' };
}
