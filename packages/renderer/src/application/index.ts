export { renderAnswers, type RenderedAnswers } from './answers.ts';
export { renderApplication, type ApplicationRenderInput, type JudgedApplication } from './render.ts';
