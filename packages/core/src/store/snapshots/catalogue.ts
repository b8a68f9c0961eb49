import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isDossierError, type DossierError } from '../../errors/index.ts';
import { documentLines } from '../../json/lines.ts';
import { compareText } from '../../json/order.ts';
import { writeWhole } from '../write.ts';
import { readTextOf } from './bytes.ts';
import { INDEX_NAME, type StoredFile } from './list.ts';
import { readSnapshotAt } from './read.ts';
import { summaryOf, summarySchema, type SnapshotSummary } from './summary.ts';

const FORMAT = 'iam-dossier.snapshot-index';

/** A file is known by name and size: the name holds the digest of its content. Times of files change with every copy. */
const entrySchema = z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), ...summarySchema.shape });
const indexSchema = z.strictObject({ format: z.literal(FORMAT), formatVersion: z.literal(1), snapshots: z.array(entrySchema) });
export type IndexEntry = z.infer<typeof entrySchema>;

/** A stored snapshot with its summary, or with why there is none. */
export interface DescribedFile extends StoredFile {
  summary?: SnapshotSummary;
  problem?: DossierError;
}

/**
 * Stored snapshots with what is in them. What the index of the account says is believed of files of that name and size; the
 * others are read, and the index is written anew where that is allowed. It never decides what is there: the folder does.
 */
export async function describeSnapshots(
  files: readonly StoredFile[],
  options: { onRead?: (file: StoredFile) => void } = {},
): Promise<DescribedFile[]> {
  const described: DescribedFile[] = [];
  for (const folder of foldersOf(files)) {
    const known = await readIndex(folder);
    const own = files.filter((file) => folderOf(file) === folder);
    const fresh: DescribedFile[] = [];
    for (const file of own) {
      const entry = known?.get(file.name);
      if (entry && entry.bytes === file.bytes && entry.digest.startsWith(file.digest)) {
        described.push({ ...file, summary: summaryIn(entry) });
        continue;
      }
      options.onRead?.(file);
      const read = await describe(file);
      described.push(read);
      if (read.summary) fresh.push(read);
    }
    const names = new Set(own.map((file) => file.name));
    const gone = [...(known?.keys() ?? [])].some((name) => !names.has(name));
    if (fresh.length > 0 || gone) await writeIndex(folder, [...(known?.values() ?? []), ...entriesOf(fresh)]);
  }
  return described;
}

/** Adds to the index of an account's folder what was just stored, without reading anything else. */
export async function noteSnapshots(folder: string, added: readonly IndexEntry[]): Promise<void> {
  const known = await readIndex(folder);
  await writeIndex(folder, [...(known?.values() ?? []), ...added]);
}

/** The index of an account's folder by name of file; `undefined` where it is absent, broken, a link, or of another version. */
export async function readIndex(folder: string): Promise<Map<string, IndexEntry> | undefined> {
  try {
    const result = indexSchema.safeParse(JSON.parse(await readTextOf(join(folder, INDEX_NAME))));
    return result.success ? new Map(result.data.snapshots.map((entry) => [entry.name, entry])) : undefined;
  } catch {
    return undefined;
  }
}

/** The index is only a cache: a store that may not be written to is read without one. Files that are gone leave it. */
async function writeIndex(folder: string, entries: readonly IndexEntry[]): Promise<void> {
  try {
    const there = new Set(await readdir(folder));
    const byName = new Map(entries.filter((entry) => there.has(entry.name)).map((entry) => [entry.name, entry]));
    const snapshots = [...byName.values()].sort((a, b) => compareText(a.name, b.name));
    await writeWhole(join(folder, INDEX_NAME), documentLines({ format: FORMAT, formatVersion: 1, snapshots }), { force: true });
  } catch {
    // Told by nobody: the next reader makes it again, or does without.
  }
}

async function describe(file: StoredFile): Promise<DescribedFile> {
  try {
    const { snapshot, digest } = await readSnapshotAt(file.path);
    return { ...file, summary: summaryOf(snapshot, digest ?? '') };
  } catch (problem) {
    if (!isDossierError(problem)) throw problem;
    return { ...file, problem };
  }
}

function entriesOf(described: readonly DescribedFile[]): IndexEntry[] {
  return described.flatMap(({ name, bytes, summary }) => (summary ? [{ name, bytes, ...summary }] : []));
}

function summaryIn({ name: _, bytes: __, ...summary }: IndexEntry): SnapshotSummary {
  return summary;
}

function folderOf({ path }: StoredFile): string {
  return dirname(path);
}

function foldersOf(files: readonly StoredFile[]): string[] {
  return [...new Set(files.map(folderOf))];
}
