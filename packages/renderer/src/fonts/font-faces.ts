import { countUncovered, type Uncovered } from './coverage.ts';
import { fontStacks, isForOtherScripts } from './families.ts';
import { allSlices, otherSlices, ownSlices, readSliceFile, sliceDraws, type Slice } from './slices.ts';

// Page numbers, counters and list marks are written by the browser, so plain ASCII is always there.
const alwaysPresent = Array.from({ length: 95 }, (_, index) => 0x20 + index);
const rules = new Map<Slice, string>();

/**
 * The @font-face rules for the code points that stand in the texts, each font inside as a data URL, and the custom
 * properties `--font-sans`, `--font-serif` and `--font-mono` with the stacks to use.
 */
export function fontFaces(texts: string | Iterable<string>): { css: string; uncovered: Uncovered[] } {
  const all = typeof texts === 'string' ? [texts] : [...texts];
  const present = codePointsOf(all);
  const needed = neededSlices(present);
  return { css: [stackRule(), ...needed.map(faceRules)].join('\n'), uncovered: countUncovered(all) };
}

/** Slices of our three faces with any of the code points; of those for other scripts the first that draws what these lack. */
function neededSlices(present: readonly number[]): Slice[] {
  const needed = new Set<Slice>();
  for (const codePoint of present) {
    const drawing = ownSlices().filter((slice) => sliceDraws(slice, codePoint));
    const other = drawing.length > 0 ? undefined : otherSlices().find((slice) => sliceDraws(slice, codePoint));
    for (const slice of other ? [other] : drawing) needed.add(slice);
  }
  const inOrder = [...needed].some(({ family }) => isForOtherScripts(family)) ? allSlices() : ownSlices();
  return inOrder.filter((slice) => needed.has(slice));
}

function codePointsOf(texts: readonly string[]): number[] {
  const found = new Set(alwaysPresent);
  for (const text of texts) for (const character of text) found.add(character.codePointAt(0) ?? 0);
  return [...found];
}

function stackRule(): string {
  const properties = Object.entries(fontStacks).map(([name, stack]) => `--font-${name}: ${stack}`);
  return `:root { ${properties.join('; ')} }`;
}

function faceRules(slice: Slice): string {
  const known = rules.get(slice);
  if (known !== undefined) return known;
  const written = slice.family.weights.map((weight) => faceRule(slice, weight)).join('\n');
  rules.set(slice, written);
  return written;
}

function faceRule(slice: Slice, weight: number): string {
  const data = readSliceFile(slice, weight).toString('base64');
  return (
    `@font-face { font-family: "${slice.family.name}"; font-style: normal; font-weight: ${slice.family.variable === true ? '100 900' : weight}; ` +
    `font-display: block; src: url(data:font/woff2;base64,${data}) format("woff2"); unicode-range: ${slice.unicodeRange} }`
  );
}
