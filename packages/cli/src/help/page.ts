import type { ArgDef } from 'citty';
import type { Command } from '../commands/command.ts';
import type { Paint } from '../terminal/paint.ts';
import { tableLines } from '../terminal/table.ts';
import { wrapped } from '../terminal/width.ts';

const WIDEST = 80;

/** What `iam-dossier <command> --help` prints. */
export function helpPage(command: Command, paint: Paint, terminalColumns: number): string {
  const columns = Math.min(terminalColumns, WIDEST);
  const table = (rows: readonly (readonly string[])[]) => tableLines(rows, { columns });
  const { operands } = command;
  const lines = [
    `${paint.bold(`iam-dossier ${command.name}`)}: ${command.summary}`,
    '',
    paint.bold('Usage'),
    `  iam-dossier ${usageOf(command)}`,
    ...(operands ? ['', ...table([[`<${operands.name}>`, operands.description]])] : []),
    '',
    paint.bold('What it does'),
    ...command.about.flatMap((paragraph) => wrapped(paragraph, columns - 2).map((line) => `  ${line}`)),
    '',
    paint.bold('Flags'),
    ...table(
      Object.entries(command.args)
        .map(([name, flag]) => flagRow(name, flag))
        .concat([['-h, --help', 'Print this']]),
    ),
    '',
    paint.bold('Examples'),
    ...command.examples.flatMap(([line, meaning]) => [`  ${paint.cyan(line)}`, `      ${meaning}`]),
    '',
    paint.bold('Exit codes'),
    ...table(command.exits.map(([code, meaning]) => [String(code), meaning])),
  ];
  return `${lines.join('\n')}\n`;
}

function usageOf({ name, operands, usage }: Command): string {
  if (usage !== undefined) return `${name} ${usage} [flags]`;
  if (!operands) return `${name} [flags]`;
  const word = `<${operands.name}>${operands.most > 1 ? '…' : ''}`;
  return `${name} ${operands.least > 0 ? word : `[${word}]`} [flags]`;
}

function flagRow(name: string, flag: ArgDef): string[] {
  const short = 'alias' in flag && flag.alias !== undefined ? `-${String(flag.alias)}, ` : '    ';
  const value = 'valueHint' in flag && flag.valueHint !== undefined ? ` <${flag.valueHint}>` : '';
  const standard = flag.default === undefined ? '' : `. Default: ${String(flag.default)}`;
  return [`${short}--${name}${value}`, `${flag.description ?? ''}${standard}`];
}
