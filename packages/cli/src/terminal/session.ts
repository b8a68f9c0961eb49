import type { Wishes } from '../flags/wishes.ts';
import { openPaint, type Paint } from './paint.ts';
import { noProgress, openProgress, type Progress } from './progress.ts';
import { safe } from './safe-text.ts';
import type { Terminal } from './terminal.ts';

/** What a command knows of its surroundings. Nothing in a document rests on it, but for the date where none is given. */
export interface Session {
  /** For stdout. */
  paint: Paint;
  /** For stderr. */
  notePaint: Paint;
  columns: number;
  progress: Progress;
  /** Says at once, on stderr, what cannot wait for the result. */
  announce: (text: string) => void;
  verbose: boolean;
  env: Readonly<Record<string, string | undefined>>;
  /** Today's date in UTC. */
  today: () => string;
}

export function openSession(terminal: Terminal, { quiet, verbose }: Wishes): Session {
  const { colour, columns, env, today } = terminal;
  return {
    paint: openPaint(colour.print),
    notePaint: openPaint(colour.tell),
    columns,
    progress: terminal.live && !quiet ? openProgress(terminal) : noProgress,
    announce: (text) => {
      if (!quiet) terminal.tell(`${safe(text)}\n`);
    },
    verbose,
    env,
    today,
  };
}
