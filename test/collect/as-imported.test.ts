import { documentJson } from '@iam-dossier/core/json';
import { partNames, type PartName, type Snapshot } from '@iam-dossier/core/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizes, type AccountSize } from '../fixtures/account.ts';
import { startIamServer } from '../iam-server/index.ts';
import { importedFrom } from './cli-files.test-helper.ts';
import { collectFrom, contentOf, fullAccount, now } from './collecting.test-helper.ts';

/** Files of these calls cannot say that they are all. */
const neverWhole: readonly PartName[] = ['accessKeysLastUsed', 'servicesLastAccessed'];

/** What of a part does not depend on whether it came from files or calls. */
function partsOf({ parts }: Snapshot, names: readonly PartName[]) {
  return names.map((name) => [name, neverWhole.includes(name) ? '' : parts[name].status, parts[name].count, parts[name].time]);
}

async function check(depth: 'account' | 'full', size: AccountSize, seed: number, pageSize: number): Promise<void> {
  const server = await startIamServer({ snapshot: fullAccount(size, seed), now, pageSize, report: 'slow' });
  try {
    const { snapshot } = await collectFrom(server, { depth });
    const imported = await importedFrom(server.url, depth);
    expect(contentOf(snapshot)).toEqual(contentOf(imported));
    const told = partNames.filter((name) => imported.parts[name].status !== 'missing');
    expect(partsOf(snapshot, told)).toEqual(partsOf(imported, told));
    expect(partNames.filter((name) => !['complete', 'missing'].includes(snapshot.parts[name].status))).toEqual([]);
    expect(server.writes).toEqual([]);
  } finally {
    await server.close();
  }
}

describe('what is collected', () => {
  it.each(['account', 'full'] as const)('at depth %s is what is imported from the files of the same account', async (depth) => {
    const count = (most: number) => fc.integer({ min: 0, max: most });
    const size = fc.record({ users: count(7), groups: count(3), roles: count(7), policies: count(7) });
    await fc.assert(
      fc.asyncProperty(size, count(1000), fc.integer({ min: 1, max: 5 }), (account, seed, pageSize) => check(depth, account, seed, pageSize)),
      { numRuns: 12 },
    );
  });

  it('is the same bytes, in whatever order the answers come', async () => {
    const account = fullAccount(sizes.small, 3);
    const texts = new Set<string>();
    for (const order of [() => 0, ({ operation }: { operation: string }) => operation.length % 7, () => Math.random() * 10]) {
      const server = await startIamServer({ snapshot: account, now, pageSize: 4, latency: order });
      const { snapshot } = await collectFrom(server, { depth: 'full', concurrency: texts.size + 2 });
      texts.add(documentJson(snapshot));
      await server.close();
    }
    expect(texts.size).toBe(1);
  });
});
