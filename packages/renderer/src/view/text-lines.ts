/** Code points that take the room of two letters: Chinese, Japanese, Korean, and pictures. */
const twofold = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3fffd}]/u;
/** Of proportional letters: those that are wider than the ordinary, by how much, and the narrow ones. */
const widths: readonly (readonly [RegExp, number])[] = [
  [twofold, 2],
  [/[WM@%—…]/, 1.8],
  [/[mw&]/, 1.55],
  [/[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]/, 1.25],
  [/[ijlI.,:;'|!()[\]]/, 0.6],
];

/** How letters run: `mono` all alike, else each as wide as it is. */
export type Setting = 'mono' | 'proportional';

/** Room a text takes, in ordinary letters; an estimate, rather too high than too low. */
export function widthOf(text: string, setting: Setting = 'proportional'): number {
  return Array.from(text, (letter) => widthOfLetter(letter, setting)).reduce((sum, width) => sum + width, 0);
}

function widthOfLetter(letter: string, setting: Setting): number {
  if (setting === 'mono') return twofold.test(letter) ? 2 : 1;
  return widths.find(([letters]) => letters.test(letter))?.[1] ?? 1;
}

/**
 * A text in at most `most` lines of so many letters: SVG breaks no lines of itself. Lines end at spaces and after hyphens,
 * dots, slashes and colons where they can, anywhere where they must; what does not fit is cut with a mark.
 */
export function textLines(text: string, letters: number, most: number, setting?: Setting): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, letters, setting)) {
    if (widthOf((line + piece).trimEnd(), setting) > letters && line !== '') {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(lines[most - 1] ?? '', letters, setting)];
}

function piecesOf(text: string, letters: number, setting?: Setting): string[] {
  return text
    .split(/(?<=[\s\-./:@_,+])/u)
    .flatMap((piece) => (widthOf(piece.trimEnd(), setting) > letters ? chunks(piece, letters, setting) : [piece]));
}

function chunks(piece: string, letters: number, setting?: Setting): string[] {
  const parts = [''];
  for (const letter of piece) {
    if (widthOf((parts.at(-1) ?? '') + letter, setting) > letters) parts.push('');
    parts[parts.length - 1] += letter;
  }
  return parts;
}

function cut(line: string, letters: number, setting?: Setting): string {
  let kept = line;
  while (widthOf(kept, setting) > letters - 2) kept = [...kept].slice(0, -1).join('');
  return `${kept.trimEnd()}…`;
}
