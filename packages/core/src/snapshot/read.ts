import { readContract, type Contract } from '../contract/index.ts';
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION, snapshotSchema, type Snapshot } from './snapshot.ts';

export const snapshotContract: Contract<Snapshot> = {
  format: SNAPSHOT_FORMAT,
  formatVersion: SNAPSHOT_VERSION,
  schema: snapshotSchema,
};

/** @throws DossierError when the value is not a snapshot this version can read */
export function readSnapshot(value: unknown, file?: string): Snapshot {
  return readContract(snapshotContract, value, file === undefined ? {} : { file });
}
