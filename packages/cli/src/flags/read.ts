import type { DossierError } from '@iam-dossier/core/errors';
import type { ArgDef, ArgsDef } from 'citty';
import type { Operands } from '../commands/command.ts';
import { nearest } from './suggest.ts';
import { usageError } from './usage.ts';

/** Flags that other programs have, and how the same is asked for here. */
const everywhereElse: Readonly<Record<string, string>> = {
  'color': 'set FORCE_COLOR=1',
  'colour': 'set FORCE_COLOR=1',
  'no-color': 'set NO_COLOR=1',
  'no-colour': 'set NO_COLOR=1',
};

/** Ends each value of a flag that may be given several times: no argument of a program can hold it. */
export const VALUE_END = '\0';

/** The part of a command that says what may follow its name. */
export interface Grammar {
  name: string;
  args: ArgsDef;
  operands?: Operands;
  repeatable?: readonly string[];
  elsewhere?: Readonly<Record<string, string>>;
}

/**
 * Checks arguments against a command, strictly, and gives them in one unmistakable form: `--name=value`, then `--`, then
 * the operands.
 * @throws DossierError `usage`
 */
export function readFlags(raw: readonly string[], grammar: Grammar): string[] {
  const flags = new Map<string, string>();
  const operands: string[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const word = raw[at] ?? '';
    if (word === '--') {
      operands.push(...raw.slice(at + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const { name, flag, value, usesNext } = readFlag(word, raw[at + 1], grammar);
    if (usesNext) at += 1;
    flags.set(name, flag.type === 'boolean' ? `--${name}` : withValue(flags.get(name), name, checkedValue(name, flag, value, grammar), grammar));
  }
  checkOperands(operands, grammar);
  return [...flags.values(), '--', ...operands];
}

function withValue(before: string | undefined, name: string, value: string, grammar: Grammar): string {
  if (grammar.repeatable?.includes(name) === true) return `${before ?? `--${name}=`}${value}${VALUE_END}`;
  if (before !== undefined) throw usageError(grammar.name, `--${name} is given twice`);
  return `--${name}=${value}`;
}

function readFlag(word: string, next: string | undefined, grammar: Grammar) {
  const [said = '', given] = splitAtEquals(word);
  const found = Object.entries(grammar.args).find(([name, flag]) => said === `--${name}` || ('alias' in flag && said === `-${String(flag.alias)}`));
  if (!found) throw unknownFlag(said, grammar);
  const [name, flag] = found;
  if (flag.type !== 'boolean') return { name, flag, value: given ?? next, usesNext: given === undefined };
  if (given !== undefined) throw usageError(grammar.name, `--${name} takes no value`);
  return { name, flag, value: undefined, usesNext: false };
}

function splitAtEquals(word: string): string[] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function unknownFlag(said: string, grammar: Grammar): DossierError {
  const bare = said.replace(/^-+/, '');
  const instead = grammar.elsewhere?.[bare] ?? everywhereElse[bare];
  if (instead !== undefined) return usageError(grammar.name, `${grammar.name} takes no ${said}: ${instead}`);
  return usageError(grammar.name, `${grammar.name} has no flag ${said}.${suggestionFor(bare, [...Object.keys(grammar.args), 'help', 'version'])}`);
}

/** One letter says too little to guess one flag. */
function suggestionFor(bare: string, names: readonly string[]): string {
  if (bare.length === 1) {
    const begin = names.filter((name) => name.startsWith(bare.toLowerCase())).map((name) => `--${name}`);
    return begin.length === 0 ? '' : ` Did you mean ${begin.join(' or ')}?`;
  }
  const near = nearest(bare, names);
  return near === undefined ? '' : ` Did you mean --${near}?`;
}

function checkedValue(name: string, flag: ArgDef, value: string | undefined, { name: command }: Grammar): string {
  const hint = 'valueHint' in flag && flag.valueHint !== undefined ? ` <${flag.valueHint}>` : '';
  if (value === undefined || value === '') throw usageError(command, `--${name} needs a value: --${name}${hint}`);
  // A value that starts with a dash is more often a forgotten value; `--name=-value` says that it is meant.
  if (value.startsWith('--')) throw usageError(command, `--${name} needs a value, and ${value} follows it: --${name}${hint}`);
  const options = flag.type === 'enum' && 'options' in flag ? (flag.options ?? []) : [];
  if (options.length === 0 || options.includes(value)) return value;
  const near = nearest(value, options);
  throw usageError(
    command,
    `--${name} is one of ${options.join(', ')}, not ${JSON.stringify(value)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

function checkOperands(operands: readonly string[], { name, operands: wanted }: Grammar): void {
  const most = wanted?.most ?? 0;
  const word = wanted?.name ?? '';
  if (operands.some((operand) => operand === '')) throw usageError(name, 'an empty name was given for a file');
  if (operands.length < (wanted?.least ?? 0)) throw usageError(name, `${name} needs <${word}>: ${wanted?.description ?? ''}`);
  const surplus = operands[most];
  if (surplus === undefined) return;
  throw usageError(
    name,
    most === 0
      ? `${name} takes no ${JSON.stringify(surplus)}: only flags follow it`
      : `${name} takes one <${word}>; ${JSON.stringify(surplus)} is one more`,
  );
}
