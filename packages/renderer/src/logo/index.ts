import type { Brand } from '@iam-dossier/core/brand';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import { cleanSvg } from './clean-svg.ts';

const svgUrl = 'data:image/svg+xml;base64,';

/** The brand's logo as a data URL that a page may show; empty without one. @throws DossierError `brand-invalid` */
export function logoOf(brand: Brand | undefined): string {
  const logo = brand?.logo ?? '';
  if (!logo.startsWith(svgUrl)) return logo;
  const svg = Buffer.from(logo.slice(svgUrl.length), 'base64')
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return svgUrl + Buffer.from(cleaned(svg, brand?.name), 'utf8').toString('base64');
}

/** A dossier may have two brands, so the name is told with the reason. */
function cleaned(svg: string, name = ''): string {
  try {
    return cleanSvg(svg);
  } catch (error) {
    if (!isDossierError(error)) throw error;
    throw new DossierError(error.code, `Brand ${JSON.stringify(name)}: ${error.message}`, { cause: error, hint: error.hint });
  }
}
