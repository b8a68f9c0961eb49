export { coverText } from './cover-text.ts';
export { isCovered, type Uncovered } from './coverage.ts';
export { readFallbackFont } from './fallback-font.ts';
export { fontStacks } from './families.ts';
export { fontFaces } from './font-faces.ts';
