import { readResolved, resolveAmong } from '@iam-dossier/core/store';
import { usageError } from '../flags/usage.ts';
import type { Result } from '../output/result.ts';
import { snapshotJson } from '../summary/snapshot-json.ts';
import { snapshotLines } from '../summary/snapshot.ts';
import type { Session } from '../terminal/session.ts';
import { accountsHeld, chosenJson, chosenLines } from './choose.ts';
import { listAsked, type StoreArgs } from './store-args.ts';

/** The summary that `import` prints, of a stored snapshot. */
export async function show(args: StoreArgs, words: readonly string[], session: Session): Promise<Result> {
  session.progress.step('Reading the store');
  const listing = await listAsked(args);
  const [account = '', ...more] = accountsHeld(listing, args.account === undefined ? [] : listing.accounts);
  if (more.length > 0) throw usageError('snapshots', 'show takes one account');
  const found = await resolveAmong(listing, account, words.length === 0 ? 'latest' : words.join(' '), { now: session.today() });
  session.progress.step('Reading the snapshot');
  const snapshot = await readResolved(found);
  return {
    exitCode: 0,
    json: { ...chosenJson([found]), ...snapshotJson(snapshot) },
    lines: [...chosenLines([found], session.paint), '', ...snapshotLines(snapshot, session)],
  };
}
