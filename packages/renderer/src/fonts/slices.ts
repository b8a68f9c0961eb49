import { readCmap } from './cmap.ts';
import { families, isForOtherScripts, type Family } from './families.ts';
import { readPackageFile } from './package-file.ts';
import { parseRanges, rangesHave, type Range } from './ranges.ts';
import { readWoff2Table } from './woff2.ts';

/** A part of a family, as its package cuts it: the code points it claims, and those it can draw. */
export interface Slice {
  family: Family;
  name: string;
  unicodeRange: string;
  ranges: readonly Range[];
}

const glyphs = new Map<Slice, Set<number>>();
let own: Slice[] | undefined;
let others: Slice[] | undefined;

/** Slices of our three faces, in the order of the packages' own style sheets. */
export function ownSlices(): readonly Slice[] {
  own ??= families.filter((family) => !isForOtherScripts(family)).flatMap(slicesOf);
  return own;
}

/** Slices of the fonts for other scripts: hundreds, read only when a letter asks for them. */
export function otherSlices(): readonly Slice[] {
  others ??= families.filter(isForOtherScripts).flatMap(slicesOf);
  return others;
}

export function allSlices(): readonly Slice[] {
  return [...ownSlices(), ...otherSlices()];
}

/** True when the slice claims the code point and its file has a glyph for it: packages claim more than they hold. */
export function sliceDraws(slice: Slice, codePoint: number): boolean {
  return rangesHave(slice.ranges, codePoint) && glyphsOf(slice).has(codePoint);
}

export function readSliceFile(slice: Slice, weight: number): Buffer {
  const { family, name } = slice;
  return readPackageFile(family, `files/${family.file}-${name}-${family.variable === true ? 'wght' : weight}-normal.woff2`);
}

function slicesOf(family: Family): Slice[] {
  const index = JSON.parse(readPackageFile(family, 'unicode.json').toString('utf8')) as Record<string, string>;
  return Object.entries(index).map(([name, unicodeRange]) => ({
    family,
    name: name.replace(/[[\]]/g, ''),
    unicodeRange,
    ranges: parseRanges(unicodeRange),
  }));
}

function glyphsOf(slice: Slice): Set<number> {
  const cached = glyphs.get(slice);
  if (cached) return cached;
  const read = readCmap(readWoff2Table(readSliceFile(slice, slice.family.weights[0] ?? 400), 'cmap'));
  glyphs.set(slice, read);
  return read;
}
