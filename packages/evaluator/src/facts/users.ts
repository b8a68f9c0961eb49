import type { KnownTime, Profile } from '@iam-dossier/core/assessment';
import type { Snapshot, User } from '@iam-dossier/core/snapshot';
import { groupByUser, type ByUser } from './by-user.ts';
import { once } from './once.ts';
import type { AccountContext, IndexedSubject } from './context.ts';
import { consoleOf, reportTime, timeOf, type MfaDevices } from './console.ts';
import { activeCount, otherCredentialsIn, type OtherCredentials } from './other-credentials.ts';
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
  /** When the user was made. */
  created: KnownTime;
  console: NonNullable<Profile['console']>;
  /** Where console access and MFA were read. */
  consoleEvidence: readonly string[];
  mfaDevices: MfaDevices;
  /** `null`: no source tells. */
  accessKeys: readonly KeyFact[] | null;
  others: OtherCredentials;
  /** How many of these are active. */
  otherCredentials: NonNullable<Profile['otherCredentials']>;
  /** Where the user stands. */
  at: string;
}

interface Sources {
  snapshot: Snapshot;
  byUser: ByUser;
  othersOf: ReturnType<typeof otherCredentialsIn>;
}

/** Users of the account and their credentials, from every source that tells of them. */
export const usersFact = once((context): Known<readonly UserFact[]> => {
  const { snapshot } = context;
  if (!(['userDetails', 'users', 'credentialReport'] as const).some((part) => hasPart(snapshot, part)))
    return unknown(gapsOf(snapshot, 'userDetails', 'credentialReport'));
  const rows = reportRows(context);
  const entities = new Map(snapshot.users.map((user) => [user.arn, user]));
  const byUser = groupByUser(snapshot);
  const sources = { snapshot, byUser, othersOf: otherCredentialsIn(snapshot, byUser, context.asOf) };
  const subjects = context.subjects.filter((subject) => subject.type === 'user');
  const users = subjects.map((subject) => userOf(subject, sources, entities.get(subject.arn), rows));
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
  // Members of ours need no escaping.
  return new Map(rows.map((row, index) => [row.user, { row, at: (member) => `/credentialReport/rows/${index}/${member}` }]));
}

function userOf(subject: IndexedSubject, sources: Sources, user: User | undefined, rows: Map<string, ReportRow>): UserFact {
  const { name, arn } = subject;
  const report = rows.get(name);
  const others = sources.othersOf(name, report);
  const { console, consoleEvidence, mfaDevices } = consoleOf(subject, sources, user, report);
  const fact: UserFact = {
    subject: subject.index,
    inScope: subject.inScope,
    name,
    arn,
    created: user?.createDate === undefined ? reportTime(report?.row.userCreationTime) : timeOf(user.createDate),
    console,
    consoleEvidence,
    mfaDevices,
    accessKeys: accessKeysOf(sources.byUser.accessKeys.get(name), report, sources.snapshot.parts.accessKeys.status === 'complete'),
    others,
    otherCredentials: {
      serviceSpecific: activeCount(others.serviceSpecific),
      sshKeys: activeCount(others.sshKeys),
      signingCertificates: activeCount(others.signingCertificates),
    },
    at: subject.pointer.path,
  };
  if (user) fact.user = user;
  if (report) fact.report = report;
  return fact;
}
