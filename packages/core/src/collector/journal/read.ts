import { readFile } from 'node:fs/promises';
import { DossierError } from '../../errors/index.ts';
import { isMembers, type Members } from '../../importer/decode/members.ts';
import { parseIsoTime } from '../../time/index.ts';
import type { KeptOutcome } from '../engine/task.ts';

export interface JournalHeader {
  format: 'iam-dossier.journal';
  formatVersion: 1;
  generator: string;
  account: string | null;
  depth: string;
  include: readonly string[];
  endpoint: string | null;
}

interface Found {
  header: JournalHeader;
  outcomes: Map<string, KeptOutcome>;
}

/** What a journal holds; `undefined` when there is none, or nothing in it yet; `foreign` for any other file. */
export async function readJournal(path: string): Promise<Found | 'foreign' | undefined> {
  const text = await textOf(path);
  if (text === undefined || text === '') return undefined;
  const [first = '', ...lines] = text.split('\n');
  const header = valueOf(first);
  if (!isHeader(header)) return isTornHeader(text) ? undefined : 'foreign';
  return { header, outcomes: new Map(lines.flatMap(outcomeOf)) };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'ENOENT') return undefined;
    throw new DossierError('journal-unreadable', `${path} could not be read: ${String(code)}`, { cause });
  }
}

/** A line that was torn when the run ended is no loss: its call is made again. */
function outcomeOf(line: string): [string, KeptOutcome][] {
  const value = valueOf(line);
  if (!isMembers(value)) return [];
  const { key, ...outcome } = value;
  return typeof key === 'string' && isKept(outcome) ? [[key, outcome as unknown as KeptOutcome]] : [];
}

/** Only what is whole is kept, so anything else was not written by us. */
function isKept({ pages, answer, time, failure, cut, nothing }: Members): boolean {
  const isWhole = cut === undefined && (failure === undefined || nothing === true);
  return isWhole && Number.isInteger(pages) && (answer === undefined || isMembers(answer)) && (time === undefined || isTime(time));
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && parseIsoTime(value) === value;
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const start = '{"format":"iam-dossier.journal"';

function isTornHeader(text: string): boolean {
  return !text.includes('\n') && (text.startsWith(start) || start.startsWith(text));
}

function isHeader(value: unknown): value is JournalHeader {
  return (
    isMembers(value) &&
    value['format'] === 'iam-dossier.journal' &&
    value['formatVersion'] === 1 &&
    (value['account'] === null || typeof value['account'] === 'string') &&
    typeof value['depth'] === 'string' &&
    Array.isArray(value['include'])
  );
}
