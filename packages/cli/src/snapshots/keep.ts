import type { Snapshot } from '@iam-dossier/core/snapshot';
import { storeSnapshot, type StoreResult } from '@iam-dossier/core/store';
import { usageError } from '../flags/usage.ts';
import type { Paint } from '../terminal/paint.ts';

/** Flags of commands that make snapshots. */
export interface KeepArgs {
  store?: string;
  gzip?: boolean;
}

/** Refuses what cannot be meant, before anything is read. */
export function checkStore(command: string, { store, gzip }: KeepArgs): void {
  if (gzip === true && store === undefined) throw usageError(command, '--gzip packs what is stored: it goes with --store');
}

/** Puts a snapshot into the store, where one is named. */
export async function keepSnapshot(snapshot: Snapshot, args: KeepArgs): Promise<StoreResult | undefined> {
  return args.store === undefined ? undefined : storeSnapshot(args.store, snapshot, { gzip: args.gzip === true });
}

const words: Readonly<Record<StoreResult['status'], string>> = {
  written: 'Stored:',
  present: 'Nothing was stored, the same content lies there already:',
  restored: 'Stored in place of a damaged file:',
};

export function storedLines(stored: StoreResult | undefined, paint: Paint): string[] {
  return stored ? [`${words[stored.status]} ${paint.bold(stored.path)}`] : [];
}

export function storedJson(stored: StoreResult | undefined): Record<string, unknown> {
  return stored ? { stored } : {};
}
