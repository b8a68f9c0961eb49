export { checkInput, documentName, type RenderInput } from './input.ts';
