export { mostWords, renderResponse, type RenderedText } from './render.ts';
