import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Assessment } from '@iam-dossier/core/assessment';
import { translateAssessment } from '@iam-dossier/evaluator';
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

function wordsOf(locale: string): Record<string, string> {
  const path = createRequire(import.meta.url).resolve(`@iam-dossier/evaluator/locales/${locale}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}
