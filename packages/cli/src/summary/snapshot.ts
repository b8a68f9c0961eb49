import type { PartName, Snapshot, SnapshotNote } from '@iam-dossier/core/snapshot';
import { counted, grouped } from '../terminal/counted.ts';
import { tableLines } from '../terminal/table.ts';
import { hanging, padded } from '../terminal/width.ts';
import type { Look } from './look.ts';
import { missingCalls, readParts } from './parts.ts';

const MOST_NOTES = 15;

/** What a person should know of a snapshot that was just made. */
export function snapshotLines(snapshot: Snapshot, look: Look): string[] {
  return [...headLines(snapshot, look), '', ...partLines(snapshot, look), ...missingLines(snapshot, look), ...noteLines(snapshot.notes, look)];
}

function headLines(snapshot: Snapshot, { paint }: Look): string[] {
  const { account, collectedAt, users, groups, roles, managedPolicies, unknownMembers } = snapshot;
  const time =
    collectedAt === null ? paint.yellow('time unknown: ages will not be evaluated; say it with --collected-at') : paint.plain(`read ${collectedAt}`);
  const counts = [
    counted(users.length, 'user'),
    counted(groups.length, 'group'),
    counted(roles.length, 'role'),
    counted(managedPolicies.length, 'managed policy', 'managed policies'),
  ];
  return [
    `${paint.bold(`Account ${account.id}`)} ${paint.plain(`(${account.partition})`)}, ${time}`,
    `${sourcesText(snapshot)}: ${counts.join(', ')}`,
    ...(unknownMembers > 0 ? [`${counted(unknownMembers, 'member')} new to this version: kept, not judged`] : []),
  ];
}

function sourcesText({ parts }: Snapshot): string {
  const sources = Object.values(parts).flatMap((part) => part.sources);
  const count = new Set(sources.map((source) => (source.kind === 'file' ? `${source.name}\n${source.sha256}` : source.name))).size;
  return areCalls(sources) ? `Answers of ${counted(count, 'kind')} of call` : `${counted(count, 'file')} with IAM data`;
}

/** A file in an archive by its own name: the archive was just named by whoever handed it in. */
function inArchive(name: string): string {
  return /\.(zip|tgz|tar|gz)\//i.test(name) ? name.slice(name.lastIndexOf('/') + 1) : name;
}

function areCalls(sources: Snapshot['parts'][PartName]['sources']): boolean {
  return sources.length > 0 && sources.every(({ kind }) => kind === 'call');
}

function partLines(snapshot: Snapshot, { paint, columns }: Look): string[] {
  const rows = readParts(snapshot).map((name) => {
    const { status, count, reason, sources } = snapshot.parts[name];
    const from = sources.length === 1 ? inArchive(sources[0]?.name ?? '') : counted(sources.length, areCalls(sources) ? 'call' : 'file');
    return [
      status === 'complete' ? paint.green('complete') : paint.yellow(status),
      name,
      count === undefined ? '' : grouped(count),
      paint.plain(reason ?? from),
    ];
  });
  return tableLines(rows, { columns, indent: '' });
}

function missingLines(snapshot: Snapshot, { paint, columns }: Look): string[] {
  const calls = missingCalls(snapshot);
  if (calls.length === 0) return [];
  return [
    '',
    paint.yellow('Missing: what rests on these calls will not be evaluated'),
    ...tableLines(
      calls.map((call) => [call]),
      { columns },
    ),
  ];
}

const levels: readonly SnapshotNote['level'][] = ['refused', 'warning', 'ignored'];

function noteLines(notes: readonly SnapshotNote[], { paint, columns, verbose }: Look): string[] {
  const sorted = levels.flatMap((level) => notes.filter((note) => note.level === level));
  const shown = sorted.slice(0, verbose ? undefined : MOST_NOTES);
  if (shown.length === 0) return [];
  const rest = sorted.length - shown.length;
  const told = shown.flatMap(({ level, file, message }) => {
    const head = level === 'ignored' ? level : paint.yellow(level);
    return hanging(`  ${padded(head, 7)}  `, paint.plain(file === undefined ? message : `${file}: ${message}`), columns);
  });
  return ['', paint.bold('Notes'), ...told, ...(rest > 0 ? [`  … and ${rest} more; --verbose lists all`] : [])];
}
