import { fillSentence, type SentenceData } from '@iam-dossier/core/text';

/** Values for the names in a sentence. */
export type WordsData = SentenceData;

const thousands = /\B(?=(\d{3})+(?!\d))/g;

/** A sentence filled, its numbers written as the language does. */
export function fill(sentence: string, data: WordsData, separator: string): string {
  return fillSentence(sentence, data, { write: (value) => (typeof value === 'number' ? writeNumber(value, separator) : String(value)) });
}

/** Whole numbers with their thousands set apart. */
export function writeNumber(value: number, separator: string): string {
  return String(value).replace(thousands, separator);
}
