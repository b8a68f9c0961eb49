import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import type { Result } from '../output/result.ts';
import { storedJson } from '../snapshots/keep.ts';
import { snapshotJson } from '../summary/snapshot-json.ts';
import { counted } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';
import type { Read } from './account.ts';
import { elapsedLine, readLines, shortLines } from './lines.ts';
import type { Target } from './targets.ts';

/** What became of all accounts. */
export interface Outcome {
  read: readonly Read[];
  /** Accounts that an earlier run had finished. */
  done: readonly Target[];
  failed: readonly { target: Target; error: unknown }[];
  elapsed: number;
}

/** @throws DossierError when nothing was read: the one account's own error */
export function resultOf(outcome: Outcome, session: Session): Result {
  const { read, done, failed, elapsed } = outcome;
  const count = read.length + done.length + failed.length;
  const [first] = failed;
  if (first && count === 1) throw first.error;
  const look = { ...session, paint: session.notePaint };
  const lines = read.map((one) => (count === 1 ? readLines(one, look) : shortLines(one, look)));
  const kept = done.map(({ label, output }) => `Account ${label}: was finished before, ${output ?? ''}`);
  const [only] = read;
  const error = first && failedError(failed, count);
  return {
    exitCode: first ? 2 : 0,
    json: count === 1 && only ? readJson(only) : severalJson(outcome),
    notes: [...lines.flatMap((block) => [...block, ...(count === 1 ? [] : [''])]), ...kept, elapsedLine(elapsed)],
    ...(error ? { error } : {}),
  };
}

function readJson({ target, collected, stored }: Read): Record<string, unknown> {
  const { snapshot, calls, attempts } = collected;
  return { ...snapshotJson(snapshot), calls, attempts, written: target.output === undefined ? [] : [target.output], ...storedJson(stored) };
}

function severalJson({ read, done, failed }: Outcome): Record<string, unknown> {
  return {
    accounts: [
      ...read.map(readJson),
      ...done.map(({ account, output }) => ({ account, written: [output], finished: 'before' })),
      ...failed.map(({ target: { label }, error }) => ({ account: label, written: [], error: errorOf(error) })),
    ],
    written: [...read.map(({ target }) => target), ...done].flatMap(({ output }) => output ?? []),
  };
}

function errorOf(error: unknown): Record<string, unknown> {
  const message = error instanceof Error ? error.message : String(error);
  return isDossierError(error) ? { code: error.code, message, hint: error.hint } : { code: 'internal', message };
}

/** One error for all accounts that could not be read; each with its own words. */
function failedError(failed: Outcome['failed'], count: number): DossierError {
  const known = failed.find(({ error }) => isDossierError(error))?.error as DossierError | undefined;
  const same = failed.every(({ error }) => isDossierError(error) && error.hint === known?.hint);
  return new DossierError(known?.code ?? 'internal', `${failed.length} of ${counted(count, 'account')} could not be read`, {
    problems: failed.map(({ target, error }) => ({ path: target.label, message: String(errorOf(error)['message']) })),
    hint: same && known ? known.hint : 'The others were written. Mend what is told above, and collect those accounts again.',
    cause: failed[0]?.error,
  });
}
