export { checkInput, documentName, fullLimits, localeOf, type Extent, type RenderInput } from './input.ts';
