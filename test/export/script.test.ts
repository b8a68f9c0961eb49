import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callsFor, exportScript, type Scope } from '@iam-dossier/core/collector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../collect/collecting.test-helper.ts';
import { exportFrom } from './exporting.test-helper.ts';

const full = { depth: 'full', include: everything } as const;
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const shells: [string, string[]][] = [
  ['sh', ['sh']],
  ['dash', ['dash']],
  ['bash', ['bash', '--posix']],
  ['busybox', ['busybox', 'sh']],
];
const present = shells.filter(([name, [command = '', ...args]]) => name === 'sh' || has(command, ...args, '-c', ':'));
for (const [name] of shells) if (!present.some(([other]) => other === name)) console.log(`skipped: ${name} is not on this machine`);

/** A stand-in for the AWS CLI on machines without it. It answers as the CLI writes, and refuses whatever is no reading. */
const aws = `#!/bin/sh
printf '%s\\n' "$*" >>"$AWS_LOG"
case "$2" in
  get-caller-identity) printf '{\\n    "UserId": "AIDA1",\\n    "Account": "111122223333",\\n    "Arn": "arn:aws:iam::111122223333:user/auditor"\\n}\\n' ;;
  list-users) cat <<'EOT'
{
    "Users": [
        {
            "Path": "/a\\"b\\\\c$(touch hacked)\`touch hacked\`/",
            "UserName": "ana",
            "UserId": "AIDA2",
            "Arn": "arn:aws:iam::111122223333:user/a\\"b\\\\c*$(touch_hacked)/ana"
        },
        {
            "UserName": "o=x,y.z@w_-+",
            "UserId": "AIDA3",
            "Arn": "arn:aws:iam::111122223333:user/o=x,y.z@w_-+"
        }
    ]
}
EOT
  ;;
  get-account-password-policy) printf '\\nAn error occurred (NoSuchEntity) when calling the GetAccountPasswordPolicy operation: none\\n' >&2; exit 254 ;;
  generate-service-last-accessed-details) printf '{\\n    "JobId": "job-%s"\\n}\\n' "$(printf '%s' "$4" | cksum | cut -d ' ' -f 1)" ;;
  get-service-last-accessed-details)
    printf '{\\n    "JobStatus": "COMPLETED",\\n    "JobCreationDate": "2026-10-01T09:00:00+00:00",\\n    "ServicesLastAccessed": [],\\n    "IsTruncated": false\\n}\\n' ;;
  list-mfa-devices) printf '{\\n    "MFADevices": []\\n}\\n' ;;
  hang) sleep 60 ;;
  *) [ "\${AWS_HANGS:-}" = "$2" ] && sleep 60; printf '\\nAn error occurred (AccessDenied) when calling the X operation: { "Users": [] }\\n{ "Users": [\\n' >&2; exit 254 ;;
esac
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aws-'));
  writeFileSync(join(folder, 'aws'), aws);
  chmodSync(join(folder, 'aws'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const standIn = (env: Record<string, string> = {}) => ({ PATH: `${folder}:${process.env['PATH'] ?? ''}`, AWS_LOG: join(folder, 'log'), ...env });

describe.skipIf(process.platform === 'win32')('the export script', () => {
  const scopes: [string, Scope][] = [
    ['about the account', {}],
    ['in full', full],
  ];
  it.each(present.flatMap(([name, shell]) => scopes.map(([words, scope]) => [name, words, shell, scope] as const)))(
    'is read by %s: %s',
    (_, _words, [command = '', ...args], scope) => {
      const read = spawnSync(command, [...args, '-n'], { input: exportScript({ ...scope, version: '1' }), encoding: 'utf8' });
      expect([read.status, read.stderr]).toEqual([0, '']);
    },
  );

  it.skipIf(!has('shellcheck', '--version'))('has nothing that shellcheck warns of', () => {
    const checked = spawnSync('shellcheck', ['-s', 'sh', '-S', 'warning', '-'], { input: exportScript({ ...full, version: '1' }), encoding: 'utf8' });
    expect(checked.stdout).toBe('');
  });

  it('makes each call of the table, and no other', () => {
    const script = exportScript({ ...full, version: '1' });
    const made = new Set(
      [...script.matchAll(/^\s*(?:if |else )?(?:ask .*?|run) ((?:sts|iam|account|organizations|sso-admin|identitystore) [a-z0-9-]+)/gm)].map(
        ([, call]) => call,
      ),
    );
    const words = (name: string) =>
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
        .replace(':', ' ')
        .toLowerCase();
    expect(made).toEqual(new Set(callsFor(full).map(({ name }) => words(name))));
    expect([...made].filter((call) => !/ (get|list|describe|generate)-/.test(call ?? ''))).toEqual([]);
  });

  it.each(present)('run by %s keeps hostile names what they are, and goes on past what is refused', async (_, shell) => {
    const { code, left, snapshot } = await exportFrom(full, { shell, env: standIn() });
    expect([code, left.length]).toEqual([0, 1]);
    expect(snapshot?.users.map(({ arn }) => arn)).toEqual([
      'arn:aws:iam::111122223333:user/a"b\\c*$(touch_hacked)/ana',
      'arn:aws:iam::111122223333:user/o=x,y.z@w_-+',
    ]);
    expect(snapshot?.servicesLastAccessed.map(({ arn }) => arn).sort()).toEqual(snapshot?.users.map(({ arn }) => arn));
    expect(snapshot?.passwordPolicy).toEqual({ kind: 'default' });
    expect(snapshot?.parts.mfaDevices).toMatchObject({ status: 'complete', count: 0 });
    expect(snapshot?.parts.userDetails).toMatchObject({ status: 'denied', code: 'AccessDenied' });
    expect(snapshot?.collectedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('leaves nothing when it is stopped', async () => {
    const { code, left } = await exportFrom({}, { env: standIn({ AWS_HANGS: 'list-roles' }), kill: { after: 1500 } });
    expect([code === 0, left]).toEqual([false, []]);
  });

  it('packs with tar where there is no zip', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'bin-'));
    const tools = [
      'sh',
      'awk',
      'sed',
      'date',
      'mkdir',
      'rm',
      'tr',
      'cat',
      'grep',
      'head',
      'sort',
      'uniq',
      'cut',
      'mv',
      'tar',
      'gzip',
      'cksum',
      'sleep',
      'cp',
    ];
    for (const tool of tools) spawnSync('sh', ['-c', `ln -s "$(command -v ${tool})" "${bin}/${tool}"`]);
    const { left, snapshot } = await exportFrom({}, { env: standIn({ PATH: `${folder}:${bin}` }) });
    rmSync(bin, { recursive: true });
    expect(left).toEqual([expect.stringMatching(/\.tar\.gz$/)]);
    expect(snapshot?.users).toHaveLength(2);
  });
});
