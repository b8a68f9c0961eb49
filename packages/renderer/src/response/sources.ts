import type { Assessment } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import type { Words } from '../words/index.ts';
import { mostNameWords, type Sheet } from './sheet.ts';
import { firstWords } from './words-within.ts';

const mostSources = 3;

/** Who stands for the words, and which snapshots for the facts. */
export function sourcesOf({ input: { assessment }, words, data }: Sheet): string[] {
  const supported = assessment.criteria.filter((criterion) => criterion.outcome === 'pass');
  const people = supported
    .flatMap((criterion) => criterion.statements)
    .map(({ author, date }) => words.say('response.sources.person', { author: firstWords(data(author), mostNameWords), date }));
  const named = short([...new Set(people)], words);
  const measuredIn = short(
    assessment.snapshots.map((snapshot) => snapshotWords({ ...snapshot, id: data(snapshot.id) }, words)),
    words,
  );
  return [
    [
      ...(named.length === 0 ? [] : [words.say('response.sources.declared', { people: named })]),
      words.say('response.sources.measured', { count: assessment.snapshots.length, snapshots: measuredIn.join('; ') }),
    ].join(' '),
  ];
}

function short(list: readonly string[], words: Words): string[] {
  const { shown, left } = take(list, mostSources);
  return left === 0 ? [...shown] : [...shown, words.say('response.sources.more', { count: left })];
}

function snapshotWords({ id, collectedAt }: Assessment['snapshots'][number], words: Words): string {
  return collectedAt === null
    ? words.say('response.sources.undated', { id })
    : words.say('response.sources.snapshot', { id, date: collectedAt.slice(0, 10) });
}
