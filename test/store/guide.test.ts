import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '@iam-dossier/core/json';
import { isDossierError } from '@iam-dossier/core/errors';
import { resolveSnapshot, storeSnapshot } from '@iam-dossier/core/store';
import { describe, expect, it } from 'vitest';
import { entries } from '../../packages/cli/src/commands/index.ts';
import { readFlags } from '../../packages/cli/src/flags/read.ts';
import { root } from '../cli/running.test-helper.ts';
import { ACCOUNT, dayAfter, snapshotOf, useFolder } from './snapshots.test-helper.ts';

const at = useFolder();
const guide = readFileSync(join(root, 'docs/guides/snapshots.md'), 'utf8');
const words = [...guide.matchAll(/^\| (`.*?) \|/gm)]
  .filter(([, cell = '']) => !cell.includes('--') && !cell.includes('snapshots add'))
  .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
const commands = [...guide.matchAll(/^iam-dossier ([^#\n]*)/gm)].map(([, line = '']) => line.trim());

describe('the guide to snapshots', () => {
  it('has words that all are understood', async () => {
    expect(words.length).toBeGreaterThan(15);
    await storeSnapshot(at('store'), snapshotOf(dayAfter(0)));
    const refused: string[] = [];
    for (const word of words)
      await resolveSnapshot(at('store'), ACCOUNT, word, { now: '2026-11-26' }).catch((error: unknown) => {
        if (!isDossierError(error) || error.code !== 'snapshot-not-found') refused.push(word);
      });
    expect(refused).toEqual([]);
  });

  it.each(commands)('has a command that is accepted: %s', async (line) => {
    const [name = '', ...rest] = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
    const command = await entries.find((entry) => entry.name === name)?.load();
    if (!command) throw new Error(`there is no command ${name}`);
    expect(() => readFlags(rest, command)).not.toThrow();
  });

  it('says truly how large a packed account is', async () => {
    const { path, digest } = await storeSnapshot(at('plain'), snapshotOf(dayAfter(0)));
    const packed = await storeSnapshot(at('packed'), snapshotOf(dayAfter(0)), { gzip: true });
    expect(digest).toBe(digestOf(snapshotOf(dayAfter(0))));
    expect(readFileSync(packed.path).length).toBeLessThan(readFileSync(path).length / 4);
  });
});
