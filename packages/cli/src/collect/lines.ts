import type { Snapshot } from '@iam-dossier/core/snapshot';
import { storedLines } from '../snapshots/keep.ts';
import type { Look } from '../summary/look.ts';
import { snapshotLines } from '../summary/snapshot.ts';
import { counted, grouped } from '../terminal/counted.ts';
import { safe } from '../terminal/safe-text.ts';
import { tableLines } from '../terminal/table.ts';
import { wrapped } from '../terminal/width.ts';
import type { Read } from './account.ts';
import type { Target } from './targets.ts';
import { seconds } from './watch.ts';

/** What a person should know of an account that was just read: all of it, or of several the account, its gaps and where it is. */
export function readLines(read: Read, look: Look): string[] {
  const { target, collected, stored } = read;
  return [
    ...snapshotLines(collected.snapshot, look),
    '',
    ...passedOverLines(read, look),
    ...callLines(collected, look),
    ...writtenLines(target, stored, look),
    nextLine(target, stored),
  ];
}

function passedOverLines({ passedOver }: Read, { paint, columns }: Look): string[] {
  if (passedOver === 0) return [];
  const words = `${grouped(passedOver)} principals are in scope, too many to be asked about one by one. Declare who is in scope, or use --depth full.`;
  return wrapped(words, columns).map((line) => paint.yellow(line));
}

/** What most people do with it. */
function nextLine({ output }: Target, stored: Read['stored']): string {
  return `Next: iam-dossier evaluate ${safe(output ?? stored?.path ?? '')}`;
}

export function shortLines(read: Read, look: Look): string[] {
  const { target, collected, stored } = read;
  const { paint } = look;
  const { account, users, roles } = collected.snapshot;
  const gaps = gapsOf(collected.snapshot);
  const head = `${paint.bold(`Account ${account.id}`)}: ${counted(users.length, 'user')}, ${counted(roles.length, 'role')}, ${attemptsText(collected)}`;
  const rows = gaps.map(({ status, name, why }) => [paint.yellow(status), name, paint.plain(why)]);
  return [
    head,
    ...tableLines(rows, { columns: look.columns }),
    ...passedOverLines(read, look).map((line) => `  ${line}`),
    ...writtenLines(target, stored, look).map((line) => `  ${line}`),
  ];
}

interface Gap {
  status: string;
  name: string;
  why: string;
}

/** Parts that were asked for and are not whole. */
function gapsOf({ parts }: Snapshot): Gap[] {
  return Object.entries(parts)
    .filter(([, { status }]) => status !== 'complete' && status !== 'missing')
    .map(([name, { status, reason, code }]) => ({ status, name, why: reason ?? code ?? '' }));
}

function callLines(collected: Read['collected'], { paint, columns, verbose }: Look): string[] {
  const rows = collected.calls.map(({ call, count }) => [String(count), paint.plain(call)]);
  return [attemptsText(collected), ...(verbose ? tableLines(rows, { columns }) : [])];
}

/** Requests that were sent, those that had to be repeated among them. */
function attemptsText({ attempts, calls }: Read['collected']): string {
  return `${counted(attempts, 'request')} to AWS, of ${counted(calls.length, 'kind')}`;
}

function writtenLines({ output }: Target, stored: Read['stored'], { paint }: Look): string[] {
  return [...(output === undefined ? [] : [`Written: ${paint.bold(output)}`]), ...storedLines(stored, paint)];
}

export function elapsedLine(milliseconds: number): string {
  return `Done in ${seconds(milliseconds)}`;
}
