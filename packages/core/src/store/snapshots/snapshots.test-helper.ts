import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { importSources } from '../../importer/index.ts';
import type { Snapshot } from '../../snapshot/index.ts';
import { storeSnapshot, type StoreOptions } from './write.ts';

export const ACCOUNT = '111122223333';

/** A small snapshot: of a time, an account, and with as many users as asked for. */
export function snapshotOf(collectedAt: string | null, options: { account?: string; users?: number } = {}): Snapshot {
  const { account = ACCOUNT, users = 1 } = options;
  const arn = (name: string) => `arn:aws:iam::${account}:user/${name}`;
  const answers = [
    { UserId: 'AIDA', Account: account, Arn: arn('auditor') },
    { Users: Array.from({ length: users }, (_, index) => ({ UserName: `u${index}`, UserId: `AIDA${index}`, Arn: arn(`u${index}`), Path: '/' })) },
  ];
  const sources = answers.map((answer, index) => ({ name: `${index}.json`, bytes: new TextEncoder().encode(JSON.stringify(answer)) }));
  return importSources(sources, collectedAt === null ? {} : { collectedAt });
}

/** An empty store for each test, and the ways to fill it. */
export function useStore() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'iam-dossier-snapshots-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    at: (...path: string[]) => join(folder, ...path),
    store: () => join(folder, 'store'),
    put: (snapshot: Snapshot, options?: StoreOptions) => storeSnapshot(join(folder, 'store'), snapshot, options),
    /** Stores one snapshot for each time, in this order. */
    putTimes: async (...times: (string | null)[]) => {
      const paths: string[] = [];
      for (const time of times) paths.push((await storeSnapshot(join(folder, 'store'), snapshotOf(time))).path);
      return paths;
    },
  };
}
