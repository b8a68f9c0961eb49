type Value = string | number | boolean | null;
/** Values for the names in a sentence: numbers, names and ids of words, never words. */
export type SentenceData = Readonly<Record<string, Value | readonly Value[]>>;

export interface SentenceOptions {
  /** How a value is written; default as JavaScript does. */
  write?: (value: Value) => string;
  /** The words of an id in a group, for `{name#group}`. */
  wordsOf?: (group: string, id: string) => string;
}

const HOLE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*)|#([\w-]+))?\}/g;

/**
 * Fills a sentence: `{name}` gives a value, several set apart by commas; `{name|user has|users have}` the first words when the
 * value is 1, else the others; `{name#group}` for each value the words of that id.
 * @throws Error when the data lack a name, or words: a wrong sentence is worse than none
 */
export function fillSentence(sentence: string, data: SentenceData, { write = String, wordsOf }: SentenceOptions = {}): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(HOLE, (_, name: string, one?: string, other?: string, group?: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`"${name}" is not in the data of: ${sentence}`);
    if (one !== undefined) return value === 1 ? one : (other ?? '');
    const values = isList(value) ? value : [value];
    if (group === undefined) return values.map(write).join(', ');
    if (!wordsOf) throw new Error(`there are no words in groups for: ${sentence}`);
    return values.map((id) => wordsOf(group, String(id))).join(', ');
  });
}

function isList(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}
