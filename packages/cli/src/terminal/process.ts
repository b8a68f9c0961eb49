import process from 'node:process';
import { errorLines } from './error.ts';
import { openPaint } from './paint.ts';
import { safe } from './safe-text.ts';
import type { Terminal } from './terminal.ts';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const usual = (): string => 'Stopped. Files that were not finished were not written.';
let words = usual;

/** Other words for the moment when the program is stopped; they may tidy up, and wait for nothing. What is returned takes them back. */
export function whenStopped(other: () => string): () => void {
  words = other;
  return () => {
    words = usual;
  };
}

/** Ends at once and as other programs do. Whoever holds a browser or a half-written file cleans up on `exit`. */
export function endOnSignals(terminal: Terminal): void {
  for (const [signal, code] of Object.entries(signals)) {
    process.once(signal, () => {
      if (terminal.live) terminal.tell('\r\u001b[K');
      const said = words();
      if (signal === 'SIGINT' || words !== usual) terminal.tell(`${safe(said)}\n`);
      process.exit(code);
    });
  }
}

/** An error that nobody caught is a defect: it must not look like exit code 1, which means findings. */
export function tellDefects(terminal: Terminal, verbose: boolean): void {
  const tell = (error: unknown): void => {
    terminal.tell(`${errorLines(error, openPaint(terminal.colour.tell), { verbose, columns: terminal.columns }).join('\n')}\n`);
    process.exit(2);
  };
  process.once('uncaughtException', tell);
  process.once('unhandledRejection', tell);
}
