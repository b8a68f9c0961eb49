import { closeSync, fchmodSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { generator } from '../../generator.ts';
import { DossierError } from '../../errors/index.ts';
import type { KeptOutcome, Outcome } from '../engine/task.ts';
import { readJournal, type JournalHeader } from './read.ts';

/** What must be the same for a journal to be gone on from. */
export interface JournalOptions {
  depth: string;
  include: readonly string[];
  endpoint: string | null;
}

/** The file that keeps complete answers while an account is read, so that a run that was ended can go on. */
export class Journal {
  readonly path: string;
  private readonly earlier: ReadonlyMap<string, KeptOutcome>;
  private readonly before: JournalHeader | undefined;
  private file: number | undefined;
  private readonly pending: string[] = [];

  private constructor(path: string, earlier: ReadonlyMap<string, KeptOutcome>, before?: JournalHeader) {
    this.path = path;
    this.earlier = earlier;
    this.before = before;
  }

  /** Reads what an earlier run left, when that is to be gone on from. @throws DossierError `journal-mismatch`, `journal-unreadable` */
  static async open(path: string, resume: boolean, options: JournalOptions): Promise<Journal> {
    const found = await readJournal(path);
    if (found === 'foreign') throw new DossierError('journal-unreadable', `${path} is there and is no journal of iam-dossier`);
    if (!resume || found === undefined) return new Journal(path, new Map());
    const different = differences(found.header, options);
    if (different !== undefined) throw new DossierError('journal-mismatch', `${path} was kept ${different}`);
    return new Journal(path, found.outcomes, found.header);
  }

  /** Begins the file, or goes on with it, once it is known which account this is. @throws DossierError `journal-mismatch`, `output-unwritable` */
  begin(account: string | null, options: JournalOptions): void {
    const { before } = this;
    if (before !== undefined && before.account !== account)
      throw new DossierError(
        'journal-mismatch',
        `${this.path} was kept of account ${before.account ?? '(unknown)'}, and this is ${account ?? '(unknown)'}`,
      );
    const header: JournalHeader = { format: 'iam-dossier.journal', formatVersion: 1, generator: generator.version, account, ...options };
    try {
      this.file = openSync(this.path, before === undefined ? 'w' : 'a', 0o600);
      fchmodSync(this.file, 0o600);
      // A line that was torn stays by itself.
      this.write(before === undefined ? JSON.stringify(header) : '');
      for (const line of this.pending.splice(0)) this.write(line);
    } catch (cause) {
      throw new DossierError('output-unwritable', `the journal ${this.path} could not be written: ${codeOf(cause)}`, { cause });
    }
  }

  kept(key: string): KeptOutcome | undefined {
    return this.earlier.get(key);
  }

  keep(key: string, { task: _, ...outcome }: Outcome): void {
    const line = JSON.stringify({ key, ...outcome });
    if (this.file === undefined) this.pending.push(line);
    else this.write(line);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  async discard(): Promise<void> {
    this.close();
    await rm(this.path, { force: true });
  }

  private write(line: string): void {
    if (this.file !== undefined) writeSync(this.file, `${line}\n`);
  }
}

function differences(header: JournalHeader, { depth, include, endpoint }: JournalOptions): string | undefined {
  if (header.generator !== generator.version) return `by iam-dossier ${header.generator}, and this is ${generator.version}`;
  if (header.depth !== depth) return `at depth ${header.depth}, and this is ${depth}`;
  if (header.include.join() !== include.join()) return `with other things included (${header.include.join(', ') || 'none'})`;
  if (header.endpoint !== endpoint) return `from ${header.endpoint ?? 'AWS'}, and this is ${endpoint ?? 'AWS'}`;
  return undefined;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
