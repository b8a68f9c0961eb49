import type { Block, Inline } from '../markdown/index.ts';

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
      const start = Array.from(plain(block)).slice(0, Math.max(0, room)).join('');
      return start === '' ? kept : [...kept, { paragraph: [{ text: start }] }];
    }
    kept.push(block);
    room -= length;
  }
  return kept;
}

function lengthOf(block: Block): number {
  return plain(block).length;
}

function plain(block: Block): string {
  if ('paragraph' in block) return block.paragraph.map(plainInline).join('');
  if ('heading' in block) return block.heading.map(plainInline).join('');
  if ('quote' in block) return block.quote.map(plain).join(' ');
  if ('bullets' in block) return block.bullets.flat().map(plain).join(' ');
  if ('steps' in block) return block.steps.flat().map(plain).join(' ');
  return block.code;
}

function plainInline(inline: Inline): string {
  if ('text' in inline) return inline.text;
  if ('code' in inline) return inline.code;
  if ('strong' in inline) return inline.strong.map(plainInline).join('');
  if ('emphasis' in inline) return inline.emphasis.map(plainInline).join('');
  if ('link' in inline) return `${inline.link.label.map(plainInline).join('')} ${inline.link.address}`;
  return ' ';
}
