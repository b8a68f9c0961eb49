import { otherSlices, ownSlices, sliceDraws } from './slices.ts';

/** A code point none of our fonts can show, and how often it stood in the text. */
export interface Uncovered {
  /** Notation `U+XXXX`. */
  codePoint: string;
  count: number;
}

const layout = new Set([0x09, 0x0a, 0x0d]);
// Invisible characters can reorder or hide text in a name, so they are shown even where a font has an empty glyph.
const invisible = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]$/u;
const answers = new Map<number, boolean>();

/** True when one of our fonts draws the code point as something a reader can see or as plain space. */
export function isCovered(codePoint: number): boolean {
  const known = answers.get(codePoint);
  if (known !== undefined) return known;
  const answer = layout.has(codePoint) || (!isInvisible(codePoint) && isDrawn(codePoint));
  answers.set(codePoint, answer);
  return answer;
}

export function notation(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Counts, in order of code point. */
export function countUncovered(texts: Iterable<string>): Uncovered[] {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!isCovered(codePoint)) counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a], [b]) => a - b).map(([code, count]) => ({ codePoint: notation(code), count }));
}

function isInvisible(codePoint: number): boolean {
  return invisible.test(String.fromCodePoint(codePoint));
}

function isDrawn(codePoint: number): boolean {
  return ownSlices().some((slice) => sliceDraws(slice, codePoint)) || otherSlices().some((slice) => sliceDraws(slice, codePoint));
}
