import { credentialsIn } from './credentials.ts';
import { hints, isEmpty, isHedge, isMoved, isPlaceholder, isShared, isSingleUser, pointsElsewhere, saysNotApplicable } from './matchers.ts';
import type { Family, Language } from './patterns.data.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** Words in a text that a reviewer rejects, with the sentence and its line. */
export interface RejectedWords {
  family: Family;
  words: string;
  text: string;
  line: number;
  /** Language of the words; `undefined` where they belong to none. */
  language?: Language;
}

/** Words to be known that stop nothing: `denied` speaks of long-term or shared credentials, though it denies them. */
export interface NotedWords {
  kind: 'denied' | 'hedge' | 'singleUser';
  words: string;
}

export interface Reading {
  rejected: RejectedWords[];
  noted: NotedWords[];
}

const MOST_CHARACTERS = 240;

/** Reads one text, in whatever of the three languages it is. `names`: only what was left to be filled in is looked for. */
export function readText(text: string, kind: 'text' | 'name' = 'text'): Reading {
  const sentences = sentencesOf(text);
  const placeholders = sentences.flatMap((sentence) => found('placeholder', isPlaceholder, sentence));
  if (kind === 'name') return { rejected: once(placeholders), noted: [] };
  if (text.length < MOST_CHARACTERS && isEmpty.test(text))
    return { rejected: once([...placeholders, ...(placeholders.length > 0 ? [] : [emptyText(text)])]), noted: [] };
  const rejected = sentences.flatMap((sentence) => [
    ...credentialsIn(sentence)
      .filter(({ verdict }) => verdict === 'permitted')
      .map(({ family, words, language }) => ({ family, words, language, ...place(sentence) })),
    ...found('nothing', saysNotApplicable, sentence),
    ...(hints.same.test(sentence.text) ? found('same', pointsElsewhere, sentence) : []),
    ...(!hints.customer.test(sentence.text) || isShared.test(sentence.text) ? [] : found('customer', isMoved, sentence)),
  ]);
  return { rejected: once([...rejected, ...placeholders]), noted: sentences.flatMap(notedIn) };
}

function notedIn(sentence: Sentence): NotedWords[] {
  const hedge = isHedge.exec(sentence.text)?.[0];
  const single = isSingleUser.exec(sentence.text)?.[0];
  return [
    ...credentialsIn(sentence)
      .filter(({ verdict }) => verdict !== 'permitted')
      .map(({ words }) => ({ kind: 'denied' as const, words })),
    ...(hedge === undefined ? [] : [{ kind: 'hedge' as const, words: hedge.toLowerCase() }]),
    ...(single === undefined ? [] : [{ kind: 'singleUser' as const, words: single.toLowerCase() }]),
  ];
}

function found(family: Family, matcher: RegExp, sentence: Sentence): RejectedWords[] {
  const words = matcher.exec(sentence.text)?.[0];
  return words === undefined ? [] : [{ family, words: clipped(words.trim()), ...place(sentence) }];
}

function emptyText(text: string): RejectedWords {
  return { family: 'nothing', words: clipped(text.trim()), text: clipped(text.trim()), line: 1 };
}

function place({ shown, line }: Sentence): Pick<RejectedWords, 'text' | 'line'> {
  return { text: clipped(shown), line };
}

function clipped(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** One of each family for a line. */
function once(list: readonly RejectedWords[]): RejectedWords[] {
  const seen = new Map<string, RejectedWords>();
  for (const entry of list) {
    const key = `${entry.line} ${entry.family}`;
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()].sort((a, b) => a.line - b.line);
}
