export { assembleDocument, type DocumentParts } from './assemble.ts';
export type { Running } from './page-margins.ts';
