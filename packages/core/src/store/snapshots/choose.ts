import { DossierError } from '../../errors/index.ts';
import { compareText } from '../../json/order.ts';
import { describeSnapshots, type DescribedFile } from './catalogue.ts';
import { problemOf, type StoredFile } from './list.ts';
import { momentOf } from './name.ts';
import type { Period, Wanted } from './words.ts';

/** The snapshot that words stand for. */
export interface ResolvedSnapshot {
  account: string;
  path: string;
  /** `null` when nobody knows; absent when a file was named that does not say it in its name. */
  collectedAt?: string | null;
  /** Whether it is from the day or time asked for, and not the last before. */
  exact: boolean;
  /** Why this one. */
  why: string;
  /** Whether it is a file that somebody named and that lies in no store. */
  outside?: boolean;
}

/** Snapshots of known time, those of one time together, in order. */
function timesOf(files: readonly StoredFile[]): StoredFile[][] {
  const groups: StoredFile[][] = [];
  for (const file of files) {
    if (file.collectedAt === null) continue;
    const last = groups.at(-1);
    if (last?.[0]?.collectedAt === file.collectedAt) last.push(file);
    else groups.push([file]);
  }
  return groups;
}

/** @throws DossierError `snapshot-not-found` */
export async function chosen(files: readonly StoredFile[], wanted: Wanted, account: string): Promise<ResolvedSnapshot> {
  const times = timesOf(files);
  const untimed = files.filter((file) => file.collectedAt === null);
  if (times.length === 0)
    throw new DossierError('snapshot-not-found', `of no snapshot of account ${account} it is known when it was read`, {
      problems: untimed.map(problemOf),
      hint: 'Name one by the digits of its digest. import --collected-at says the time.',
    });
  const { group, why, exact } = wanted.kind === 'period' ? inPeriod(times, wanted, account) : atPlace(times, wanted.kind, account);
  const [best, ...others] = await ranked(group);
  const notes = [
    ...(others.length > 0 ? [`${others.length} more of the same time ${others.length === 1 ? 'holds' : 'hold'} no more`] : []),
    ...(untimed.length > 0 ? [`${untimed.length} of unknown time passed over`] : []),
  ];
  if (!best) throw nothingRead(group);
  return { ...resolved(best), exact, why: [why, ...notes].join('; ') };
}

interface Choice {
  group: readonly StoredFile[];
  why: string;
  exact: boolean;
}

function atPlace(times: readonly StoredFile[][], place: Wanted['kind'], account: string): Choice {
  const at = place === 'first' ? 0 : times.length - (place === 'latest' ? 1 : 2);
  const group = times[at];
  if (!group)
    throw new DossierError('snapshot-not-found', `account ${account} has one snapshot of known time: there is none before the latest`, {
      problems: (times[0] ?? []).map(problemOf),
    });
  const count = `of ${times.length}`;
  const why =
    { latest: `the latest ${count}`, first: `the first ${count}` }[place as 'latest' | 'first'] ??
    `the one before the latest, which was read ${timeAt(times, -1)}`;
  return { group, why, exact: true };
}

function inPeriod(times: readonly StoredFile[][], { from, until, when }: Period, account: string): Choice {
  const group = times.filter(([file]) => file !== undefined && momentOf(file) <= until).at(-1);
  const first = times[0];
  if (!group)
    throw new DossierError(
      'snapshot-not-found',
      `account ${account} has no snapshot read ${when} or before. The nearest is the first, read ${timeAt(times, 0)}`,
      {
        problems: (first ?? []).map(problemOf),
      },
    );
  const exact = group[0] !== undefined && momentOf(group[0]) >= from;
  return { group, exact, why: exact ? `the last read ${when}` : `none was read ${when}; this is the last before` };
}

function timeAt(times: readonly StoredFile[][], index: number): string {
  return times.at(index)?.[0]?.collectedAt ?? '';
}

/** Of one time, first what holds the most complete parts, then what the newest version made: the same wherever it is asked. */
async function ranked(group: readonly StoredFile[]): Promise<StoredFile[]> {
  if (group.length < 2) return [...group];
  const described = await describeSnapshots(group);
  return described
    .filter((file) => file.summary)
    .sort((a, b) => completeParts(b) - completeParts(a) || compareVersions(b, a) || compareText(a.digest, b.digest));
}

function completeParts({ summary }: DescribedFile): number {
  return summary?.parts.complete ?? -1;
}

function compareVersions(a: DescribedFile, b: DescribedFile): number {
  const key = ({ summary }: DescribedFile) => (summary?.generatorVersion ?? '').replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  return compareText(key(a), key(b));
}

function nothingRead(group: readonly StoredFile[]): DossierError {
  return new DossierError('snapshot-damaged', 'none of the snapshots of that time can be read', { problems: group.map(problemOf) });
}

export function resolved({ account, path, collectedAt }: StoredFile): Pick<ResolvedSnapshot, 'account' | 'path' | 'collectedAt'> {
  return { account, path, collectedAt };
}
