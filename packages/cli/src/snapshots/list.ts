import { describeSnapshots, type DescribedFile, type StoreListing } from '@iam-dossier/core/store';
import type { Result } from '../output/result.ts';
import { counted } from '../terminal/counted.ts';
import { errorJson } from '../terminal/error.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';
import { listAsked, type StoreArgs } from './store-args.ts';
import { contentText, sizeText, timeText } from './words.ts';

const MOST_OTHERS = 15;

export async function list(args: StoreArgs, _: readonly string[], session: Session): Promise<Result> {
  session.progress.step('Reading the store');
  const listing = await listAsked(args);
  const files = await describeSnapshots(listing.files, { onRead: (file) => session.progress.step(`Reading ${file.name}`) });
  return { exitCode: 0, json: listJson(listing, files), lines: listLines(listing, files, session), notes: otherLines(listing, session) };
}

function listJson({ store, accounts, others }: StoreListing, files: readonly DescribedFile[]): Record<string, unknown> {
  const snapshots = (account: string) => files.filter((file) => file.account === account).map(fileJson);
  return { store, accounts: accounts.map((account) => ({ account, snapshots: snapshots(account) })), others };
}

function fileJson({ path, twin, collectedAt, digest, bytes, gzip, summary, problem }: DescribedFile): Record<string, unknown> {
  return {
    path,
    ...(twin === undefined ? {} : { twin }),
    collectedAt,
    digest,
    bytes,
    gzip,
    ...summary,
    ...(problem ? { problem: errorJson(problem) } : {}),
  };
}

function listLines({ store, accounts }: StoreListing, files: readonly DescribedFile[], { paint, columns }: Session): string[] {
  if (files.length === 0) return [`${paint.plain(store)} holds no snapshot. import --store writes there.`];
  return accounts.flatMap((account, index) => {
    const own = files.filter((file) => file.account === account);
    const rows = own.map((file) => [timeText(file, paint), file.digest.slice(0, 8), sizeText(file.bytes), contentText(file, paint)]);
    return [...(index > 0 ? [''] : []), `${paint.bold(`Account ${account}`)}  ${counted(own.length, 'snapshot')}`, ...tableLines(rows, { columns })];
  });
}

/** What lies there beside snapshots: something may be hidden behind it. */
export function otherLines({ others }: StoreListing, { notePaint: paint, verbose }: Session): string[] {
  const shown = others.slice(0, verbose ? undefined : MOST_OTHERS);
  if (shown.length === 0) return [];
  const rest = others.length - shown.length;
  return [
    paint.bold('Not read'),
    ...shown.map(({ path, reason }) => `  ${paint.plain(path)}: ${reason}`),
    ...(rest > 0 ? [`  … and ${rest} more; --verbose lists all`] : []),
  ];
}
