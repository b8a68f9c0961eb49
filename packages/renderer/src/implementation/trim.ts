import { plainText, type Block } from '../markdown/index.ts';

/** Characters of text in blocks. */
export function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + lengthOf(block), 0);
}

/** The blocks that fit into so many characters; of the first that does not, and of a first one that is too long, a plain beginning. */
export function trimBlocks(blocks: readonly Block[], most: number): Block[] {
  const kept: Block[] = [];
  let room = most;
  for (const block of blocks) {
    const length = lengthOf(block);
    if (length > room) {
      const start = Array.from(plainText([block]))
        .slice(0, Math.max(0, room))
        .join('');
      return start === '' ? kept : [...kept, { paragraph: [{ text: start }] }];
    }
    kept.push(block);
    room -= length;
  }
  return kept;
}

function lengthOf(block: Block): number {
  return plainText([block]).length;
}
