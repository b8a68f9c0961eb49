import { textLines } from '../view/text-lines.ts';
import type { Words } from '../words/index.ts';
import { cssString } from './css.ts';
import type { Notice } from './notice.ts';

/** Texts in the margins of every printed page but the cover. */
export interface Running {
  /** Top left: the document number. */
  left: string;
  /** Top right: classification, and the short digests of the snapshots. */
  right: string;
  /** Bottom left: the brand's footer. */
  foot: string;
}

/** Ordinary letters that have room beside each other. */
const LEFT = 42;
const RIGHT = 36;
const FOOT = 90;
const page = '\u0001';
const pages = '\u0002';

/** The margin boxes of printed pages. Their texts come from people, so each is written as a CSS string. */
export function pageMargins(running: Running, notice: Notice | null, words: Words): { css: string; texts: string[] } {
  const { left, right, foot } = { left: inOneLine(running.left, LEFT), right: inOneLine(running.right, RIGHT), foot: inOneLine(running.foot, FOOT) };
  const mark = notice === null ? '""' : cssString(notice.title);
  const number = words.say('common.page-of', { page, pages });
  const css = `@page {
  @top-left { content: ${cssString(left)} }
  @top-center { content: ${mark} }
  @top-right { content: ${cssString(right)} }
  @bottom-left { content: ${cssString(foot)} }
  @bottom-right { content: ${numberContent(number)} }
}
@page cover {
  @top-left { content: "" }
  @top-center { content: "" }
  @top-right { content: "" }
  @bottom-left { content: "" }
  @bottom-right { content: "" }
}`;
  return { css, texts: [left, right, foot, notice?.title ?? '', number] };
}

function inOneLine(text: string, letters: number): string {
  return textLines(text, letters, 1)[0] ?? '';
}

function numberContent(text: string): string {
  const parts = text.split(/([\u0001\u0002])/).filter((part) => part !== '');
  return parts.map((part) => (part === page ? 'counter(page)' : part === pages ? 'counter(pages)' : cssString(part))).join(' ');
}
