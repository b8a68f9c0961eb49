import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSources } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { afterEach, beforeEach } from 'vitest';
import { accountFiles, sizes } from '../fixtures/account.ts';

export const ACCOUNT = '111122223333';
export const OTHER = '999988887777';

const made = new Map<string, Snapshot>();

/** The snapshot of a made-up account, as if it had been read at a time. */
export function snapshotOf(collectedAt: string | null, id = ACCOUNT): Snapshot {
  const base = made.get(id) ?? importSources(accountFiles(sizes.small, { id }));
  made.set(id, base);
  return { ...base, collectedAt };
}

/** The same hour of a day, so many days after the first of 2024. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days, 6)).toISOString().replace('.000', '');
}

/** An empty folder for each test. */
export function useFolder(): (...path: string[]) => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'iam-dossier-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (...path) => join(folder, ...path);
}
