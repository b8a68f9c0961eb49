import { colourSpace } from './colour-profile.ts';
import { pdfText } from './text-string.ts';

export interface CatalogParts {
  language: string;
  metadataId: number;
  /** The stream with the colour profile. */
  profileId: number;
  /** Entries that name the files inside; may be empty. */
  attachments: string;
}

/** Adds to the browser's catalog what readers, archives and assistive software ask of it. */
export function completeCatalog(catalog: string, { language, metadataId, profileId, attachments }: CatalogParts): string {
  const open = catalog.trimEnd().replace(/>>$/, '');
  const kept = open.replace(/\/Lang\s*\((?:\\.|[^\\)])*\)/, '');
  if (/\/(?:Names|AF|OutputIntents)\b/.test(kept)) throw new Error('the browser wrote a catalog in an unknown way');
  const entries = [
    kept.trimEnd(),
    `/Lang ${pdfText(language)}`,
    ...(kept.includes('/ViewerPreferences') ? [] : ['/ViewerPreferences <</DisplayDocTitle true>>']),
    `/OutputIntents [<</Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier (${colourSpace})`,
    `/Info (${colourSpace})\n/DestOutputProfile ${profileId} 0 R>>]`,
    ...(attachments === '' ? [] : [attachments]),
    `/Metadata ${metadataId} 0 R>>`,
  ];
  return entries.join('\n');
}
