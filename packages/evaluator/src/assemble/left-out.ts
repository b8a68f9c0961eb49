import type { Assessment, Message } from '@iam-dossier/core/assessment';
import { canonicalJson } from '@iam-dossier/core/json';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { IndexedSubject } from '../facts/context.ts';
import { exclusionOf } from '../facts/party.ts';
import { say } from '../words/format.ts';
import { scopeWords } from '../words/scope.ts';

/** Why a principal is not in scope. */
export function reasonLeftOut(subject: IndexedSubject, engagement: Engagement | undefined): Message {
  if (subject.party === 'customer' || subject.party === 'thirdParty' || subject.party === 'aws') return say(scopeWords, `party-${subject.party}`);
  const exclusion = exclusionOf(subject.arn, engagement);
  return say(scopeWords, 'excluded', { author: exclusion?.author ?? '', date: exclusion?.date ?? '', reason: exclusion?.reason ?? '' });
}

/** How many principals are in scope, and how many are not for which reason. */
export function scopeOf(subjects: readonly IndexedSubject[], engagement: Engagement | undefined): Assessment['scope'] {
  const principals = subjects.filter((subject) => subject.type === 'user' || subject.type === 'role');
  const counts = new Map<string, { reason: Message; count: number }>();
  for (const subject of principals.filter((entry) => !entry.inScope)) {
    const reason = reasonLeftOut(subject, engagement);
    const key = canonicalJson(reason);
    counts.set(key, { reason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const leftOut = [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return { inScope: principals.filter((subject) => subject.inScope).length, leftOut };
}
