import type { KnownTime, Profile } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { ReportTime, Snapshot, User } from '@iam-dossier/core/snapshot';
import type { ByUser } from './by-user.ts';
import type { IndexedSubject } from './context.ts';
import type { ReportRow } from './report-row.ts';

type Console = NonNullable<Profile['console']>;

interface Sources {
  snapshot: Snapshot;
  byUser: ByUser;
}

/** The MFA devices of a user that were listed. */
export interface MfaDevices {
  list: readonly { kind: 'virtual' | 'fido' | 'hardware'; at: string }[];
  /** These are all: ListMFADevices answered for the user. The list of virtual devices alone never says so. */
  whole: boolean;
}

/** Console access and MFA of a user. What no source tells stays unknown. */
export function consoleOf(
  subject: IndexedSubject,
  { snapshot, byUser }: Sources,
  user: User | undefined,
  report: ReportRow | undefined,
): { console: Console; consoleEvidence: string[]; mfaDevices: MfaDevices } {
  const devices = devicesOf(subject, byUser);
  const allListed = snapshot.parts.mfaDevices.status === 'complete';
  const reported = flagState(report?.row.mfaActive, 'active', 'none');
  const unlisted = reported === 'unknown' && allListed ? 'none' : reported;
  return {
    console: {
      access: flagState(report?.row.passwordEnabled, 'enabled', 'disabled'),
      mfa: devices.length > 0 ? 'active' : unlisted,
      mfaDevices: devices.map(({ kind, enabled }) => ({ kind, enabled })),
      lastSignIn: lastSignIn(snapshot, user, report),
    },
    consoleEvidence: [...devices.map((device) => device.at), ...(report ? [report.at('passwordEnabled'), report.at('mfaActive')] : [])],
    mfaDevices: { list: devices.map(({ kind, at }) => ({ kind, at })), whole: allListed || byUser.mfaDevices.has(subject.name) },
  };
}

function flagState<Y extends string, N extends string>(flag: boolean | string | undefined, yes: Y, no: N): Y | N | 'unknown' {
  if (flag === true) return yes;
  return flag === false ? no : 'unknown';
}

function devicesOf(subject: IndexedSubject, byUser: ByUser) {
  const virtual = byUser.virtualMfaDevices.get(subject.arn) ?? [];
  const listed = byUser.mfaDevices.get(subject.name) ?? [];
  if (virtual.length + listed.length === 0) return [];
  const devices = [
    ...virtual.map(({ entry, index }) => ({ serial: entry.serialNumber, enableDate: entry.enableDate, at: pointer('virtualMfaDevices', index) })),
    ...listed.map(({ entry, index }) => ({ serial: entry.serialNumber, enableDate: entry.enableDate, at: pointer('mfaDevices', index) })),
  ];
  const bySerial = new Map(devices.map((device) => [device.serial, device]));
  return [...bySerial.values()].map(({ serial, enableDate, at }) => ({ kind: kindOfSerial(serial), enabled: timeOf(enableDate), at }));
}

/** Virtual devices have an ARN, as the text messages of old had; other hardware than FIDO has the number printed on it. */
function kindOfSerial(serial: string): 'virtual' | 'fido' | 'hardware' {
  if (/^arn:[^:]+:iam::\d{12}:(?:sms-)?mfa\//.test(serial)) return 'virtual';
  return /^arn:[^:]+:iam::\d{12}:u2f\//.test(serial) ? 'fido' : 'hardware';
}

/** ListUsers is newer than the report; each is silent when the password was never used. */
function lastSignIn(snapshot: Snapshot, user: User | undefined, report: ReportRow | undefined): KnownTime {
  const times = [user?.passwordLastUsed, isoOf(report?.row.passwordLastUsed)].filter((time) => time !== undefined).sort();
  const last = times.at(-1);
  if (last !== undefined) return { state: 'known', at: last };
  const listed = user !== undefined && snapshot.parts.users.status === 'complete';
  const silent = report?.row.passwordLastUsed !== undefined;
  return { state: listed || silent ? 'none' : 'unknown' };
}

export function isoOf(cell: ReportTime | undefined): string | undefined {
  return cell === undefined || cell === 'N/A' || cell === 'no_information' || cell === 'not_supported' ? undefined : cell;
}

export function timeOf(time: string | undefined): KnownTime {
  return time === undefined ? { state: 'unknown' } : { state: 'known', at: time };
}

/** A time of the report: its words for "none" are known, an unreadable or absent cell is not. */
export function reportTime(cell: ReportTime | undefined): KnownTime {
  if (cell === undefined) return { state: 'unknown' };
  const time = isoOf(cell);
  return time === undefined ? { state: 'none' } : { state: 'known', at: time };
}
