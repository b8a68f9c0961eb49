export { checkInput, documentName, localeOf, type RenderInput } from './input.ts';
