import { countUncovered, isCovered, notation, type Uncovered } from './coverage.ts';

const plain = /^[\x20-\x7e\n]*$/;

/** Writes every code point our fonts cannot show as `[U+XXXX]`, and says which those were. */
export function coverText(text: string): { text: string; uncovered: Uncovered[] } {
  if (plain.test(text)) return { text, uncovered: [] };
  const uncovered = countUncovered([text.replace(joiner, '')]);
  return { text: uncovered.length === 0 ? text : spellOut(text), uncovered };
}

/** Joins two pictures to one; anywhere else it is invisible, and told. */
const joiner = /(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu;

function spellOut(text: string): string {
  return text
    .split(joiner)
    .map((part) => spellOutPart(part))
    .join('\u200d');
}

function spellOutPart(text: string): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return isCovered(codePoint) ? character : `[${notation(codePoint)}]`;
  }).join('');
}
