import type { Sheet } from './sheet.ts';

/** Words of this document that are not plain words, in the order of the alphabet of the language. */
const terms = [
  'access-level',
  'claim',
  'declared',
  'digest',
  'effective',
  'in-scope',
  'measured',
  'party',
  'boundary',
  'principal',
  'snapshot',
  'temporary',
  'trust',
  'workload',
] as const;

export function glossary({ scribe }: Sheet): { term: string; text: string }[] {
  const told = terms.map((id) => ({ term: scribe.say(`glossary.${id}`), text: scribe.say(`glossary.${id}-text`) }));
  // By code point after folding accents: the same order on every machine.
  const key = (term: string) =>
    term
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  return told.sort((a, b) => (key(a.term) < key(b.term) ? -1 : 1));
}
