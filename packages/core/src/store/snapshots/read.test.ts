import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Contract } from '../../contract/index.ts';
import { digestOf } from '../../json/digest.ts';
import { documentJson } from '../../json/lines.ts';
import { readSnapshotFile } from '../read.ts';
import { snapshotName } from './name.ts';
import { readSnapshotAt, readStored } from './read.ts';
import { snapshotOf, useStore } from './snapshots.test-helper.ts';

const { at, store, put } = useStore();
const snapshot = snapshotOf('2026-10-01T09:30:00Z', { users: 3 });

describe('reading', () => {
  it('takes any snapshot under any name, plain or packed', async () => {
    writeFileSync(at('mine.json'), JSON.stringify(snapshot, null, 2));
    writeFileSync(at('mine.json.gz'), gzipSync(documentJson(snapshot)));
    expect(await readSnapshotFile(at('mine.json'))).toEqual(snapshot);
    expect(await readSnapshotFile(at('mine.json.gz'))).toEqual(snapshot);
  });

  it('checks the content, not the layout: line ends may change', async () => {
    const { path } = await put(snapshot);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    expect((await readSnapshotAt(path)).snapshot).toEqual(snapshot);
  });

  it.each<[why: string, damage: (path: string) => void, said: RegExp]>([
    [
      'changed',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('u1', 'x1')),
      /is not what was stored: its content has the digest [0-9a-f]{8}, not/,
    ],
    ['cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, -40)), /is not valid JSON/],
    ['emptied', (path) => writeFileSync(path, ''), /is not valid JSON/],
    ['binary', (path) => writeFileSync(path, Buffer.from([0, 1, 2])), /is not text in UTF-8/],
    ['null', (path) => writeFileSync(path, 'null'), /is not what was stored/],
    ['nested without end', (path) => writeFileSync(path, `${'['.repeat(200_000)}${']'.repeat(200_000)}`), /nests deeper than any snapshot does/],
  ])('refuses a stored file that was %s', async (_, damage, said) => {
    const { path } = await put(snapshot);
    damage(path);
    for (const read of [readSnapshotAt, readSnapshotFile])
      await expect(read(path)).rejects.toThrow(
        expect.objectContaining({
          code: 'snapshot-damaged',
          message: expect.stringMatching(said) as string,
          hint: expect.stringContaining('Put the file back from a copy') as string,
        }),
      );
  });

  it('refuses packed files that are cut, no gzip at all, or changed inside', async () => {
    const { path } = await put(snapshot, { gzip: true });
    const whole = readFileSync(path);
    const damaged = async (bytes: Uint8Array, said: string) => {
      writeFileSync(path, bytes);
      await expect(readSnapshotAt(path)).rejects.toThrow(
        expect.objectContaining({ code: 'snapshot-damaged', message: expect.stringContaining(said) as string }),
      );
    };
    for (const length of [12, 100, whole.length - 9, whole.length - 1]) await damaged(whole.subarray(0, length), 'is cut');
    await damaged(Buffer.concat([whole.subarray(0, 20), Buffer.alloc(20), whole.subarray(40)]), 'is no gzip file');
    await damaged(gzipSync(documentJson(snapshotOf('2026-10-01T09:30:00Z'))), 'is not what was stored');
  });

  it('unpacks no more than is read of any file', async () => {
    const bomb = gzipSync(Buffer.alloc(420_000_000, 0x20));
    expect(bomb.length).toBeLessThan(500_000);
    writeFileSync(at('bomb.json.gz'), bomb);
    await expect(readSnapshotFile(at('bomb.json.gz'))).rejects.toThrow(expect.objectContaining({ code: 'input-too-large' }));
  });

  it('refuses a file under another name or in another folder than it was stored', async () => {
    const { path } = await put(snapshot);
    const moved = async (to: string, said: string) => {
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(path, to);
      await expect(readSnapshotAt(to)).rejects.toThrow(
        expect.objectContaining({ code: 'snapshot-damaged', message: expect.stringContaining(said) as string }),
      );
    };
    await moved(path.replace('20261001', '20261002'), 'it was read 2026-10-01T09:30:00Z, not 2026-10-02T09:30:00Z');
    await moved(path.replace('20261001T093000Z', 'unknown'), 'not at an unknown time');
    await moved(path.replace('111122223333', '999988887777'), 'it is of account 111122223333, not 999988887777');
    renameSync(path, at('elsewhere.json'));
    expect(await readSnapshotFile(at('elsewhere.json'))).toEqual(snapshot);
  });

  it('follows a link that a person named, never one in a store', async () => {
    const { path } = await put(snapshot);
    renameSync(path, at('secret.json'));
    symlinkSync(at('secret.json'), path);
    await expect(readSnapshotAt(path)).rejects.toThrow(
      expect.objectContaining({ code: 'input-unreadable', message: expect.stringContaining('is a symbolic link') as string }),
    );
    symlinkSync(at('secret.json'), at('link.json'));
    expect(await readSnapshotFile(at('link.json'))).toEqual(snapshot);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const { path } = await put(snapshot);
    rmSync(path);
    execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
    await expect(readSnapshotAt(path)).rejects.toThrow(
      expect.objectContaining({ code: 'input-unreadable', message: expect.stringContaining('is no file') as string }),
    );
  });

  it('tells what is not there', async () => {
    await expect(readSnapshotFile(at('nothing.json'))).rejects.toThrow(expect.objectContaining({ code: 'input-not-found' }));
    await expect(readSnapshotFile(store())).rejects.toThrow(expect.objectContaining({ code: 'input-not-found' }));
    mkdirSync(store());
    await expect(readSnapshotFile(store())).rejects.toThrow(expect.objectContaining({ code: 'input-unreadable' }));
  });
});

/** The second version of a made-up contract, in which `name` has become `names`. */
const second: Contract<{ collectedAt: null; account: { id: string }; names: string[] }> = {
  format: 'made-up',
  formatVersion: 2,
  schema: z.strictObject({
    format: z.literal('made-up'),
    formatVersion: z.literal(2),
    collectedAt: z.null(),
    account: z.object({ id: z.string() }),
    names: z.array(z.string()),
  }),
  upgrades: [({ name, ...rest }) => ({ ...rest, names: [name] })],
};

describe('an older format', () => {
  const older = { format: 'made-up', formatVersion: 1, collectedAt: null, account: { id: '111122223333' }, name: 'ana' };
  const stored = () => {
    const path = join(at('111122223333'), snapshotName(null, digestOf(older)));
    mkdirSync(at('111122223333'));
    writeFileSync(path, documentJson(older));
    return path;
  };

  it('is upgraded when it is read; its digest is that of the file, which stays as it is', async () => {
    const path = stored();
    const { snapshot: upgraded, digest } = await readStored(path, second);
    expect(upgraded.names).toEqual(['ana']);
    expect(digest).toBe(digestOf(older));
    expect(readFileSync(path, 'utf8')).toBe(documentJson(older));
  });

  it('is refused when it was changed, before it is upgraded', async () => {
    const path = stored();
    writeFileSync(path, documentJson({ ...older, name: 'luciana' }));
    await expect(readStored(path, second)).rejects.toThrow(expect.objectContaining({ code: 'snapshot-damaged' }));
  });
});
