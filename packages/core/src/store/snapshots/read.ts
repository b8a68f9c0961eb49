import { basename, dirname } from 'node:path';
import { readContract, type Contract } from '../../contract/index.ts';
import { DossierError } from '../../errors/index.ts';
import { digestOf } from '../../json/digest.ts';
import { escapeSteering } from '../../json/steering.ts';
import { snapshotContract, type Snapshot } from '../../snapshot/index.ts';
import { damagedOr, readTextOf, type ReadOptions } from './bytes.ts';
import { parseSnapshotName, type SnapshotName } from './name.ts';

export interface ReadSnapshot {
  snapshot: Snapshot;
  /** SHA-256 of the canonical form of what the file holds, before anything was upgraded. Only where a name was to be checked. */
  digest?: string;
}

/**
 * The snapshot in a file, plain or packed with gzip. Where a store gave the name, the content must fit it. An older format is
 * upgraded in memory; the file stays as it is.
 * @throws DossierError `snapshot-damaged`, those of reading a file, and those of reading a snapshot
 */
export async function readSnapshotAt(path: string, options: ReadOptions = {}): Promise<ReadSnapshot> {
  return readStored(path, snapshotContract, options);
}

/** {@link readSnapshotAt} of any contract, so that upgrades are tested before there is a second version. */
export async function readStored<T>(path: string, contract: Contract<T>, options: ReadOptions = {}): Promise<{ snapshot: T; digest?: string }> {
  const { value, digest } = await readValueAt(path, options);
  return { snapshot: readContract(contract, value, { file: escapeSteering(path) }), ...(digest === undefined ? {} : { digest }) };
}

/** What a file holds, as it was written. Where a store gave the name, the content must fit it. */
export async function readValueAt(path: string, options: ReadOptions = {}): Promise<{ value: unknown; digest?: string }> {
  const value = parsed(await readTextOf(path, options), path);
  const name = parseSnapshotName(basename(path));
  return name === undefined ? { value } : { value, digest: checkedDigest(value, name, path) };
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // The parser's own words may quote the file.
    throw new DossierError(damagedOr('input-invalid', path), `${path} is not valid JSON: it may be cut, or changed by hand`, { cause });
  }
}

function checkedDigest(value: unknown, name: SnapshotName, path: string): string {
  const digest = digestIn(value, path);
  if (!digest.startsWith(name.digest))
    throw new DossierError(
      'snapshot-damaged',
      `${path} is not what was stored: its content has the digest ${digest.slice(0, 8)}, not ${name.digest}`,
    );
  const { collectedAt, account } = (value ?? {}) as { collectedAt?: unknown; account?: { id?: unknown } };
  if (collectedAt !== name.collectedAt) throw renamed(path, `it was read ${told(collectedAt)}, not ${told(name.collectedAt)}`);
  const folder = basename(dirname(path));
  if (/^\d{12}$/.test(folder) && account?.id !== folder) throw renamed(path, `it is of account ${told(account?.id)}, not ${folder}`);
  return digest;
}

function digestIn(value: unknown, path: string): string {
  try {
    return digestOf(value);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new DossierError('snapshot-damaged', `${path} nests deeper than any snapshot does`, { cause });
  }
}

function renamed(path: string, message: string): DossierError {
  return new DossierError('snapshot-damaged', `${path} has another name than it was stored under: ${message}`, {
    hint: 'Give it back the name and folder it had.',
  });
}

function told(value: unknown): string {
  return value === null ? 'at an unknown time' : typeof value === 'string' ? escapeSteering(value.slice(0, 40)) : 'nothing that it names';
}
