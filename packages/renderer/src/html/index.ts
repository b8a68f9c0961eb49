export { assembleDocument, type DocumentParts } from './assemble.ts';
export type { Running } from './page-margins.ts';
export { correctedColours, type CorrectedColour } from './brand-style.ts';
export { openTemplates, type TemplateOverlay } from './overlay.ts';
