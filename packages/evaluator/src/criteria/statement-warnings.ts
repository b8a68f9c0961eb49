import type { Message } from '@iam-dossier/core/assessment';
import { statementTopics } from '../words/criteria.ts';
import { say } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run, StatementKey } from './criterion.ts';
import { longTermWords } from './statements.ts';
import { textsOf } from './texts.ts';

/** What is to be known of the words of engagement and partner. */
export function statementWarnings(run: Run, confirmed: string): Message[] {
  return [...deniedWords(run), ...purposeWords(run), ...describedWarnings(run), ...releaseWarning(run, confirmed)];
}

function deniedWords({ engagement }: Run): Message[] {
  return (Object.keys(statementTopics) as StatementKey[]).flatMap((topic) => {
    const statement = engagement?.accessModel?.[topic];
    const found = statement ? textsOf(statement.text).flatMap((text) => longTermWords(text) ?? []) : [];
    // Words that are not denied are a blocker already.
    return found.length > 0 && found.every((entry) => entry.denied)
      ? [say(readinessWords, 'words-long-term', { topic, words: found[0]?.words ?? '' })]
      : [];
  });
}

/** Purposes are printed beside the principals. */
function purposeWords({ engagement }: Run): Message[] {
  return (engagement?.principals ?? []).flatMap(({ arn, purpose }) => {
    const found =
      purpose === undefined
        ? undefined
        : textsOf(purpose)
            .map(longTermWords)
            .find((words) => words !== undefined);
    return found ? [say(readinessWords, 'purpose-words', { arn, words: found.words })] : [];
  });
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
