import { z } from 'zod';

const localeTag = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a locale such as en or pt-BR');

/** A human text: one string for every language, or one for each locale. */
export const textSchema = z.union([z.string(), z.record(localeTag, z.string())], 'must be a text, or texts by locale such as en or pt-BR');
export type Text = z.infer<typeof textSchema>;

/** The text for a locale; else English; else the first locale in order. `exact` is false when it is not the one asked for. */
export function textFor(text: Text, locale: string): { text: string; exact: boolean } {
  if (typeof text === 'string') return { text, exact: true };
  const asked = text[locale];
  if (asked !== undefined) return { text: asked, exact: true };
  const first = Object.keys(text).sort()[0];
  return { text: text['en'] ?? (first === undefined ? '' : (text[first] ?? '')), exact: false };
}
