export { renderExecutive } from './render.ts';
