export { mostWords, renderResponse, type RenderedResponse } from './render.ts';
