import { collect, type Collected, type CollectOptions } from '@iam-dossier/core/collector';
import { partNames, snapshotSchema, type PartName, type Snapshot } from '@iam-dossier/core/snapshot';
import { expect, vi } from 'vitest';
import { makeAccount, sizes, type AccountSize } from '../fixtures/account.ts';
import { everythingOf } from '../iam-server/account/everything.ts';
import type { IamServer } from '../iam-server/index.ts';

export const now = '2026-10-01T09:00:00Z';
export const everything = ['contacts', 'organization', 'identityCenter'] as const;
/** Patience for a server on this machine. */
export const limits = { connect: 1000, answer: 1500, attempts: 3, pause: 1, poll: 1, work: 3000 };

/** Keys of nobody, and none of this machine's settings. */
export function stubAws(env: Readonly<Record<string, string>> = {}): void {
  const plain = {
    AWS_ACCESS_KEY_ID: 'AKIATEST',
    AWS_SECRET_ACCESS_KEY: 'secretOfTheTest',
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  for (const [name, value] of Object.entries({ ...plain, ...env })) vi.stubEnv(name, value);
}

/** What is collected from a test server. It must fit its contract. */
export async function collectFrom(server: IamServer, options: CollectOptions = {}): Promise<Collected> {
  stubAws();
  const collected = await collect({ endpoint: server.url, limits, ...options });
  expect(snapshotSchema.parse(collected.snapshot)).toEqual(collected.snapshot);
  return collected;
}

/** A made-up account with something in every part. */
export function fullAccount(size: AccountSize = sizes.small, seed = 1): Snapshot {
  return everythingOf(makeAccount(size, { seed }));
}

/** What a snapshot says of the account, without where it is from. */
export function contentOf({ parts: _, notes: _notes, ...content }: Snapshot): Omit<Snapshot, 'parts' | 'notes'> {
  return content;
}

export function statusesOf(snapshot: Snapshot): Record<PartName, string> {
  return Object.fromEntries(partNames.map((name) => [name, snapshot.parts[name].status])) as Record<PartName, string>;
}
