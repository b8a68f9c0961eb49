import { canonicalJson } from '../../json/canonical.ts';
import { isoFromEpochMs } from '../../time/iso.ts';
import type { Call } from '../calls/index.ts';
import type { Failure } from '../aws/failure.ts';

/** One call of the table, for one thing. */
export interface Task {
  call: Call;
  /** Parameters but those of paging. */
  input: Readonly<Record<string, unknown>>;
  /** Parameters of the calls that led here. */
  known?: Readonly<Record<string, unknown>>;
  /** What it is made for, in events and errors. */
  of?: string;
}

/** What became of a task. */
export interface Outcome {
  task: Task;
  /** All pages as one answer, or the answer that stands for nothing. */
  answer?: Record<string, unknown>;
  /** Answers that were given, and when the first was. */
  pages: number;
  time?: string;
  /** The time is the machine's: AWS gave none. */
  ownClock?: boolean;
  /** Why the answer is not whole, where nothing was refused. */
  cut?: string;
  /** An empty page came in the middle. */
  emptyPages?: number;
  failure?: Failure;
  /** The failure says that there is nothing; it is no refusal. */
  nothing?: boolean;
}

/** An outcome as a journal keeps it: what it is of stands in the key. */
export type KeptOutcome = Omit<Outcome, 'task'>;

/** The same for the same call of the same thing, at whatever time. */
export function keyOf({ call, input }: Task): string {
  return `${call.name} ${canonicalJson({ ...call.input, ...input })}`;
}

/** AWS's time of an answer; the machine's where it gives none. */
export function timeOf(date: string | undefined): { time: string; ownClock: boolean } {
  const told = date === undefined ? Number.NaN : Date.parse(date);
  const ownClock = Number.isNaN(told);
  return { time: isoFromEpochMs(ownClock ? Math.floor(Date.now() / 1000) * 1000 : told) ?? '1970-01-01T00:00:00Z', ownClock };
}
