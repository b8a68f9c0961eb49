import type { Message } from '@iam-dossier/core/assessment';
import { calendarDaysBetween } from '@iam-dossier/core/time';
import type { FactStore } from '../facts/index.ts';
import { say, type Data } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run } from './criterion.ts';

const STALE_DAYS = 90;

/** What is to be known of each snapshot: its age, whose it is, what it lacks. */
export function snapshotWarnings(run: Run): Message[] {
  return run.accounts.flatMap((account) => [...ownWarnings(account, run), ...timeWarnings(account, run.issuedAt)]);
}

function ownWarnings({ context: { snapshot } }: FactStore, { engagement }: Run): Message[] {
  const { id: account, partition } = snapshot.account;
  const declared = engagement?.accounts.find((entry) => entry.id === account);
  const refused = snapshot.notes.filter((note) => note.level === 'refused').length;
  const elsewhere = declared?.partition !== undefined && declared.partition !== partition;
  return [
    ...(engagement && !declared ? [say(readinessWords, 'other-account', { account })] : []),
    ...(elsewhere ? [say(readinessWords, 'other-partition', { account, partition, declared: declared.partition ?? '' })] : []),
    ...(refused > 0 ? [say(readinessWords, 'refused', { account, count: refused })] : []),
  ];
}

function timeWarnings({ context: { snapshot } }: FactStore, issuedAt: string): Message[] {
  const account = snapshot.account.id;
  if (snapshot.collectedAt === null) return [say(readinessWords, 'undated', { account })];
  const days = calendarDaysBetween(snapshot.collectedAt, `${issuedAt}T00:00:00Z`);
  const told = (id: 'stale' | 'issued-before', data: Data) => [say(readinessWords, id, { account, issuedAt, ...data })];
  if (days < 0) return told('issued-before', { date: snapshot.collectedAt.slice(0, 10) });
  return days > STALE_DAYS ? told('stale', { days }) : [];
}
