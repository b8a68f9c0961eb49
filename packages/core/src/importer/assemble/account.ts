import { DossierError, type Problem } from '../../errors/index.ts';
import { calendarDaysBetween } from '../../time/age.ts';
import { parseIsoTime } from '../../time/iso.ts';
import type { Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import type { ImportOptions } from '../source.ts';

/** The one account all files speak of. @throws DossierError `accounts-mixed` or `input-invalid` */
export function accountOf(draft: Draft): { id: string; partition: string } {
  const ids = [...draft.accounts.keys()].sort();
  const asked = askedAccount(draft, ids);
  if (asked !== undefined) return asked;
  if (ids.length > 1)
    throw new DossierError('accounts-mixed', `the files are of ${ids.length} accounts: ${ids.join(', ')}`, { problems: mixed(draft, ids) });
  const [id] = ids;
  if (id === undefined && draft.from === 'calls') throw new DossierError('input-invalid', 'no answer says which account this is');
  if (id === undefined) {
    throw new DossierError('input-invalid', 'no file says which account this is', {
      hint: 'Add the output of "aws sts get-caller-identity", or of another call that names the account.',
    });
  }
  const partitions = [...draft.partitions].sort();
  if (partitions.length > 1) throw new DossierError('accounts-mixed', `the files are of ${partitions.length} partitions: ${partitions.join(', ')}`);
  return { id, partition: partitions[0] ?? 'aws' };
}

/** Whoever makes the calls is told by AWS which account answers; ARNs of others are told, and change nothing of that. */
function askedAccount(draft: Draft, ids: readonly string[]): { id: string; partition: string } | undefined {
  const { account: id, arn } = draft.parts.callerIdentity.entries.get(ONLY)?.value ?? {};
  if (draft.from === 'files' || typeof id !== 'string') return undefined;
  const others = ids.filter((other) => other !== id);
  if (others.length > 0) draft.note('warning', 'other-account', `answers hold ARNs of account ${others.join(', ')}`, '');
  return { id, partition: /^arn:(aws(?:-[a-z0-9-]+)?):/.exec(String(arn))?.[1] ?? 'aws' };
}

function mixed(draft: Draft, ids: string[]): Problem[] {
  return ids.flatMap((id) => [...(draft.accounts.get(id) ?? [])].sort().map((file) => ({ file, message: `speaks of account ${id}` })));
}

/** When the account was read: what an export says of itself, else what the person says, else unknown. */
export function collectedAt(draft: Draft, options: ImportOptions): string | null {
  const given = options.collectedAt === undefined ? null : parseIsoTime(options.collectedAt);
  if (options.collectedAt !== undefined && given === null) {
    throw new DossierError('usage', `${JSON.stringify(options.collectedAt)} is not a UTC time such as 2026-10-01T09:30:00Z`);
  }
  const times = draft.collectedAt.map((entry) => entry.time).sort();
  const [first] = times;
  const last = times.at(-1);
  if (first !== undefined && last !== undefined && first !== last) {
    draft.note('warning', 'times-differ', `the exports say different times, ${first} to ${last}; the earliest is taken`, '');
  }
  if (first !== undefined && given !== null && first !== given) {
    draft.note('warning', 'times-differ', `the export says ${first}; that stands against the given ${given}`, '');
  }
  const time = first ?? given;
  warnOfOldReport(draft, time);
  return time;
}

function warnOfOldReport(draft: Draft, time: string | null): void {
  const generated = draft.parts.credentialReport.time;
  if (time === null || generated === undefined) return;
  const days = Math.abs(calendarDaysBetween(generated, time));
  if (days > 1) draft.note('warning', 'report-apart', `the credential report was generated at ${generated}, ${days} days away from the rest`, '');
}
