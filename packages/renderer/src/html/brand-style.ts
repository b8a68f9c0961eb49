import type { Brand } from '@iam-dossier/core/brand';
import { mix, readable, white } from './colour.ts';

const house = { primary: '#1f3a5f', accent: '#2f7d8c' };
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
  const primary = brand?.colours?.primary.toLowerCase() ?? house.primary;
  const accent = brand?.colours?.accent?.toLowerCase() ?? (brand?.colours ? primary : house.accent);
  const fill = readable(primary, white, least);
  const light = {
    '--brand': fill,
    '--brand-ink': readable(primary, wash.light, least),
    '--brand-tint': mix(primary, white, 0.93),
    '--accent': accent,
    '--accent-ink': readable(accent, wash.light, least),
  };
  const dark = {
    '--brand-ink': readable(primary, wash.dark, clear),
    '--brand-tint': mix(darkPaper, primary, 0.22),
    '--accent-ink': readable(accent, wash.dark, clear),
  };
  return `:root { ${properties(light)} }\n@media screen and (prefers-color-scheme: dark) { :root { ${properties(dark)} } }`;
}

function properties(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}
