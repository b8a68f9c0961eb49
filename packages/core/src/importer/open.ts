import { DossierError } from '../errors/index.ts';
import { sortedBy } from '../json/order.ts';
import { escapeSteering } from '../json/steering.ts';
import { readSnapshot } from '../snapshot/read.ts';
import { SNAPSHOT_FORMAT, type Snapshot } from '../snapshot/snapshot.ts';
import { readSources } from './files.ts';
import { importSources } from './import.ts';
import { readJsonValues } from './json-values.ts';
import type { ImportOptions, ImportSource } from './source.ts';
import { decodeText } from './text.ts';

/** {@link importSources} over files, folders and zips. */
export async function importPaths(paths: readonly string[], options: ImportOptions = {}): Promise<Snapshot> {
  return importSources(await readSources(paths), options);
}

/**
 * Snapshots by account id: each stored snapshot among the paths as it is, and one from all other files together.
 * @throws DossierError also `snapshots-conflict` when two are of the same account
 */
export async function openSnapshots(paths: readonly string[], options: ImportOptions = {}): Promise<Snapshot[]> {
  const snapshots: { snapshot: Snapshot; name: string }[] = [];
  const rest: ImportSource[] = [];
  for (const path of paths) {
    const sources = await readSources([path]);
    const [only] = sources;
    const stored = only !== undefined && sources.length === 1 ? storedSnapshot(only, path) : undefined;
    if (stored) snapshots.push({ snapshot: stored, name: path });
    else rest.push(...sources);
  }
  if (rest.length > 0 || snapshots.length === 0) snapshots.push({ snapshot: importSources(rest, options), name: 'the files given' });
  refuseConflicts(snapshots);
  return sortedBy(
    snapshots.map((entry) => entry.snapshot),
    (snapshot) => snapshot.account.id,
  );
}

function storedSnapshot(source: ImportSource, path: string): Snapshot | undefined {
  const text = decodeText(source.bytes);
  if (text === null || !text.includes(`"${SNAPSHOT_FORMAT}"`)) return undefined;
  const { values } = readJsonValues(text);
  const [value] = values;
  const format = (value as { format?: unknown } | undefined)?.format;
  return format === SNAPSHOT_FORMAT ? readSnapshot(value, escapeSteering(path)) : undefined;
}

function refuseConflicts(snapshots: readonly { snapshot: Snapshot; name: string }[]): void {
  const seen = new Map<string, string>();
  for (const { snapshot, name } of snapshots) {
    const before = seen.get(snapshot.account.id);
    if (before !== undefined) throw new DossierError('snapshots-conflict', `${before} and ${name} are both of account ${snapshot.account.id}`);
    seen.set(snapshot.account.id, name);
  }
}
