import type { Application } from '@iam-dossier/core/application';
import { periodOf } from '@iam-dossier/core/time';
import { releases } from './releases.data.ts';

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const monthAndYear = /([a-z]+)\s+(\d{4})|(\d{4})-(\d{2})/i;

/** The last day on which the checklist release is taken: declared, else of a release we know; `null` when neither tells. */
export function usableUntil({ release, usableUntil: declared }: Application['checklist']): string | null {
  if (declared !== undefined) return declared;
  const known = releases.find(({ from }) => from === firstMonth(release));
  return known === undefined ? null : periodOf(`${known.usableTo}-01`, 'month').last;
}

/** `February 2026 – August 2026` and `2026-02` give `2026-02`. */
function firstMonth(release: string): string | undefined {
  const [, word = '', year, isoYear, isoMonth] = monthAndYear.exec(release) ?? [];
  if (isoYear !== undefined) return `${isoYear}-${isoMonth}`;
  const month = months.findIndex((name) => word.length >= 3 && name.startsWith(word.toLowerCase()));
  return year === undefined || month < 0 ? undefined : `${year}-${String(month + 1).padStart(2, '0')}`;
}
