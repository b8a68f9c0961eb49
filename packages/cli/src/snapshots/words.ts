import type { DescribedFile, StoredFile } from '@iam-dossier/core/store';
import { counted, grouped } from '../terminal/counted.ts';
import type { Paint } from '../terminal/paint.ts';

/** `1.2 MB`, rounded up, so that nothing has no size. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${grouped(Math.floor(bytes / 1_000_000))}.${Math.floor((bytes % 1_000_000) / 100_000)} MB`;
}

export function timeText({ collectedAt }: Pick<StoredFile, 'collectedAt'>, paint: Paint): string {
  return collectedAt === null ? paint.yellow('time unknown') : paint.bold(collectedAt);
}

/** What is in a stored snapshot, in one cell. */
export function contentText({ summary, problem }: DescribedFile, paint: Paint): string {
  if (!summary) return paint.red(problem?.message ?? 'it could not be read');
  const { users, groups, roles, managedPolicies } = summary.counts;
  const { partial, denied, failed } = summary.parts;
  const counts = [counted(users, 'user'), counted(groups, 'group'), counted(roles, 'role'), counted(managedPolicies, 'policy', 'policies')].join(
    ', ',
  );
  const gaps = [
    ...(partial > 0 ? [`${partial} partial`] : []),
    ...(denied > 0 ? [`${denied} denied`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
  return gaps === '' ? counts : `${counts}; parts: ${paint.yellow(gaps)}`;
}
