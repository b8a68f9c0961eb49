import { execFile } from 'node:child_process';

const limitMs = 5_000;

/** What a browser that did not start says when it is run by itself; empty when it has no complaint. */
export function readComplaint(path: string, flags: readonly string[], environment: Record<string, string | undefined>): Promise<string> {
  const args = [...flags, '--headless', '--dump-dom', 'about:blank'];
  return new Promise((resolve) => {
    execFile(path, args, { env: environment, timeout: limitMs, killSignal: 'SIGKILL' }, (error, _, stderr) => {
      resolve(error ? stderr.trim() : '');
    });
  });
}
