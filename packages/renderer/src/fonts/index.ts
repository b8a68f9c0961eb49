export { coverText } from './cover-text.ts';
export { readFallbackFont } from './fallback-font.ts';
export { fontFaces } from './font-faces.ts';
