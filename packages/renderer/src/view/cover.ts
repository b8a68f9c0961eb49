import type { Brand } from '@iam-dossier/core/brand';
import { generator } from '@iam-dossier/core/generator';
import { lookOf } from '../html/look.ts';
import { logoOf } from '../logo/index.ts';
import type { Words } from '../words/index.ts';
import { clip } from './budget.ts';

/** A label and what it says. */
export interface LabelledText {
  label: string;
  value: string;
}

export interface CoverParts {
  brand: Brand | undefined;
  /** Whose document it is, where no brand says so. */
  name: string;
  /** The line above the title. */
  kicker: string;
  title: string;
  subtitle?: string;
  facts: readonly LabelledText[];
  customer?: { label: string; name: string; description: string; brand: Brand | undefined };
}

const LONG_TITLE = 90;
const LONG_DESCRIPTION = 160;

/** What the partial `cover` places. */
export function coverView({ brand, name, kicker, title, subtitle = '', facts, customer }: CoverParts, words: Words) {
  return {
    style: lookOf(brand).cover,
    logo: logoOf(brand),
    brand: brand?.name ?? name,
    tagline: brand?.tagline === undefined ? '' : words.text(brand.tagline),
    footer: [footerOf(brand, words), brand?.toolName === true ? toolName(words) : ''].filter((text) => text !== '').join(' · '),
    kicker,
    title,
    longTitle: title.length > LONG_TITLE,
    subtitle,
    facts: facts.filter((fact) => fact.value !== ''),
    customer: customer && {
      label: customer.label,
      name: customer.name,
      description: clip(customer.description, LONG_DESCRIPTION),
      logo: logoOf(customer.brand),
    },
  };
}

/** The brand's footer: it stands on the cover and on every printed page. */
export function footerOf(brand: Brand | undefined, words: Words): string {
  return brand?.footer === undefined ? '' : words.text(brand.footer);
}

function toolName(words: Words): string {
  return words.say('common.tool', { tool: `${generator.name} ${generator.version}` });
}
