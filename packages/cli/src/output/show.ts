import type { Wishes } from '../flags/wishes.ts';
import { readVersion } from '../help/root.ts';
import { errorJson, errorLines } from '../terminal/error.ts';
import { openPaint } from '../terminal/paint.ts';
import { safeJson } from '../terminal/safe-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Result } from './result.ts';

type How = Pick<Wishes, 'json' | 'quiet' | 'verbose'> & { command: string };

/** The result on stdout, as text or as JSON; what is to be known beside it on stderr. */
export function showResult(result: Result, terminal: Terminal, how: How): void {
  if (how.json) printJson(terminal, how.command, result.exitCode, { ...result.json, ...(result.error ? { error: errorJson(result.error) } : {}) });
  else if (!how.quiet) printLines(terminal.print, result.lines);
  if (!how.quiet) printLines(terminal.tell, spaced(result, terminal, how));
  if (result.error) tellError(result.error, terminal, how);
}

/** On a terminal, notes stand apart from the result above them. */
function spaced({ lines, notes }: Result, { live }: Terminal, { json }: How): readonly string[] | undefined {
  return live && !json && lines !== undefined && notes !== undefined && notes.length > 0 ? ['', ...notes] : notes;
}

export function showError(error: unknown, terminal: Terminal, how: How): void {
  if (how.json) printJson(terminal, how.command, 2, { error: errorJson(error) });
  tellError(error, terminal, how);
}

function printJson(terminal: Terminal, command: string, exitCode: number, content: Readonly<Record<string, unknown>>): void {
  terminal.print(`${safeJson({ format: 'iam-dossier.result', formatVersion: 1, version: readVersion(), command, exitCode, ...content })}\n`);
}

function tellError(error: unknown, terminal: Terminal, { verbose }: How): void {
  printLines(terminal.tell, errorLines(error, openPaint(terminal.colour.tell), { verbose, columns: terminal.columns }));
}

function printLines(print: (text: string) => void, lines: readonly string[] | undefined): void {
  if (lines !== undefined && lines.length > 0) print(`${lines.join('\n')}\n`);
}
