import type { Brand } from '@iam-dossier/core/brand';
import { readTemplateFile } from './template-files.ts';

/** How documents of a brand look: its own choices, else those of the finished look it names, else the house's. */
export interface Look {
  primary: string;
  accent: string;
  cover: NonNullable<Brand['cover']>;
  headings: 'sans' | 'serif';
}

interface LookFile {
  colours: { primary: string; accent: string };
  cover: Look['cover'];
  headings: Look['headings'];
}

const house: LookFile = { colours: { primary: '#1f3a5f', accent: '#2f7d8c' }, cover: 'band', headings: 'sans' };

export function lookOf(brand: Brand | undefined): Look {
  const base = brand?.look === undefined ? house : (JSON.parse(readTemplateFile(`brands/${brand.look}.json`)) as LookFile);
  const primary = brand?.colours?.primary.toLowerCase() ?? base.colours.primary;
  const accent = brand?.colours?.accent?.toLowerCase() ?? (brand?.colours ? primary : base.colours.accent);
  return { primary, accent, cover: brand?.cover ?? base.cover, headings: brand?.fonts?.headings ?? base.headings };
}
