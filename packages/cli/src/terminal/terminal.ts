/** The two streams of a process, and what they can show. */
export interface Terminal {
  /** Results: stdout. */
  print: (text: string) => void;
  /** Progress, notes and errors: stderr. */
  tell: (text: string) => void;
  /** Whether each may bear colour. */
  colour: { print: boolean; tell: boolean };
  /** Whether a line on stderr can be drawn again in its place. */
  live: boolean;
  columns: number;
  env: Readonly<Record<string, string | undefined>>;
  today: () => string;
}

const NARROWEST = 60;
const WIDEST = 110;
/** A log or a pipe has no width: a broken line would only be harder to search. */
const UNBROKEN = 100_000;

interface Stream {
  isTTY?: boolean;
  columns?: number;
  write: (text: string) => unknown;
}

export interface Surroundings {
  stdout: Stream;
  stderr: Stream;
  env: Readonly<Record<string, string | undefined>>;
  today: () => string;
}

export function openTerminal({ stdout, stderr, env, today }: Surroundings): Terminal {
  return {
    print: (text) => void stdout.write(text),
    tell: (text) => void stderr.write(text),
    colour: { print: showsColour(stdout, env), tell: showsColour(stderr, env) },
    live: stderr.isTTY === true && env['TERM'] !== 'dumb',
    columns: stdout.columns === undefined ? UNBROKEN : Math.min(WIDEST, Math.max(NARROWEST, stdout.columns)),
    env,
    today,
  };
}

/** `NO_COLOR` is the stronger wish. */
function showsColour(stream: Stream, env: Surroundings['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
