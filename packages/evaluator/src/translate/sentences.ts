import type { Message } from '@iam-dossier/core/assessment';
import { fillSentence } from '@iam-dossier/core/text';
import type { Words } from '../words/format.ts';

/** Says in another language what was said in English. */
export interface Interpreter {
  /** A message, whose words stand at the first of these places (`<place>/<id>`) that says the same in English. */
  message(message: Message, places: readonly string[]): Message;
  /** A text without values, by its key. */
  text(english: string, key: string): string;
  /** A text with values, by its keys: the first that says the same in English. */
  filled(english: string, keys: readonly string[], data: Message['data']): string;
  /** Texts that this version's words do not say, so that they stayed as they were. */
  left(): number;
}

/**
 * A sentence is put into another language only where English words of this version, filled with its values, say exactly what
 * stands there: an assessment of another version, or one changed by hand, is never given a meaning it had not.
 */
export function openInterpreter(english: Words, words: Words): Interpreter {
  const said = new Map<string, string>();
  let left = 0;
  const filled = (text: string, keys: readonly string[], data: Message['data']): string => {
    const key = keys.find((candidate) => fill(english, candidate, data) === text);
    const translated = key === undefined ? undefined : fill(words, key, withTexts(data, said));
    if (translated === undefined) left += 1;
    else said.set(text, translated);
    return translated ?? text;
  };
  return {
    filled,
    message: (message, places) => ({
      ...message,
      text: filled(
        message.text,
        places.map((place) => `${place}/${message.id}`),
        message.data,
      ),
    }),
    text: (text, key) => filled(text, [key], {}),
    left: () => left,
  };
}

/** `undefined` where the words lack the key, or a value that it asks for. */
function fill(words: Words, key: string, data: Message['data']): string | undefined {
  const sentence = wordsAt(words, key);
  if (sentence === undefined) return undefined;
  try {
    return fillSentence(sentence, data, { wordsOf: (group, id) => groupWords(words, key, group, id) });
  } catch {
    return undefined;
  }
}

/** Words of a group stand in the table of the sentence; what names a rule is that rule's title, and a service is its own area. */
function groupWords(words: Words, key: string, group: string, id: string): string {
  const [first = ''] = key.split('/');
  const table = first === 'claim' ? 'claims' : first;
  const found = wordsAt(words, `${table}/${group}/${id}`) ?? ownWords(words, group, id);
  if (found === undefined) throw new Error(`there are no words "${group}/${id}" in ${table}`);
  return found;
}

function ownWords(words: Words, group: string, id: string): string | undefined {
  if (group === 'title') return wordsAt(words, `rule/${id}/title`);
  return group === 'area' ? id : undefined;
}

function wordsAt(words: Words, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** A value may be a sentence that was said before, such as why a policy is not known. */
function withTexts(data: Message['data'], said: ReadonlyMap<string, string>): Message['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' && value.includes(' ') ? (said.get(value) ?? value) : value]),
  );
}
