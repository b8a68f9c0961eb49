import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportScript, type Scope } from '@iam-dossier/core/collector';
import { importPaths } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';

export interface Exported {
  code: number | null;
  stderr: string;
  /** Names of what is in the folder afterwards, but for the script. */
  left: string[];
  snapshot?: Snapshot;
}

interface Where {
  /** Address of the test server. */
  url?: string;
  shell?: string[];
  env?: Record<string, string>;
  kill?: { after: number };
}

/** Runs the script as a customer does, in an empty folder, and imports the file that it leaves. */
export async function exportFrom(scope: Scope, { url, shell = ['sh'], env = {}, kill }: Where): Promise<Exported> {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    writeFileSync(join(folder, 'export.sh'), exportScript({ ...scope, version: '1.2.3' }));
    const { code, stderr } = await run([...shell, 'export.sh'], folder, { ...plainEnv(url), ...env }, kill?.after);
    const left = readdirSync(folder).filter((name) => name !== 'export.sh');
    const zip = left.find((name) => /\.(zip|tar\.gz)$/.test(name));
    return { code, stderr, left, ...(zip === undefined ? {} : { snapshot: await importPaths([join(folder, zip)]) }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keys of nobody, none of this machine's settings, and little patience. */
function plainEnv(url: string | undefined): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nowhere',
    AWS_ACCESS_KEY_ID: 'AKIATEST',
    AWS_SECRET_ACCESS_KEY: 'secretOfTheTest',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    IAM_DOSSIER_PAUSE: '0',
    ...(url === undefined ? {} : { AWS_ENDPOINT_URL: url }),
  };
}

function run(
  [command = '', ...args]: string[],
  cwd: string,
  env: Record<string, string>,
  killAfter?: number,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: killAfter !== undefined });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stderr }));
    if (killAfter !== undefined) setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGTERM'), killAfter);
  });
}
