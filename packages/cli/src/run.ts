import process from 'node:process';
import { dispatch } from './dispatch.ts';
import { endOnSignals, tellDefects } from './terminal/process.ts';
import { openTerminal } from './terminal/terminal.ts';

/** Runs a command with this process's streams and gives the exit code. */
export async function runProcess(args: readonly string[]): Promise<number> {
  const terminal = openTerminal({
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    today: () => new Date().toISOString().slice(0, 10),
  });
  endOnSignals(terminal);
  tellDefects(terminal, args.includes('--verbose'));
  return dispatch(args, terminal);
}
