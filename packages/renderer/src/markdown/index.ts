export type { Block, Inline, Link } from './blocks.ts';
export { readMarkdown } from './read.ts';
export { readText } from './read-text.ts';
export { plainText } from './plain.ts';
