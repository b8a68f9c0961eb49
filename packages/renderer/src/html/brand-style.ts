import type { Brand } from '@iam-dossier/core/brand';
import { contrast, mix, readable, white } from './colour.ts';
import { lookOf } from './look.ts';

const darkPaper = '#14171c';
/** Of the grounds that text stands on, those where it is hardest to read. */
const wash = { light: '#f5f6f8', dark: '#1b2027' };
/** Contrast that text of any size needs (WCAG 2, level AA). */
const least = 4.5;
/** On dark paper a dark colour turns grey on its way to being readable: a little further it is clear. */
const clear = 6.5;

/**
 * The custom properties a brand decides. Colours of the brand fill areas as they are; where they become text or lines
 * they are moved until they can be read on light and on dark paper.
 */
export function brandStyle(brand: Brand | undefined): string {
  const { primary, accent, headings } = lookOf(brand);
  const fill = readable(primary, white, least);
  const light = {
    '--brand': fill,
    '--brand-ink': readable(primary, wash.light, least),
    '--brand-tint': mix(primary, white, 0.93),
    '--accent': accent,
    '--accent-ink': readable(accent, wash.light, least),
    '--font-headings': `var(--font-${headings})`,
  };
  const dark = {
    '--brand-ink': readable(primary, wash.dark, clear),
    '--brand-tint': mix(darkPaper, primary, 0.22),
    '--accent-ink': readable(accent, wash.dark, clear),
  };
  return `:root { ${properties(light)} }\n@media screen and (prefers-color-scheme: dark) { :root { ${properties(dark)} } }`;
}

/** A colour of a brand that could not be read as text, and what stands in its place. Contrast is that of WCAG 2, from 1 to 21. */
export interface CorrectedColour {
  member: 'primary' | 'accent';
  given: string;
  contrast: number;
  used: string;
  usedContrast: number;
}

/** Colours that a brand gives itself and that are moved for text and lines on light paper. */
export function correctedColours(brand: Brand | undefined): CorrectedColour[] {
  const { primary, accent } = lookOf(brand);
  const given = { ...(brand?.colours ? { primary } : {}), ...(brand?.colours?.accent === undefined ? {} : { accent }) };
  return Object.entries(given).flatMap(([member, colour]) => {
    const used = readable(colour, wash.light, least);
    if (used === colour) return [];
    const figures = { contrast: rounded(contrast(colour, wash.light)), usedContrast: rounded(contrast(used, wash.light)) };
    return [{ member: member as CorrectedColour['member'], given: colour, used, ...figures }];
  });
}

function rounded(ratio: number): number {
  return Math.round(ratio * 10) / 10;
}

function properties(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}
