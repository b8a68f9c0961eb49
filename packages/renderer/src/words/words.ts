import type { Message } from '@iam-dossier/core/assessment';
import { DossierError } from '@iam-dossier/core/errors';
import { textFor, type Text } from '@iam-dossier/core/text';
import { listTemplateFiles, readTemplateFile } from '../html/template-files.ts';
import { fill, writeNumber, type WordsData } from './fill.ts';

/** The words of one language. */
export interface Words {
  locale: string;
  /** The sentence of an id, e.g. `sop.purpose.title`: key `purpose.title` of `locales/<locale>/sop.json`. */
  say(id: string, data?: WordsData): string;
  has(id: string): boolean;
  /** A sentence of the assessment. */
  message(message: Message): string;
  /** A human text in this language; in another that it has, with a mark such as `[en]` before it. */
  text(text: Text): string;
  /** The same, with the mark apart; empty where none is needed. */
  marked(text: Text): { text: string; mark: string };
  number(value: number): string;
}

/** @throws DossierError `usage` for a language without words */
export function openWords(locale: string): Words {
  const sentences = readSentences(locale);
  const separator = sentences.get('common.thousands') ?? '';
  const marked = (given: Text) => {
    const { text, other } = textFor(given, locale);
    return { text, mark: other === undefined ? '' : `[${other}]` };
  };
  return {
    locale,
    say: (id, data = {}) => {
      const sentence = sentences.get(id);
      if (sentence === undefined) throw new DossierError('template-invalid', `there are no words "${id}" in ${locale}`);
      return fill(sentence, data, separator);
    },
    has: (id) => sentences.has(id),
    message: (message) => message.text,
    text: (given) => {
      const { text, mark } = marked(given);
      return mark === '' ? text : `${mark} ${text}`;
    },
    marked,
    number: (value) => writeNumber(value, separator),
  };
}

function readSentences(locale: string): Map<string, string> {
  const locales = listTemplateFiles('locales', '');
  if (!locales.includes(locale)) {
    throw new DossierError('usage', `there are no words for the language ${JSON.stringify(locale)}`, { hint: `Use one of: ${locales.join(', ')}.` });
  }
  const folder = `locales/${locale}`;
  const entries = listTemplateFiles(folder, '.json').flatMap((file) =>
    Object.entries(JSON.parse(readTemplateFile(`${folder}/${file}.json`)) as Record<string, string>).map(
      ([key, text]) => [`${file}.${key}`, text] as const,
    ),
  );
  return new Map(entries);
}
