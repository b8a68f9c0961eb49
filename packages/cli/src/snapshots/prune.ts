import { planPrune, pruneSnapshots, type PrunePlan, type PruneReason } from '@iam-dossier/core/store';
import { usageError } from '../flags/usage.ts';
import type { Result } from '../output/result.ts';
import { counted } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';
import { otherLines } from './list.ts';
import { listAsked, type StoreArgs } from './store-args.ts';
import { sizeText, timeText } from './words.ts';

/** Says what is old, and removes it when `--yes` is given. */
export async function prune(args: StoreArgs, _: readonly string[], session: Session): Promise<Result> {
  const rules = rulesOf(args);
  const listing = await listAsked(args);
  const plan = await planPrune(listing, { ...rules, now: session.today() });
  const sure = args.yes === true;
  const removed = sure ? await pruneSnapshots(plan) : [];
  return {
    exitCode: 0,
    json: {
      store: args.store,
      ...(plan.notBefore === undefined ? {} : { notBefore: plan.notBefore }),
      remove: plan.remove.map(({ account, path, collectedAt, bytes }) => ({ account, path, collectedAt, bytes })),
      stay: plan.stay.map(({ file, why }) => ({ account: file.account, path: file.path, collectedAt: file.collectedAt, why })),
      unfinished: plan.unfinished,
      removed,
    },
    lines: planLines(plan, sure, session),
    notes: otherLines({ ...listing, others: listing.others.filter(({ path }) => !plan.unfinished.includes(path)) }, session),
  };
}

function rulesOf({ keep, 'older-than': olderThan }: StoreArgs) {
  if (keep === undefined && olderThan === undefined) throw usageError('snapshots', 'prune needs --keep <number>, --older-than <time>, or both');
  if (keep !== undefined && !/^[1-9]\d{0,8}$/.test(keep))
    throw usageError('snapshots', `--keep is a whole number from 1, not ${JSON.stringify(keep)}: the latest always stays`);
  return { ...(keep === undefined ? {} : { keep: Number(keep) }), ...(olderThan === undefined ? {} : { olderThan }) };
}

const reasons: Readonly<Record<PruneReason, string>> = {
  latest: 'the latest of an account',
  kept: 'kept by --keep',
  young: 'younger than --older-than',
  unknownTime: 'of unknown time',
};

function planLines({ remove, stay, unfinished, notBefore }: PrunePlan, sure: boolean, { paint, columns }: Session): string[] {
  const rows = remove.map((file) => [file.account, timeText(file, paint), sizeText(file.bytes), paint.plain(file.path)]);
  const counts = Object.entries(reasons).map(([why, words]) => [stay.filter((one) => one.why === why).length, words] as const);
  const kept = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const bytes = remove.reduce((sum, file) => sum + file.bytes, 0);
  const verb = sure ? 'Removed' : 'Would remove';
  const what = remove.length === 0 ? 'nothing' : `${counted(remove.length, 'snapshot')}, ${sizeText(bytes)}`;
  return [
    `${paint.bold(`${verb} ${what}`)}${notBefore === undefined ? '' : ` (old: read before ${notBefore})`}`,
    ...tableLines(rows, { columns }),
    ...unfinished.map((path) => `  ${paint.plain(path)}  begun by a run that was stopped`),
    `Stay: ${kept.length === 0 ? 'none' : kept.join(', ')}`,
    ...(sure || remove.length + unfinished.length === 0 ? [] : ['Nothing was removed: add --yes to remove them.']),
  ];
}
