import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importPaths } from '@iam-dossier/core/importer';
import { partCalls, partNames, type Snapshot } from '@iam-dossier/core/snapshot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(`${root}docs/guides/import.md`, 'utf8');
const commands = /```sh\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

/** Stand for the clock, and for the AWS CLI: it prints what the example holds for a call, or the error text saved instead. */
const date = 'date() { echo "$AT"; }';
const aws = 'aws() { cat "$EXAMPLE/$2.json" 2>/dev/null || { cat "$EXAMPLE/$2.txt" >&2; return 254; }; }';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the snapshot says, but for the names of files and the keys, for which the guide has no command of its own. */
const iam = (snapshot: Snapshot) => ({ ...snapshot, parts: 0, notes: 0, accessKeys: 0 });

describe.skipIf(process.platform === 'win32')('the import guide', () => {
  it.each(['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended'])('has commands that give a whole export of %s', async (name) => {
    const example = `${root}packages/cli/examples/${name}/aws`;
    const expected = await importPaths([example]);
    const env = { PATH: process.env['PATH'], EXAMPLE: example, AT: expected.collectedAt ?? '' };
    expect(spawnSync('sh', ['-c', [date, aws, commands].join('\n')], { cwd: folder, env, encoding: 'utf8' }).stderr).toBe('');
    const snapshot = await importPaths([join(folder, 'export')]);
    expect(iam(snapshot)).toEqual(iam(expected));
    expect(snapshot.notes).toEqual([]);
  });

  it('names every call that import reads', () => {
    const later = ['serviceControlPolicies', 'resourceControlPolicies', 'identityCenter', 'delegationRequests'];
    const calls = partNames.filter((part) => !later.includes(part)).flatMap((part) => partCalls[part].map(commandOf));
    expect(calls.filter((call) => !guide.includes(call) && !call.startsWith('generate-service'))).toEqual([]);
  });
});

/** `iam:ListMFADevices` → `list-mfa-devices`. */
function commandOf(call: string): string {
  const operation = call.slice(call.indexOf(':') + 1);
  return operation
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
