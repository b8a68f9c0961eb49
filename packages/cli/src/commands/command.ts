import { defineCommand, runCommand, type ArgsDef, type ParsedArgs } from 'citty';
import type { Result } from '../output/result.ts';
import type { Session } from '../terminal/session.ts';

/** What stands after the flags: how many, and what they are. */
export interface Operands {
  name: string;
  description: string;
  least: number;
  most: number;
}

interface Spec<T extends ArgsDef> {
  name: string;
  /** What stands in place of the operands in the line of usage. */
  usage?: string;
  /** One sentence. */
  summary: string;
  /** Paragraphs for a person who has not used it. */
  about: readonly string[];
  operands?: Operands;
  args: T;
  /** Flags that may be given several times; their values come as one text, each ended by a NUL. */
  repeatable?: readonly string[];
  /** Flags of other commands that people try here, and what to do instead. */
  elsewhere?: Readonly<Record<string, string>>;
  examples: readonly (readonly [line: string, meaning: string])[];
  exits: readonly (readonly [code: number, meaning: string])[];
  run: (args: ParsedArgs<T>, session: Session) => Promise<Result>;
}

/** A command, its flags' types closed over. */
export interface Command extends Omit<Spec<ArgsDef>, 'run'> {
  /** `rawArgs` have been checked: citty lets unknown flags pass. */
  execute: (rawArgs: string[], session: Session) => Promise<Result>;
}

export function describeCommand<const T extends ArgsDef>(spec: Spec<T>): Command {
  const { run, ...page } = spec;
  return {
    ...page,
    execute: async (rawArgs, session) => {
      let result: Result = { exitCode: 0, json: {} };
      const command = defineCommand({
        meta: { name: spec.name, description: spec.summary },
        args: spec.args,
        run: async ({ args }) => {
          result = await run(args, session);
        },
      });
      await runCommand(command, { rawArgs });
      return result;
    },
  };
}
