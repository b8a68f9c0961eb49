import type { Message } from '@iam-dossier/core/assessment';

type Scalar = string | number | boolean | null;
/** Values of a sentence: numbers, names and ids of words, never words. */
export type Data = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** Sentences by id. */
export type Words = Readonly<Record<string, string>>;

const HOLE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*)|#([\w-]+))?\}/g;

/**
 * Fills a sentence: `{name}` gives a value; `{name|user has|users have}` the first words when the value is 1, else the
 * others; `{name#group}` the words `group/<value>` of the same table, for each value.
 * @throws Error when the data lacks a name, or the table an id: a wrong sentence is worse than none
 */
export function format(sentence: string, data: Data, words: Words = {}): string {
  return sentence.replace(HOLE, (_, name: string, one?: string, other?: string, group?: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`"${name}" is not in the data of: ${sentence}`);
    if (one !== undefined) return value === 1 ? one : (other ?? '');
    const values: readonly Scalar[] = isList(value) ? value : [value];
    return values.map((entry) => (group === undefined ? String(entry) : wordsFor(`${group}/${entry}`, words))).join(', ');
  });
}

/** A message of a table, with its English text. */
export function say<W extends Words>(words: W, id: keyof W & string, data: Data = {}): Message {
  const copied = Object.entries(data).map(([name, value]) => [name, isList(value) ? [...value] : value]);
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

function isList(value: Data[string]): value is readonly Scalar[] {
  return Array.isArray(value);
}
