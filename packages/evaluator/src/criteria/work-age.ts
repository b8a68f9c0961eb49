import { monthsBefore } from '@iam-dossier/core/time';
import { problem, type Problem, type Run } from './criterion.ts';

/** AWS takes customer examples of the last months only. */
export const MOST_MONTHS = 18;

/** Work too old to be submitted: snapshots, and a document, older than that on the day of issue. */
export function oldWork({ accounts, engagement, issuedAt }: Run): Problem[] {
  const first = monthsBefore(issuedAt, MOST_MONTHS);
  const old = accounts.flatMap(({ context: { snapshot } }) =>
    snapshot.collectedAt !== null && snapshot.collectedAt.slice(0, 10) < first
      ? [{ account: snapshot.account.id, date: snapshot.collectedAt.slice(0, 10) }]
      : [],
  );
  const date = engagement?.document.date;
  return [
    ...old.map((data) => problem('rejected', 'work-old-snapshot', { ...data, issuedAt, months: MOST_MONTHS })),
    ...(date !== undefined && date < first ? [problem('rejected', 'work-old-document', { date, issuedAt, months: MOST_MONTHS })] : []),
  ];
}
