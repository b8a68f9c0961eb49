import { isIsoDate, parseIsoTime } from '@iam-dossier/core/time';
import { nearest } from './suggest.ts';
import { usageError } from './usage.ts';

/** @throws DossierError `usage` */
export function readDate(command: string, flag: string, text: string | undefined): string | undefined {
  if (text === undefined || isIsoDate(text)) return text;
  throw usageError(command, `--${flag} is a date such as 2026-10-06, not ${JSON.stringify(text)}`);
}

/** @throws DossierError `usage` */
export function readTime(command: string, flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = parseIsoTime(isIsoDate(text) ? '' : text);
  if (time !== null) return time;
  const example = isIsoDate(text) ? `${text}T00:00:00Z` : '2026-10-05T14:20:00Z';
  throw usageError(command, `--${flag} is a UTC time such as ${example}, not ${JSON.stringify(text)}`);
}

export const formats = ['html', 'pdf', 'md', 'txt'] as const;
export type Format = (typeof formats)[number];

/** @throws DossierError `usage` */
export function readFormats(command: string, text: string): ReadonlySet<Format> {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return new Set(words.map((word) => formats.find((known) => known === word) ?? unknownFormat(command, word)));
}

function unknownFormat(command: string, word: string): never {
  const near = nearest(word, formats);
  throw usageError(
    command,
    `--format knows html, pdf, md and txt, not ${JSON.stringify(word)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

/** @throws DossierError `usage` */
export function readCount(command: string, flag: string, text: string, most: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw usageError(command, `--${flag} is a number from 1 to ${most}, not ${JSON.stringify(text)}`);
}
