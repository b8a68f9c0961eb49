import type { Engagement } from '@iam-dossier/core/engagement';
import { readDate } from '../flags/values.ts';
import type { Session } from '../terminal/session.ts';

/** The date of the documents, and where it comes from. */
export interface IssuedAt {
  date: string;
  from: 'flag' | 'engagement' | 'today' | 'adopted';
}

export function issuedAtOf(command: string, flag: string | undefined, engagement: Engagement | undefined, session: Session): IssuedAt {
  const given = readDate(command, 'issued-at', flag);
  if (given !== undefined) return { date: given, from: 'flag' };
  if (engagement) return { date: engagement.document.date, from: 'engagement' };
  return { date: session.today(), from: 'today' };
}

/** Said with every result: the date decides what has expired. */
export function issuedAtText({ date, from }: IssuedAt): string {
  const source = {
    flag: '--issued-at',
    engagement: "the engagement's document.date",
    today: 'today in UTC; set it with --issued-at',
    adopted: "the partner's sop.adopted.date",
  }[from];
  return `Documents dated ${date} (${source})`;
}
