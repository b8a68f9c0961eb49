import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { accountsAsked, listSnapshots, readResolved, resolveAmong, type ResolvedSnapshot, type StoreListing } from '@iam-dossier/core/store';
import { usageError } from '../flags/usage.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Session } from '../terminal/session.ts';

/** A snapshot taken from a store. */
export type Chosen = ResolvedSnapshot;

interface Wish {
  command: string;
  store: string;
  words: string;
  account: string | undefined;
  engagement: Engagement | undefined;
  session: Session;
}

/** The snapshots that words stand for, one of each account asked for. */
export async function chooseStored({
  command,
  store,
  words,
  account,
  engagement,
  session,
}: Wish): Promise<{ snapshots: Snapshot[]; chosen: Chosen[] }> {
  const listing = await listSnapshots(store);
  const named = readAccounts(command, account);
  const declared = engagement?.accounts.map(({ id }) => id) ?? [];
  const asked = named.length > 0 ? named : declared;
  const held = accountsHeld(listing, asked);
  for (const id of asked.filter((one) => !held.includes(one))) {
    if (named.length > 0) throw new DossierError('snapshot-not-found', `${store} holds no snapshot of account ${id}`);
    session.announce(`${store} holds no snapshot of account ${id} of the engagement`);
  }
  const chosen: Chosen[] = [];
  const snapshots: Snapshot[] = [];
  for (const id of held) {
    const found = await resolveAmong(listing, id, words, { now: session.today() });
    chosen.push(found);
    snapshots.push(await readResolved(found));
  }
  return { snapshots, chosen };
}

/** Ids with commas between. */
export function readAccounts(command: string, text: string | undefined): string[] {
  const ids = (text ?? '').split(',').map((id) => id.trim());
  const wrong = ids.find((id) => !/^\d{12}$/.test(id));
  if (text === undefined) return [];
  if (wrong !== undefined) throw usageError(command, `--account is an id of 12 digits, or several with commas between, not ${JSON.stringify(wrong)}`);
  return ids;
}

/** Which accounts a store holds of those asked for, or the only one. */
export function accountsHeld(listing: StoreListing, asked: readonly string[]): string[] {
  try {
    return accountsAsked(listing, asked);
  } catch (error) {
    if (!isDossierError(error) || error.code !== 'snapshot-ambiguous') throw error;
    throw new DossierError(error.code, error.message, { cause: error, hint: 'Say which with --account, or give the engagement.' });
  }
}

/** What was chosen, and why: an older one than was asked for must not go unseen. */
export function chosenLines(chosen: readonly Chosen[], paint: Paint): string[] {
  return chosen.map((one) => {
    const why = paint[one.exact ? 'plain' : 'yellow'](one.why);
    return `Account ${paint.plain(one.account)}${timeText(one, paint)}: ${why}  ${paint.dim(one.path)}`;
  });
}

function timeText({ collectedAt }: Chosen, paint: Paint): string {
  if (collectedAt === undefined) return '';
  return collectedAt === null ? ` ${paint.yellow('at an unknown time')}` : ` as of ${paint.bold(collectedAt)}`;
}

export function chosenJson(chosen: readonly Chosen[]): Record<string, unknown> {
  return chosen.length === 0 ? {} : { chosen: chosen.map(({ outside: _, ...one }) => one) };
}
