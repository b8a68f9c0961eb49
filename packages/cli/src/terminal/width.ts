// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001b\[\d+m/g;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Cells that painted text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text.replace(COLOURS, '')) width += /\p{Mark}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Lines no wider than `width`, broken at blanks; a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** {@link wrapped} under a first column: `head`, then the text, its further lines set in. */
export function hanging(head: string, text: string, columns: number): string[] {
  const indent = widthOf(head);
  const [first = '', ...rest] = wrapped(text, Math.max(20, columns - indent));
  return [head + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
