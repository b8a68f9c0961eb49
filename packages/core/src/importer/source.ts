import { sha256 } from '../json/digest.ts';
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
  return { kind: 'file', name: visible(source.name), sha256: sha256(source.bytes), bytes: source.bytes.byteLength };
}

/** Control characters and bidirectional overrides made visible: a file name must not steer a terminal. */
export function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
