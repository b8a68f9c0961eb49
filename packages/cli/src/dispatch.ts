import { existsSync } from 'node:fs';
import { DossierError } from '@iam-dossier/core/errors';
import { entries, laterCommands, type Entry } from './commands/index.ts';
import type { Command } from './commands/command.ts';
import { readFlags } from './flags/read.ts';
import { nearest } from './flags/suggest.ts';
import { wishesOf, type Wishes } from './flags/wishes.ts';
import { helpPage } from './help/page.ts';
import { readVersion, rootHelp } from './help/root.ts';
import { showError, showResult } from './output/show.ts';
import type { Result } from './output/result.ts';
import { openPaint } from './terminal/paint.ts';
import { openSession } from './terminal/session.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Runs the command that the arguments name and gives the exit code: 0, 1 or 2. Nothing is thrown. */
export async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args[0] === 'help' ? helpArgs(args.slice(1)) : args;
  if (name === 'help') return answer(terminal, rootHelp());
  const wishes = wishesOf(rest);
  try {
    const command = await findEntry(name, args).load();
    if (wishes.help) return answer(terminal, helpPage(command, openPaint(terminal.colour.print), terminal.columns));
    if (wishes.version) return answer(terminal, `${readVersion()}\n`);
    const result = await execute(command, rest, terminal, wishes);
    showResult(result, terminal, { ...wishes, command: name });
    return result.exitCode;
  } catch (error) {
    showError(error, terminal, { ...wishes, command: name });
    return 2;
  }
}

/** `help <command>` is `<command> --help`. */
function helpArgs(words: readonly string[]): string[] {
  return [words.find((word) => !word.startsWith('-')) ?? 'help', '--help', ...words.filter((word) => word.startsWith('-'))];
}

function answer(terminal: Terminal, text: string): number {
  terminal.print(text);
  return 0;
}

async function execute(command: Command, rest: readonly string[], terminal: Terminal, wishes: Wishes): Promise<Result> {
  const rawArgs = readFlags(rest, command);
  const session = openSession(terminal, wishes);
  try {
    return await command.execute(rawArgs, session);
  } finally {
    session.progress.done();
  }
}

function findEntry(name: string, args: readonly string[]): Entry {
  const entry = entries.find((one) => one.name === name);
  if (entry) return entry;
  const later = Object.hasOwn(laterCommands, name) ? laterCommands[name] : undefined;
  if (later !== undefined) throw new DossierError('command-unavailable', `${name} (${later}) is not in this version yet. Nothing was done.`);
  throw new DossierError('usage', unknownName(name, args), { hint: 'iam-dossier --help lists the commands.' });
}

function unknownName(name: string, args: readonly string[]): string {
  const names = [...entries.map((entry) => entry.name), ...Object.keys(laterCommands)];
  if (name.startsWith('-')) {
    const command = args.find((word) => names.includes(word));
    const example =
      command === undefined ? 'iam-dossier report export/ -o out' : `iam-dossier ${[command, ...args.filter((word) => word !== command)].join(' ')}`;
    return `the command comes first, then its flags: ${example}`;
  }
  const near = nearest(name, names);
  if (near !== undefined) return `there is no command ${JSON.stringify(name)}. Did you mean ${near}?`;
  if (existsSync(name)) return `${JSON.stringify(name)} is a file or folder, not a command. For a dossier of it: iam-dossier report ${name}`;
  return `there is no command ${JSON.stringify(name)}`;
}
