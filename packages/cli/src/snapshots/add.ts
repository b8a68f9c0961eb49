import { readSnapshotFile, storeSnapshot, type StoreResult } from '@iam-dossier/core/store';
import { usageError } from '../flags/usage.ts';
import type { Result } from '../output/result.ts';
import type { Session } from '../terminal/session.ts';
import { storedLines } from './keep.ts';
import type { StoreArgs } from './store-args.ts';

/** Puts snapshots that lie elsewhere into the store; an older format in today's. The files stay where they are. */
export async function add(args: StoreArgs, paths: readonly string[], session: Session): Promise<Result> {
  if (paths.length === 0) throw usageError('snapshots', 'add needs the files: iam-dossier snapshots add snapshot.json');
  const stored: StoreResult[] = [];
  for (const path of paths) {
    session.progress.step(`Storing ${path}`);
    stored.push(await storeSnapshot(args.store, await readSnapshotFile(path), { gzip: args.gzip === true }));
  }
  return { exitCode: 0, json: { store: args.store, stored }, lines: stored.flatMap((one) => storedLines(one, session.paint)) };
}
