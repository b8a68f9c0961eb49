export { renderImplementation } from './render.ts';
