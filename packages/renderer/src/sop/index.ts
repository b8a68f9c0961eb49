export { listSopParagraphs, renderSop, sopName, type SopInput } from './render.ts';
export { chapterAnswering } from './structure.ts';
