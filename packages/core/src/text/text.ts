import { z } from 'zod';

const localeTag = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a locale such as en or pt-BR');

/** A human text: one string for every language, or one for each locale. */
export const textSchema = z.union([z.string(), z.record(localeTag, z.string())], 'must be a text, or texts by locale such as en or pt-BR');
export type Text = z.infer<typeof textSchema>;

/** The text for a locale; else English; else the first locale in order: `other` says which, where it is not the one asked for. */
export function textFor(text: Text, locale: string): { text: string; other?: string } {
  if (typeof text === 'string') return { text };
  const found = [locale, 'en', ...Object.keys(text).sort()].find((candidate) => Object.hasOwn(text, candidate));
  if (found === undefined) return { text: '' };
  return { text: text[found] ?? '', ...(found === locale ? {} : { other: found }) };
}
