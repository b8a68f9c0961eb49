import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './generated.mjs';

/** The environment in which the workspace's own programs are found. */
export const environment = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) };

/** Runs a command line from the workspace root. Gives its exit code, and what it printed. */
export function run(command, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, {
    cwd: root,
    env: environment,
    shell: true,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  return { status: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}` };
}

/** The pinned pnpm: the one that runs this script, else fetched by npx. */
export function pnpm(packageManager) {
  const own = process.env.npm_execpath ?? '';
  return /pnpm(\.exe|\.c?js)?$/.test(own) ? JSON.stringify(own) : `npx -y ${packageManager}`;
}
