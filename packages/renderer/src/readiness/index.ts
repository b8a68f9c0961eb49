export { renderReadiness } from './render.ts';
