export type { Block, Inline, Link } from './blocks.ts';
export { readMarkdown } from './read.ts';
export { plainText } from './plain.ts';
