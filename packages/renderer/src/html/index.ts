export { assembleDocument, type DocumentParts } from './assemble.ts';
export type { Audience } from './audience.ts';
export type { Running } from './page-margins.ts';
