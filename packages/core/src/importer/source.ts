import { sha256 } from '../json/digest.ts';
import { escapeSteering } from '../json/steering.ts';
import type { PartSource } from '../snapshot/parts.ts';

/** A file as handed in. `name` is relative to the folder or zip it came from, with forward slashes. */
export interface ImportSource {
  name: string;
  bytes: Uint8Array;
  /** Why the file was found and not read. */
  unread?: string;
}

export interface ImportOptions {
  /** UTC time at which the account was read, for files that do not say. */
  collectedAt?: string;
}

export type FileSource = Extract<PartSource, { kind: 'file' }>;

/** Who, what and how much: what a part says about the file it came from. */
export function describeSource(source: ImportSource): FileSource {
  return { kind: 'file', name: escapeSteering(source.name), sha256: sha256(source.bytes), bytes: source.bytes.byteLength };
}
