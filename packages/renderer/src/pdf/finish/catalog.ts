import { pdfText } from './text-string.ts';

/** Adds to the browser's catalog what readers and assistive software ask of it. */
export function completeCatalog(catalog: string, language: string, metadataId: number): string {
  const open = catalog.trimEnd().replace(/>>$/, '');
  const kept = open.replace(/\/Lang\s*\((?:\\.|[^\\)])*\)/, '');
  const viewer = kept.includes('/ViewerPreferences') ? '' : '/ViewerPreferences <</DisplayDocTitle true>>\n';
  return `${kept.trimEnd()}\n/Lang ${pdfText(language)}\n${viewer}/Metadata ${metadataId} 0 R>>`;
}
