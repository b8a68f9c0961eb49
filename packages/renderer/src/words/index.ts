export type { WordsData } from './fill.ts';
export { openWords, type Words } from './words.ts';
