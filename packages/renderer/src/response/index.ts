export { mostWords, renderResponse, type RenderedResponse } from './render.ts';
export { markdownForm, plainForm, type Form } from './form.ts';
