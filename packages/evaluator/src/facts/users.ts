import type { Profile } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { PartName, Snapshot, User } from '@iam-dossier/core/snapshot';
import { groupByUser, type ByUser, type Placed } from './by-user.ts';
import { once } from './once.ts';
import type { AccountContext, IndexedSubject } from './context.ts';
import { consoleOf } from './console.ts';
import type { ReportRow } from './report-row.ts';
import { accessKeysOf, type KeyFact } from './access-keys.ts';
import { gapOf, gapsOf, hasPart, known, unknown, type Gap, type Known } from './known.ts';

export interface UserFact {
  subject: number;
  inScope: boolean;
  name: string;
  arn: string;
  user?: User;
  report?: ReportRow;
  console: NonNullable<Profile['console']>;
  /** Where console access and MFA were read. */
  consoleEvidence: readonly string[];
  /** `null`: no source tells. */
  accessKeys: readonly KeyFact[] | null;
  otherCredentials: NonNullable<Profile['otherCredentials']>;
  /** Where these stand. */
  otherEvidence: readonly string[];
  /** Where the user stands. */
  at: string;
}

interface Sources {
  snapshot: Snapshot;
  byUser: ByUser;
}

/** Users of the account and their credentials, from every source that tells of them. */
export const usersFact = once((context): Known<readonly UserFact[]> => {
  const { snapshot } = context;
  const sources = ['userDetails', 'users', 'credentialReport'] as const;
  if (!sources.some((part) => hasPart(snapshot, part))) return unknown(gapsOf(snapshot, 'userDetails', 'credentialReport'));
  const rows = reportRows(context);
  const entities = new Map(snapshot.users.map((user) => [user.arn, user]));
  const byUser = groupByUser(snapshot);
  const subjects = context.subjects.filter((subject) => subject.type === 'user');
  const users = subjects.map((subject) => userOf(subject, { snapshot, byUser }, entities.get(subject.arn), rows));
  return known(users, listGaps(context));
});

/** The list of users is whole when one of its sources is. */
function listGaps({ snapshot }: AccountContext): Gap[] {
  const whole = (['userDetails', 'users', 'credentialReport'] as const).some((part) => snapshot.parts[part].status === 'complete');
  if (whole) return [];
  const best = (['userDetails', 'users', 'credentialReport'] as const).find((part) => hasPart(snapshot, part)) ?? 'userDetails';
  return [gapOf(snapshot, best)].filter((gap) => gap !== undefined);
}

function reportRows({ snapshot }: AccountContext): Map<string, ReportRow> {
  const rows = snapshot.credentialReport?.rows ?? [];
  return new Map(rows.map((row, index) => [row.user, { row, at: (member) => pointer('credentialReport', 'rows', index, member) }]));
}

function userOf(subject: IndexedSubject, sources: Sources, user: User | undefined, rows: Map<string, ReportRow>): UserFact {
  const report = rows.get(subject.name);
  const base = { subject: subject.index, inScope: subject.inScope, name: subject.name, arn: subject.arn };
  const { evidence, ...console } = consoleOf(subject, sources, user, report);
  return {
    ...base,
    ...(user ? { user } : {}),
    ...(report ? { report } : {}),
    console,
    consoleEvidence: evidence,
    accessKeys: accessKeysOf(sources.byUser.accessKeys.get(subject.name) ?? [], report),
    otherCredentials: otherCredentials(subject.name, sources, report),
    otherEvidence: otherEvidence(subject.name, sources.byUser, report),
    at: subject.pointer.path,
  };
}

/** A count of none is unknown unless the list is whole: an answer for one user does not say that others were asked. */
function otherCredentials(name: string, { snapshot, byUser }: Sources, report: ReportRow | undefined): UserFact['otherCredentials'] {
  const active = (part: PartName, list: readonly Placed<{ status: string }>[] | undefined) =>
    list?.filter(({ entry }) => entry.status === 'Active').length ?? (snapshot.parts[part].status === 'complete' ? 0 : null);
  const certificates = report && [report.row.cert1Active, report.row.cert2Active];
  const reported = certificates?.every((flag) => typeof flag === 'boolean') ? certificates.filter(Boolean).length : null;
  return {
    serviceSpecific: active('serviceSpecificCredentials', byUser.serviceSpecific.get(name)),
    sshKeys: active('sshPublicKeys', byUser.sshKeys.get(name)),
    signingCertificates: active('signingCertificates', byUser.certificates.get(name)) ?? reported,
  };
}

function otherEvidence(name: string, { serviceSpecific, sshKeys, certificates }: ByUser, report: ReportRow | undefined): string[] {
  const places = (list: string, entries: readonly Placed<unknown>[] | undefined) => (entries ?? []).map(({ index }) => pointer(list, index));
  const flags = (['cert1Active', 'cert2Active'] as const).filter((flag) => report?.row[flag] === true).map((flag) => report?.at(flag) ?? '');
  return [
    ...places('serviceSpecificCredentials', serviceSpecific.get(name)),
    ...places('sshPublicKeys', sshKeys.get(name)),
    ...places('signingCertificates', certificates.get(name)),
    ...flags,
  ];
}
