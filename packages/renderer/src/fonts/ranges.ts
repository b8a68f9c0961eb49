/** First and last code point, both included. */
export type Range = readonly [first: number, last: number];

/** Reads the CSS `unicode-range` notation, e.g. `U+0000-00FF,U+0131`. */
export function parseRanges(text: string): Range[] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

export function rangesHave(ranges: readonly Range[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
