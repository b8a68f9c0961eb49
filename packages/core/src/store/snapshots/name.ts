import { isoFromEpochMs, parseIsoTime } from '../../time/iso.ts';

/** What the name of a stored snapshot says. */
export interface SnapshotName {
  /** The name without its ending. */
  stem: string;
  /** `null`: nobody knows when the account was read. */
  collectedAt: string | null;
  /** How the digest of the canonical content begins: 8 digits, more only where 8 do not tell two snapshots apart. */
  digest: string;
  gzip: boolean;
}

const DIGITS = 8;
const NAME = /^((?:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:\.\d{3})?)Z|unknown)-([0-9a-f]{8,64}))\.snapshot\.json(\.gz)?$/;

/** The parts of a file's name, or `undefined` when no store gives such a name. */
export function parseSnapshotName(name: string): SnapshotName | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, stem = '', year, month, day, hour, minute, second, digest = '', gz] = match;
  const collectedAt = year === undefined ? null : parseIsoTime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // A day that does not exist, or another spelling of a time: the name is not one of ours.
  if (year !== undefined && (collectedAt === null || stemOf(collectedAt, digest) !== stem)) return undefined;
  return { stem, collectedAt, digest, gzip: gz !== undefined };
}

/** Whether a file has a name that a store gives. */
export function isSnapshotName(name: string): boolean {
  return parseSnapshotName(name) !== undefined;
}

/** The name of a snapshot in a store. Letters, digits, `-` and `.` alone: such names can be on every system. */
export function snapshotName(collectedAt: string | null, digest: string, options: { gzip?: boolean; digits?: number } = {}): string {
  return `${stemOf(collectedAt, digest.slice(0, options.digits ?? DIGITS))}.snapshot.json${options.gzip === true ? '.gz' : ''}`;
}

function stemOf(collectedAt: string | null, digest: string): string {
  return `${collectedAt === null ? 'unknown' : collectedAt.replace(/[-:]/g, '')}-${digest}`;
}

/** Order in time: the earliest first, those of unknown time last; then by digest, so that it is the same everywhere. */
export function compareNames(a: SnapshotName, b: SnapshotName): number {
  return momentOf(a) - momentOf(b) || (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0) || Number(a.gzip) - Number(b.gzip);
}

/** Milliseconds since 1970 at which the account was read. One that nobody knows is later than all. */
export function momentOf({ collectedAt }: Pick<SnapshotName, 'collectedAt'>): number {
  return collectedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(collectedAt);
}

/** A time as names have it, `20261001T093000Z`, in the usual form. */
export function timeOfName(text: string): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d(?:\.\d{3})?)z$/i.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const time = parseIsoTime(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return time === null ? null : isoFromEpochMs(Date.parse(time));
}
