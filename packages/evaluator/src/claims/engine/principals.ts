import { fitsPattern } from '../../facts/arn-pattern.ts';

interface Named {
  name: string;
  arn: string;
}

/** Whether a name in a claim means this principal: an ARN by its pattern, anything else by the name alone. */
export function means(ref: string, { name, arn }: Named): boolean {
  return ref.startsWith('arn:') ? fitsPattern(ref, arn) : fitsPattern(ref, name);
}

export interface Matched<T> {
  /** The principals meant, in their order. */
  meant: readonly T[];
  others: readonly T[];
  /** Names that fit nobody. */
  absent: readonly string[];
  /** Plain names that fit several: which one is meant is not known. */
  ambiguous: readonly string[];
}

/** Who is meant by the names in a claim, and who is not. */
export function match<T extends Named>(refs: readonly string[], principals: readonly T[]): Matched<T> {
  const fits = refs.map((ref) => ({ ref, count: principals.filter((principal) => means(ref, principal)).length }));
  const isMeant = (principal: T) => refs.some((ref) => means(ref, principal));
  return {
    meant: principals.filter(isMeant),
    others: principals.filter((principal) => !isMeant(principal)),
    absent: fits.filter(({ count }) => count === 0).map(({ ref }) => ref),
    ambiguous: fits.filter(({ ref, count }) => count > 1 && !ref.includes('*')).map(({ ref }) => ref),
  };
}

/** Names for a sentence. */
export function namesOf(list: readonly Named[]): string[] {
  return list.map(({ name }) => name);
}
