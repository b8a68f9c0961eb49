import type { Message } from '@iam-dossier/core/assessment';
import { monthsBefore } from '@iam-dossier/core/time';
import { say } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run } from './criterion.ts';
import { MOST_MONTHS } from './work-age.ts';
import type { Wording } from './wording/index.ts';

/** What is to be known of the words of engagement and partner. */
export function statementWarnings(run: Run, confirmed: string): Message[] {
  return [...notedWords(run.wording), ...oldStatements(run), ...describedWarnings(run), ...releaseWarning(run, confirmed)];
}

/** Of each statement or purpose the first of a kind. A procedure may well say what it forbids. */
function notedWords({ noted, rejected }: Wording): Message[] {
  const seen = new Set<string>();
  return noted.flatMap(({ kind, words, at: { file, member, topic } }) => {
    const place = topic ?? member;
    // What is rejected in the same text is told among the blockers.
    const blocked = kind === 'denied' && rejected.some(({ at }) => at.member === member && at.file === file);
    if (seen.has(`${kind} ${place}`) || blocked || file === 'partner') return [];
    seen.add(`${kind} ${place}`);
    return [say(readinessWords, `words-${kind}`, { member, words })];
  });
}

/** A statement of more than 18 months ago is about other work. */
function oldStatements({ engagement, issuedAt }: Run): Message[] {
  const first = monthsBefore(issuedAt, MOST_MONTHS);
  const statements = Object.entries(engagement?.accessModel ?? {});
  const old = statements.filter(([, statement]) => statement !== undefined && statement.date < first);
  return old.map(([topic, statement]) => say(readinessWords, 'statement-old', { topic, date: statement?.date ?? '', months: MOST_MONTHS }));
}

function describedWarnings({ engagement, partner, issuedAt }: Run): Message[] {
  const components = engagement?.workload?.components?.length ?? 0;
  const review = partner?.sop?.reviewDate;
  return [
    ...(engagement && components === 0 ? [say(readinessWords, 'components-none')] : []),
    ...(review !== undefined && review < issuedAt ? [say(readinessWords, 'sop-review', { date: review })] : []),
  ];
}

function releaseWarning({ engagement }: Run, confirmed: string): Message[] {
  const release = engagement?.checklist?.release;
  return release === undefined || release === confirmed ? [] : [say(readinessWords, 'designation-release', { release, confirmed })];
}
