import type { Message } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import type { Text } from '@iam-dossier/core/text';
import { coverText } from '../fonts/index.ts';
import { readText, type Block } from '../markdown/index.ts';
import type { Mask } from '../mask/index.ts';
import type { Words, WordsData } from '../words/index.ts';

/** Writes the texts of one document: words of its own, and texts from data, masked and in letters our fonts have. */
export interface Scribe {
  words: Words;
  /** Words of the document, by their key in its file. */
  say(key: string, data?: WordsData): string;
  /** A text from data. */
  text(value: string): string;
  message(message: Message): string;
  /** A text somebody declared, in one line. */
  declared(text: Text): string;
  /** A text somebody declared, in Markdown. `where` names its place in the file. */
  blocks(text: Text, where: string): Block[];
  /** Code points written as `[U+XXXX]` so far, in order. */
  uncovered(): string[];
}

export function openScribe(file: string, words: Words, mask: Mask): Scribe {
  const uncovered = new Set<string>();
  const text = (value: string) => {
    const covered = coverText(mask(value));
    for (const { codePoint } of covered.uncovered) uncovered.add(codePoint);
    return covered.text;
  };
  return {
    words,
    text,
    say: (key, data) => words.say(`${file}.${key}`, data),
    message: (message) => text(words.message(message)),
    declared: (declared) => text(words.text(declared)),
    blocks: (declared, where) => readText(declared, words, where, text),
    uncovered: () => [...uncovered].sort(compareText),
  };
}
