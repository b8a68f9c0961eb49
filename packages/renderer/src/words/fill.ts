/** Values for the names in a sentence. */
export type WordsData = Readonly<Record<string, string | number | readonly (string | number)[]>>;

const hole = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;
const thousands = /\B(?=(\d{3})+(?!\d))/g;

/**
 * Fills a sentence: `{name}` gives a value, `{name|user has|users have}` the first words when the value is 1, else the others.
 * @throws Error when the data lacks a name: a wrong sentence is worse than none
 */
export function fill(sentence: string, data: WordsData, separator: string): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(hole, (_, name: string, one?: string, other?: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`"${name}" is not in the data of: ${sentence}`);
    if (one !== undefined) return value === 1 ? one : (other ?? '');
    if (typeof value === 'number') return writeNumber(value, separator);
    return typeof value === 'string' ? value : value.join(', ');
  });
}

/** Whole numbers with their thousands set apart. */
export function writeNumber(value: number, separator: string): string {
  return String(value).replace(thousands, separator);
}
