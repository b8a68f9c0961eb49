import type { Message } from '@iam-dossier/core/assessment';
import { fillSentence, type SentenceData } from '@iam-dossier/core/text';

/** Values of a sentence: numbers, names and ids of words, never words. */
export type Data = SentenceData;

/** Sentences by id. */
export type Words = Readonly<Record<string, string>>;

/** A sentence filled; `{name#group}` gives the words `group/<value>` of the same table. */
export function format(sentence: string, data: Data, words: Words = {}): string {
  return fillSentence(sentence, data, { wordsOf: (group, id) => wordsFor(`${group}/${id}`, words) });
}

/** A message of a table, with its English text. */
export function say<W extends Words>(words: W, id: keyof W & string, data: Data = {}): Message {
  const copied = Object.entries(data).map(([name, value]) => [name, typeof value === 'object' && value !== null ? [...value] : value]);
  return { id, data: Object.fromEntries(copied) as Message['data'], text: format(wordsFor(id, words), data, words) };
}

/** A table whose ids stand in a group, for `{name#group}`. */
export function grouped<Group extends string, Id extends string>(
  group: Group,
  words: Readonly<Record<Id, string>>,
): Record<`${Group}/${Id}`, string> {
  return Object.fromEntries(Object.entries<string>(words).map(([id, text]) => [`${group}/${id}`, text])) as Record<`${Group}/${Id}`, string>;
}

function wordsFor(id: string, words: Words): string {
  const text = Object.hasOwn(words, id) ? words[id] : undefined;
  if (text === undefined) throw new Error(`there are no words "${id}"`);
  return text;
}
