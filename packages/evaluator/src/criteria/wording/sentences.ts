/** A sentence of a text, and the line it begins on, from 1. */
export interface Sentence {
  text: string;
  /** As written, with its code. */
  shown: string;
  line: number;
  /** The words that head the list it stands in, such as `Not allowed:`. */
  heading: string;
}

/** Nobody writes longer sentences: what is longer is read piece by piece. */
const LONGEST = 1000;

interface Block {
  lines: { text: string; line: number }[];
  item: boolean;
}

/** Code is read as one private character each, so that none of it counts as words. */
const FIRST_MARK = 0xe000;
const MARKS = 0x1900;
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;
const END = /(?<=[.!?;:]["')*_]*)\s+(?=["'(*_[<¿¡]*[\p{Lu}\p{N}])|(?<=;)\s+/u;

/** Sentences of a text in Markdown. Code stands for itself and is left out; lines that were only wrapped are joined. */
export function sentencesOf(text: string): Sentence[] {
  let heading = '';
  const spans: string[] = [];
  const marked = withoutBlocks(straight(text)).replace(/`[^`\n]+`/g, (code) => String.fromCodePoint(FIRST_MARK + ((spans.push(code) - 1) % MARKS)));
  return blocksOf(marked).flatMap((block) => {
    const sentences = sentencesOfBlock(block, block.item ? heading : '', spans);
    const last = sentences.at(-1)?.text ?? '';
    if (!block.item) heading = last.endsWith(':') ? last : '';
    return sentences;
  });
}

/** With straight quotation marks, and blanks of one kind. */
function straight(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, (mark) => (mark === '`' ? mark : "'"))
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?/g, '\n');
}

/** Commands hold names to be filled in, and rightly. Lines keep their numbers. */
function withoutBlocks(text: string): string {
  return text.replace(/^[ \t]*(```|~~~)[^\n]*\n[\s\S]*?(?:\n[ \t]*\1[^\n]*|(?![\s\S]))/gm, (code) => code.replace(/[^\n]/g, ' '));
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/^\s*(?:#{1,6}|>)\s+/, '');
    const item = ITEM.test(line);
    const content = line.replace(ITEM, '').trim();
    if (content === '') open = false;
    else if (open && !item) blocks.at(-1)?.lines.push({ text: content, line: index + 1 });
    else {
      blocks.push({ lines: [{ text: content, line: index + 1 }], item });
      open = true;
    }
  }
  return blocks;
}

function sentencesOfBlock({ lines }: Block, heading: string, spans: readonly string[]): Sentence[] {
  const starts: { at: number; line: number }[] = [];
  let whole = '';
  for (const { text, line } of lines) {
    whole += whole === '' ? '' : ' ';
    starts.push({ at: whole.length, line });
    whole += text;
  }
  let at = 0;
  return whole
    .split(END)
    .flatMap(inPieces)
    .flatMap((text) => {
      const begin = whole.indexOf(text, at);
      at = begin + text.length;
      const line = starts.findLast((start) => start.at <= begin)?.line ?? 1;
      const shown = text.trim().replace(/[\uE000-\uF8FF]/g, (mark) => spans[(mark.codePointAt(0) ?? 0) - FIRST_MARK] ?? '');
      return text.trim() === '' ? [] : [{ text: text.trim(), shown, line, heading }];
    });
}

function inPieces(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const pieces: string[] = [];
  for (let at = 0; at < sentence.length; at += LONGEST) pieces.push(sentence.slice(at, at + LONGEST));
  return pieces;
}
