import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Assessment, Message } from '@iam-dossier/core/assessment';
import { translateAssessment, translateMessages } from '@iam-dossier/evaluator';
import { counted } from '../terminal/counted.ts';

export interface LocaleFlag {
  locale?: string;
}

export interface InLanguage {
  /** For the documents; the one that is kept in a file stays English. */
  assessment: Assessment;
  notes: string[];
}

/** The assessment in the language of the documents. */
export function inLanguage(assessment: Assessment, { locale = 'en' }: LocaleFlag): InLanguage {
  if (locale === 'en') return { assessment, notes: [] };
  const { assessment: translated, left } = translateAssessment(assessment, locale, wordsOf(locale));
  const note = `${counted(left, 'sentence')} of the assessment stay English: another version of iam-dossier wrote them. Evaluate again.`;
  return { assessment: translated, notes: left === 0 ? [] : [note] };
}

/** Messages about an application in the language of the documents. */
export function messagesInLanguage(messages: readonly Message[], { locale = 'en' }: LocaleFlag): Message[] {
  return locale === 'en' ? [...messages] : translateMessages(messages, wordsOf(locale));
}

function wordsOf(locale: string): Record<string, string> {
  const path = createRequire(import.meta.url).resolve(`@iam-dossier/evaluator/locales/${locale}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}
