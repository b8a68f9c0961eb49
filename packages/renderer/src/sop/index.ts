export { listSopParagraphs, renderSop, sopName, type SopInput } from './render.ts';
export { criteriaAnswered } from './structure.ts';
