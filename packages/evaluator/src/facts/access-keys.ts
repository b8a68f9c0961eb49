import type { AccessKeyFact } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { AccessKey, CredentialReportRow, ReportFlag, ReportTime } from '@iam-dossier/core/snapshot';
import { isoOf, reportTime, timeOf } from './console.ts';
import type { Placed } from './by-user.ts';
import type { ReportRow } from './report-row.ts';

/** An access key with the pointers it was read from. */
export interface KeyFact extends AccessKeyFact {
  evidence: readonly string[];
}

interface Slot {
  slot: 1 | 2;
  active: ReportFlag | undefined;
  rotated: ReportTime | undefined;
  used: ReportTime | undefined;
  region: string | undefined;
  service: string | undefined;
  evidence: string[];
}

/**
 * Keys of a user: those listed with their ids, and those that only the credential report knows. `null` when neither tells.
 * `everyUser`: each user was asked for its keys.
 */
export function accessKeysOf(keys: readonly Placed<AccessKey>[] | undefined, report: ReportRow | undefined, everyUser: boolean): KeyFact[] | null {
  if (!keys && report && holdsNone(report.row)) return noKeys;
  const listed = (keys ?? []).map(({ entry, index }) => ({ key: entry, at: pointer('accessKeys', index) }));
  if (listed.length === 0 && !report) return everyUser ? [] : null;
  const slots = report ? slotsOf(report) : [];
  const free = new Set(slots);
  const known = listed.map(({ key, at }) => {
    const slot = [...free].find((candidate) => isoOf(candidate.rotated) === key.createDate && key.createDate !== undefined);
    if (slot) free.delete(slot);
    return listedKey(key, at, slot);
  });
  // A listed key without a match takes up one slot of the same state: the report may date it otherwise.
  for (const key of known.filter((entry) => entry.slot === undefined)) {
    const same = [...free].find((slot) => slot.active === (key.status === 'active'));
    if (same) free.delete(same);
  }
  return [...known, ...[...free].flatMap((slot) => slotKey(slot))];
}

const noKeys: KeyFact[] = [];

/** Most users have no key, and no date of one: neither slot need be looked at. */
function holdsNone(row: CredentialReportRow): boolean {
  return row.accessKey1Active === false && row.accessKey2Active === false && !isoOf(row.accessKey1LastRotated) && !isoOf(row.accessKey2LastRotated);
}

function slotsOf({ row, at }: ReportRow): Slot[] {
  return [
    {
      slot: 1,
      active: row.accessKey1Active,
      rotated: row.accessKey1LastRotated,
      used: row.accessKey1LastUsedDate,
      region: row.accessKey1LastUsedRegion,
      service: row.accessKey1LastUsedService,
      evidence: [at('accessKey1Active')],
    },
    {
      slot: 2,
      active: row.accessKey2Active,
      rotated: row.accessKey2LastRotated,
      used: row.accessKey2LastUsedDate,
      region: row.accessKey2LastUsedRegion,
      service: row.accessKey2LastUsedService,
      evidence: [at('accessKey2Active')],
    },
  ];
}

function listedKey(key: AccessKey, at: string, slot: Slot | undefined): KeyFact {
  const states: Record<string, AccessKeyFact['status']> = { Active: 'active', Inactive: 'inactive', Expired: 'expired' };
  return {
    maskedId: maskKeyId(key.accessKeyId),
    ...(slot ? { slot: slot.slot } : {}),
    status: Object.hasOwn(states, key.status) ? (states[key.status] ?? 'unknown') : 'unknown',
    created: timeOf(key.createDate),
    ...use(slot),
    evidence: [at, ...(slot?.evidence ?? [])],
  };
}

/** A slot holds a key when it is active, or when it has a date; a slot without either holds none. */
function slotKey(slot: Slot): KeyFact[] {
  const dated = isoOf(slot.rotated) !== undefined;
  if (slot.active === false && !dated) return [];
  const status = slot.active === true ? 'active' : slot.active === false ? 'inactive' : 'unknown';
  return [{ slot: slot.slot, status, created: reportTime(slot.rotated), ...use(slot), evidence: slot.evidence }];
}

function use(slot: Slot | undefined): Pick<AccessKeyFact, 'lastUsed' | 'lastUsedService' | 'lastUsedRegion'> {
  if (!slot) return { lastUsed: { state: 'unknown' } };
  const named = (text: string | undefined) => text !== undefined && text !== 'N/A' && text !== '';
  return {
    lastUsed: reportTime(slot.used),
    ...(named(slot.service) ? { lastUsedService: slot.service } : {}),
    ...(named(slot.region) ? { lastUsedRegion: slot.region } : {}),
  };
}

/** First four and last four characters: enough to find the key, too little to use it as a name elsewhere. */
function maskKeyId(id: string): string {
  return id.length <= 8 ? '…' : `${id.slice(0, 4)}…${id.slice(-4)}`;
}
