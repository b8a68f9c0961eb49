import type { Block, Inline } from './blocks.ts';

/** What blocks say, in one line, without their marks. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(ofBlock).join(' ').replace(/\s+/g, ' ').trim();
}

function ofBlock(block: Block): string {
  if ('paragraph' in block) return ofLine(block.paragraph);
  if ('heading' in block) return ofLine(block.heading);
  if ('quote' in block) return plainText(block.quote);
  if ('bullets' in block) return plainText(block.bullets.flat());
  if ('steps' in block) return plainText(block.steps.flat());
  return block.code;
}

function ofLine(line: readonly Inline[]): string {
  return line.map(ofInline).join('');
}

function ofInline(inline: Inline): string {
  if ('text' in inline) return inline.text;
  if ('code' in inline) return inline.code;
  if ('strong' in inline) return ofLine(inline.strong);
  if ('emphasis' in inline) return ofLine(inline.emphasis);
  if ('lineBreak' in inline) return ' ';
  const { label, address } = inline.link;
  const said = ofLine(label);
  return said === address ? said : `${said} (${address})`;
}
